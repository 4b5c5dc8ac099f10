'use server'

import { formAction } from '@/lib/action'
import * as commands from '@/lib/transfer/commands'
import * as schema from '@/lib/transfer/schema'

/** The columns as chosen; the check begins. */
export const checkAction = formAction(schema.mappingFormSchema, async (scope, input) => {
  await commands.startCheck(scope, input)
  return `/transfer/${input.batch}`
})

/** The headings stand on another line: the file is read again. */
export const headingAction = formAction(schema.headingSchema, async (scope, { batch, line }) => {
  await commands.readAgain(scope, batch, line)
  return `/transfer/${batch}`
})

/** Lets a checked file in. */
export const confirmAction = formAction(schema.stepSchema, async (scope, { batch }) => {
  await commands.confirmFile(scope, batch)
  return `/transfer/${batch}`
})

/** Drops a file that has not gone in. */
export const abandonAction = formAction(schema.dropSchema, async (scope, { batch }) => {
  await commands.abandonFile(scope, batch)
  return '/transfer'
})

/** Takes back what a file brought. */
export const undoAction = formAction(schema.undoSchema, async (scope, { batch }) => {
  await commands.undoFile(scope, batch)
  return `/transfer/${batch}`
})
