import 'server-only'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { asViewer } from '@/lib/access/session'
import type { Scope } from '@/lib/db'
import { openPerson, type OpenPerson } from '@/lib/people/queries'
import { findReferral, readReferral, type ReadReferral } from '@/lib/referrals/queries'

type Found = NonNullable<Awaited<ReturnType<typeof findReferral>>>
export type OpenedReferral = Found & ReadReferral & { person: OpenPerson | null }

/**
 * Opens one referral: as one that this viewer may read, with its person opened and logged where
 * they are open to the viewer still. After a no, or once it is taken back, its line stays and the
 * person is closed.
 */
export async function withReferral<T>(
  params: Promise<{ referralId: string }>,
  page: 'referrals' | 'change',
  ask: (scope: Scope, referral: OpenedReferral) => Promise<T>,
  path = '',
) {
  const { referralId } = await params
  if (!z.uuid().safeParse(referralId).success) notFound()
  const answer = await asViewer(async (scope) => {
    const found = await findReferral(scope, referralId)
    if (!found) return null
    const person = await openPerson(scope, found.personId, page)
    const referral = { ...found, ...(await readReferral(scope, referralId)), person }
    return { viewer: scope.viewer, referral, asked: await ask(scope, referral) }
  }, `/referrals/${referralId}${path}`)
  return answer ?? notFound()
}
