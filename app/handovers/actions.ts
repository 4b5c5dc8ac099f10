'use server'

import { formAction } from '@/lib/action'
import { answerHandover, withdrawHandover } from '@/lib/handovers/commands'
import { answerSchema, withdrawSchema } from '@/lib/handovers/schema'

export const answerAction = formAction(answerSchema, async (scope, input) => {
  await answerHandover(scope, input)
  return `/handovers/${input.handingId}?done=${input.answer}`
})

export const withdrawAction = formAction(withdrawSchema, async (scope, { handingId }) => {
  await withdrawHandover(scope, handingId)
  return `/handovers/${handingId}?done=withdrawn`
})
