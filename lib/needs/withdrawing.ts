import 'server-only'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import { formatDate, londonDate } from '@/lib/dates'
import { NotFound, Refused } from '@/lib/errors'
import type { WithdrawnInput } from './schema'

const what = { rating: 'rating', assessment: 'assessment' } as const

/** One of the viewer's own agency's, for the page that takes it back; null when there is none. */
export async function getWithdrawable(
  { db, viewer }: Scope,
  { personId, kind, entryId }: Pick<WithdrawnInput, 'personId' | 'kind' | 'entryId'>,
) {
  const own = { id: entryId, personId, agencyId: viewer.agencyId, withdrawnAt: null }
  const select = { givenAt: true } as const
  const found =
    kind === 'rating'
      ? await db.needRating.findFirst({ where: own, select })
      : await db.assessment.findFirst({ where: own, select })
  return found && { given: formatDate(londonDate(found.givenAt)) }
}

/**
 * Takes a rating or an assessment back, with all that is in it. It stays in our own agency, marked
 * with why, so that what was read can be explained; to everybody else it is not there.
 *
 * @throws NotFound when it is not ours to read whole; Refused when it was taken back before
 */
export async function withdrawEntry({ db, viewer }: Scope, input: WithdrawnInput): Promise<void> {
  permit(viewer, input.kind === 'rating' ? 'need:rate' : 'assessment:record')
  const own = { id: input.entryId, personId: input.personId, agencyId: viewer.agencyId }
  const where = { ...own, withdrawnAt: null }
  const { kind, why } = input
  const { count } =
    kind === 'rating'
      ? await db.needRating.updateMany({
          where,
          data: { withdrawnAt: new Date(), withdrawnWhy: why },
        })
      : await db.assessment.updateMany({
          where,
          data: { withdrawnAt: new Date(), withdrawnWhy: why },
        })
  if (count > 0) return
  const before =
    input.kind === 'rating'
      ? await db.needRating.count({ where: { ...own, withdrawnAt: { not: null } } })
      : await db.assessment.count({ where: { ...own, withdrawnAt: { not: null } } })
  if (before > 0) throw new Refused(`This ${what[input.kind]} has been withdrawn already.`)
  throw new NotFound()
}
