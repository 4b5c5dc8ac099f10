import 'server-only'
import { z } from 'zod'
import type { Scope } from '@/lib/db'
import { getAuthors, getGivers } from '@/lib/people/givers'

/** Changes on a page. */
export const historyPage = 30

/** A history's address: the place in the list. */
export const historySchema = z.object({ after: z.uuid().optional().catch(undefined) })

/**
 * What the viewer's agency changed about a person, newest first: fields, and their old and new
 * values. Ids are time-ordered, so the last row's id is the place in the list.
 */
export async function listChanges(scope: Scope, personId: string, after: string | undefined) {
  const rows = await scope.db.change.findMany({
    where: { personId, ...(after && { id: { lt: after } }) },
    select: {
      id: true,
      tableName: true,
      before: true,
      after: true,
      at: true,
      actorId: true,
      membershipId: true,
      agencyId: true,
    },
    orderBy: { id: 'desc' },
    take: historyPage + 1,
  })
  const givers = await getGivers(scope, personId)
  // What another agency's worker brought about (a death ends all work) is ours, and they are not.
  const memberships = await scope.db.membership.findMany({
    where: {
      id: { in: rows.flatMap(({ membershipId }) => membershipId ?? []) },
      agencyId: scope.viewer.agencyId,
    },
    select: { id: true },
  })
  const byUs = rows.filter(({ membershipId }) => memberships.some(({ id }) => id === membershipId))
  const names = await getAuthors(
    scope,
    byUs.map(({ actorId }) => actorId),
  )
  const shown = rows.slice(0, historyPage)
  return {
    changes: shown.map(({ agencyId, actorId, membershipId, before, after: became, ...row }) => ({
      ...row,
      before: before as Record<string, unknown> | null,
      after: became as Record<string, unknown> | null,
      agency: givers.nameOf(agencyId),
      who: memberships.some(({ id }) => id === membershipId)
        ? (names.get(actorId ?? '') ?? null)
        : null,
    })),
    next: rows.length > historyPage ? (shown.at(-1)?.id ?? null) : null,
  }
}

export type Change = Awaited<ReturnType<typeof listChanges>>['changes'][number]
