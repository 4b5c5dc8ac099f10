import 'server-only'
import { cache } from 'react'
import { redirect } from 'next/navigation'
import { readToken } from '@/lib/access/auth'
import { orBusy } from '@/lib/access/or-busy'
import { withScope, type Scope } from '@/lib/db'
import { SignedOut } from '@/lib/errors'
import { addressSays, lookJustDone } from '@/lib/just-done'

/** The request's session token, or '' when there is none. Read once a request. */
export const sessionToken = cache(async () => (await readToken()) ?? '')

/**
 * Runs `work` as whoever is signed in; a page opens one and asks all its questions inside it.
 * Nobody signed in: goes to the sign-in page, and back to `from` afterwards (a path with ids only,
 * never a name).
 */
export async function asViewer<T>(work: (scope: Scope) => Promise<T>, from?: string): Promise<T> {
  try {
    const says = await addressSays()
    return await orBusy(async () =>
      withScope(await sessionToken(), async (scope) => {
        if (says) await lookJustDone(scope, says)
        return work(scope)
      }),
    )
  } catch (error) {
    if (!(error instanceof SignedOut)) throw error
  }
  redirect(from ? `/sign-in?back=${encodeURIComponent(from)}` : '/sign-in')
}
