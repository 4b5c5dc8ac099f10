'use server'

import { formAction } from '@/lib/action'
import { sessionToken } from '@/lib/access/session'
import { withScope } from '@/lib/db'
import { NotFound, NotPermitted, Refused, SignedOut } from '@/lib/errors'
import * as readiness from '@/lib/readiness/commands'
import * as schema from '@/lib/readiness/schema'

const PATH = '/place/readiness'

export const roundAction = formAction(schema.roundSchema, async (scope, input) => {
  return `${PATH}/${await readiness.openRound(scope, input)}`
})

export const endLinksAction = formAction(schema.endLinksSchema, async (scope, input) => {
  await readiness.endLinks(scope, input)
  return `${PATH}/${input.round}?done=links-ended`
})

export const closeAction = formAction(schema.closeSchema, async (scope, { round }) => {
  await readiness.closeRound(scope, round)
  return `${PATH}/${round}?done=closed`
})

export const commentAction = formAction(schema.commentSchema, async (scope, input) => {
  const { round, comment, answer, words } = input
  await readiness.decideComment(scope, comment, answer === 'show' ? words : null)
  return `${PATH}/${round}/comments?done=decided`
})

export const addActionAction = formAction(schema.actionSchema, async (scope, input) => {
  await readiness.addAction(scope, input)
  return `${PATH}?done=added`
})

export const endActionAction = formAction(schema.endActionSchema, async (scope, input) => {
  await readiness.endAction(scope, input.action, input.how)
  return `${PATH}?done=${input.how}`
})

type InviteState = null | { links: string[]; sector: string; role: string } | { refused: string }

/**
 * Makes links and answers with them. They are in this answer alone: no address, no cookie, no row
 * holds one. Pressing twice makes others beside them.
 */
export async function inviteAction(_before: InviteState, data: FormData): Promise<InviteState> {
  const asked = schema.inviteSchema.safeParse({
    ...{ round: data.get('round'), sector: data.get('sector') },
    ...{ role: data.get('role'), howMany: data.get('howMany') },
  })
  if (!asked.success) return { refused: asked.error.issues[0]?.message ?? 'Fill in all of it.' }
  try {
    const { sector, role } = asked.data
    const made = await withScope(await sessionToken(), (scope) =>
      readiness.inviteToRound(scope, asked.data),
    )
    return { links: made.map((link) => `/readiness/${link}`), sector, role }
  } catch (error) {
    if (error instanceof SignedOut) return { refused: 'You have been signed out. Sign in again.' }
    if (error instanceof NotPermitted || error instanceof NotFound)
      return { refused: 'Your role cannot do this.' }
    if (error instanceof Refused) return { refused: error.message }
    throw error
  }
}
