'use server'

import { formAction } from '@/lib/action'
import { abandonFile, confirmFile, startCheck, undoFile } from '@/lib/transfer/commands'
import { mappingFormSchema, stepSchema } from '@/lib/transfer/schema'

/** The columns as chosen; the check begins. */
export const checkAction = formAction(mappingFormSchema, async (scope, input) => {
  await startCheck(scope, input)
  return `/transfer/${input.batch}`
})

/** Lets a checked file in. */
export const confirmAction = formAction(stepSchema, async (scope, { batch }) => {
  await confirmFile(scope, batch)
  return `/transfer/${batch}`
})

/** Drops a file that has not gone in. */
export const abandonAction = formAction(stepSchema, async (scope, { batch }) => {
  await abandonFile(scope, batch)
  return '/transfer'
})

/** Takes back what a file brought. */
export const undoAction = formAction(stepSchema, async (scope, { batch }) => {
  await undoFile(scope, batch)
  return `/transfer/${batch}`
})
