'use server'

import { formAction } from '@/lib/action'
import { barFound, declare } from '@/lib/conflicts/commands'
import { barSchema, declarationSchema } from '@/lib/conflicts/schema'

export const declareAction = formAction(
  declarationSchema,
  async (scope, input) => {
    await declare(scope, input)
    return '/conflicts?done=declared'
  },
  { form: 'declaration' },
)

export const barAction = formAction(barSchema, async (scope, { user, person }) => {
  await barFound(scope, user, person)
  return '/conflicts/matches?done=barred'
})
