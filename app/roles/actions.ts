'use server'

import { writeToken } from '@/lib/access/auth'
import { switchSchema } from '@/lib/access/schema'
import { newToken, sha256 } from '@/lib/access/sign-in'
import { formAction } from '@/lib/action'
import { NotFound } from '@/lib/errors'
import * as roles from '@/lib/roles/commands'
import { agreeSchema, answerSchema, knownSchema, withdrawSchema } from '@/lib/roles/schema'

/** Acts in another of one's memberships: a new session under a new token; the old one ends. */
export const switchAction = formAction(switchSchema, async ({ db }, { membership }) => {
  const token = newToken()
  const [row] = await db.$queryRaw<{ ok: boolean }[]>`
    select sign_in.switch_to(${membership}::uuid, ${sha256(token)}) as ok`
  if (!row?.ok) throw new NotFound()
  await writeToken(token)
  return '/'
})

export const answerAction = formAction(answerSchema, async (scope, input) => {
  await roles.answerRole(scope, input)
  return `/roles?done=${input.take ? 'taken' : 'declined'}`
})

export const agreeAction = formAction(agreeSchema, async (scope, input) => {
  await roles.agreeToRole(scope, input)
  return `/roles/waiting?done=${input.answer === 'agree' ? 'agreed' : 'refused'}`
})

export const knownAction = formAction(knownSchema, async (scope, { user }) => {
  await roles.sayKnown(scope, user)
  return '/roles/waiting?done=known'
})

export const withdrawAction = formAction(withdrawSchema, async (scope, { offer }) => {
  await roles.withdrawRole(scope, offer)
  return '/roles/waiting?done=withdrawn'
})
