'use server'

import { redirect } from 'next/navigation'
import type { SessionTimes } from '@/components/layout/session-warning'
import { clearToken } from '@/lib/access/auth'
import { orBusy } from '@/lib/access/or-busy'
import { sessionToken } from '@/lib/access/session'
import { sessionTimes } from '@/lib/access/session-times'
import { formAction } from '@/lib/action'
import { beforeSignIn, withScope } from '@/lib/db'
import { SignedOut } from '@/lib/errors'
import { putAway } from '@/lib/today/commands'
import { putAwaySchema } from '@/lib/today/schema'

/** Ends this session in the database, then takes the cookie away. */
export async function signOut(): Promise<void> {
  await endSession(false)
  redirect('/sign-in?signed-out=yes')
}

/** A notice that has been seen is not shown again. */
export const putAwayAction = formAction(putAwaySchema, async (scope, { notice }) => {
  await putAway(scope, notice)
  return '/'
})

/** Ends every session of the signed-in user, on every device. */
export async function signOutEverywhere(): Promise<void> {
  await endSession(true)
  redirect('/sign-in?signed-out=yes')
}

/**
 * Being here counts: the idle time starts anew. Bound to the membership that the page was drawn
 * for; null when signed out, or when somebody else is signed in here by now.
 */
export async function staySignedIn(membershipId: string): Promise<SessionTimes | null> {
  try {
    return await withScope(await sessionToken(), ({ viewer }) =>
      Promise.resolve(viewer.membershipId === membershipId ? sessionTimes(viewer) : null),
    )
  } catch (error) {
    if (error instanceof SignedOut) return null
    throw error
  }
}

async function endSession(everywhere: boolean) {
  const token = await sessionToken()
  await orBusy(() => beforeSignIn.signOut(token, everywhere))
  await clearToken()
}
