'use server'

import { formAction } from '@/lib/action'
import { askHandovers } from '@/lib/handovers/commands'
import { askSeveralSchema } from '@/lib/handovers/schema'

export const askSeveralAction = formAction(askSeveralSchema, async (scope, input) => {
  await askHandovers(scope, input)
  return '/handovers'
})
