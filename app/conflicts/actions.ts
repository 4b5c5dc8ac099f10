'use server'

import { formAction } from '@/lib/action'
import { barFound, declare, liftBar } from '@/lib/conflicts/commands'
import { barSchema, declarationSchema, liftSchema } from '@/lib/conflicts/schema'

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

export const liftAction = formAction(liftSchema, async (scope, { bar }) => {
  await liftBar(scope, bar)
  return '/conflicts/matches?done=lifted'
})
