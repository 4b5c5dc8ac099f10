'use server'

import { formAction } from '@/lib/action'
import { allocate } from '@/lib/caseload/allocate'
import { allocateSchema } from '@/lib/caseload/allocate-schema'

export const allocateAction = formAction(allocateSchema, async (scope, input) => {
  const done = await allocate(scope, input)
  return `/caseload?${input.filters}&did=${done}`
})
