'use server'

import { sessionToken } from '@/lib/access/session'
import { formAction } from '@/lib/action'
import * as admin from '@/lib/admin/commands'
import * as schema from '@/lib/admin/schema'
import { withScope } from '@/lib/db'
import { NotFound, NotPermitted, Refused, SignedOut } from '@/lib/errors'
import { id } from '@/lib/fields'

const user = (userId: string, done: string) => `/admin/users/${userId}?done=${done}`

export const agencyAction = formAction(
  schema.agencySchema,
  async (scope, input) => {
    return `/admin/agencies?made=${await admin.makeAgency(scope, input)}`
  },
  { form: 'agency' },
)

export const firstAdministratorAction = formAction(
  schema.firstAdministratorSchema,
  async (scope, input) => `/admin/agencies?made=${await admin.inviteAdministrator(scope, input)}`,
  { form: 'first-administrator', subject: ['agency'] },
)

export const teamAction = formAction(
  schema.teamSchema,
  async (scope, input, { version }) => {
    await admin.keepTeam(scope, input, version)
    return '/admin/teams?done=team'
  },
  { form: 'team', subject: ['team'] },
)

export const endTeamAction = formAction(
  schema.endTeamSchema,
  async (scope, { team, why }) => {
    await admin.endTeam(scope, team, why)
    return '/admin/teams?done=ended'
  },
  { form: 'team-end', subject: ['team'] },
)

export const userAction = formAction(
  schema.userSchema,
  async (scope, input) => user(await admin.addUser(scope, input), 'added'),
  { form: 'user' },
)

export const membershipAction = formAction(
  schema.membershipSchema,
  async (scope, input) => {
    return user(input.user, (await admin.addMembership(scope, input)) ? 'role' : 'role-waits')
  },
  { form: 'membership', subject: ['user'] },
)

export const endMembershipAction = formAction(schema.endMembershipSchema, async (scope, input) => {
  await admin.endMembership(scope, input.membership)
  return user(input.user, 'role-ended')
})

export const endUserAction = formAction(schema.endUserSchema, async (scope, input) => {
  await admin.endUser(scope, input.user)
  return user(input.user, 'left')
})

export const codeAction = formAction(
  schema.codeSchema,
  async (scope, { list, label }) => {
    await admin.addCode(scope, list, label)
    return `/admin/codes/${list}?done=added`
  },
  { form: 'code', subject: ['list'] },
)

export const offerAction = formAction(schema.offerSchema, async (scope, { list, key, offered }) => {
  await admin.offerCode(scope, list, key, offered === 'yes')
  return `/admin/codes/${list}?done=${offered === 'yes' ? 'offered' : 'retired'}`
})

/** What making a link came to: the link's path, shown this once, or why not. */
export type LinkState = { path: string; why: 'invitation' | 'reset' } | { refused: string } | null

/**
 * Makes a one-time link and answers with it. It is in this answer alone: no address, no cookie, no
 * row holds it. Pressing twice makes a second link and the first stops working.
 */
export async function linkAction(_before: LinkState, data: FormData): Promise<LinkState> {
  const asked = id().safeParse(data.get('user'))
  if (!asked.success) return { refused: 'This page is out of date. Go back and try again.' }
  try {
    return await withScope(await sessionToken(), (scope) => admin.makeLink(scope, asked.data))
  } catch (error) {
    if (error instanceof SignedOut)
      return { refused: 'You have been signed out. Sign in and try again.' }
    if (error instanceof NotPermitted || error instanceof NotFound)
      return {
        refused: 'You cannot make a link for this user. Their own agency’s administrator can.',
      }
    if (error instanceof Refused) return { refused: error.message }
    throw error
  }
}
