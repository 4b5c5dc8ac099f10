'use server'

import { redirect } from 'next/navigation'
import type { SessionTimes } from '@/components/layout/session-warning'
import { clearToken } from '@/lib/access/auth'
import { sessionToken } from '@/lib/access/session'
import { sessionTimes } from '@/lib/access/session-times'
import { withScope } from '@/lib/db'
import { SignedOut } from '@/lib/errors'

/** Ends this session in the database, then takes the cookie away. */
export async function signOut(): Promise<void> {
  await endSession(false)
  redirect('/sign-in?signed-out=yes')
}

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
  try {
    await withScope(
      await sessionToken(),
      ({ db }) => db.$executeRaw`select sign_in.sign_out(${everywhere})`,
    )
  } catch (error) {
    if (!(error instanceof SignedOut)) throw error
  }
  await clearToken()
}
