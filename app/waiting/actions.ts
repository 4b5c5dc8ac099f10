'use server'

import { formAction } from '@/lib/action'
import { decideAct, takeBackAct, undoAct } from '@/lib/waiting/commands'
import { decisionSchema, takeBackSchema, undoSchema } from '@/lib/waiting/schema'

export const decideAction = formAction(decisionSchema, async (scope, input) => {
  await decideAct(scope, input)
  if (input.of === 'objection') return '/waiting?done=answered'
  return `/waiting?done=${input.decision === 'agree' ? 'agreed' : 'declined'}`
})

export const undoAction = formAction(undoSchema, async (scope, input) => {
  await undoAct(scope, input)
  return '/waiting?done=undone'
})

export const takeBackAction = formAction(takeBackSchema, async (scope, { actId }) => {
  await takeBackAct(scope, actId)
  return '/waiting?done=taken-back'
})
