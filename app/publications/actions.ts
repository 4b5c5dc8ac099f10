'use server'

import { formAction } from '@/lib/action'
import { agreePublication, askPublication, dropPublication } from '@/lib/publications/commands'
import { askedSchema, decidedSchema } from '@/lib/publications/schema'

export const askAction = formAction(askedSchema, async (scope, input) => {
  await askPublication(scope, input)
  return '/publications?done=asked'
})

export const agreeAction = formAction(decidedSchema, async (scope, { publication }) => {
  await agreePublication(scope, publication)
  return '/publications?done=agreed'
})

export const dropAction = formAction(decidedSchema, async (scope, { publication }) => {
  await dropPublication(scope, publication)
  return '/publications?done=dropped'
})
