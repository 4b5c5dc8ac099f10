import 'server-only'
import { z } from 'zod'
import type { Scope } from '@/lib/db'

/** Changes on a page. */
export const historyPage = 30

/** A history's address: the place in the list. */
export const historySchema = z.object({ after: z.uuid().optional().catch(undefined) })

/**
 * What was changed about a person, newest first, as far as this viewer may see: fields, and their
 * old and new values where the entry itself is open at that level. Ids are time-ordered, so the
 * last row's id is the place in the list.
 */
export async function listChanges(
  { db, viewer }: Scope,
  personId: string,
  after: string | undefined,
) {
  const rows = await db.change.findMany({
    where: { personId, ...(after && { id: { lt: after } }) },
    select: {
      id: true,
      tableName: true,
      before: true,
      after: true,
      at: true,
      actorId: true,
      agencyId: true,
    },
    orderBy: { id: 'desc' },
    take: historyPage + 1,
  })
  const names = new Map(
    (
      await db.appUser.findMany({
        where: { id: { in: rows.flatMap(({ actorId }) => (actorId ? [actorId] : [])) } },
        select: { id: true, name: true },
      })
    ).map(({ id, name }) => [id, name]),
  )
  const agencies = new Map(
    (await db.agency.findMany({ select: { id: true, name: true } })).map(({ id, name }) => [
      id,
      name,
    ]),
  )
  const shown = rows.slice(0, historyPage)
  return {
    changes: shown.map(({ agencyId, actorId, before, after: became, ...row }) => ({
      ...row,
      before: before as Record<string, unknown> | null,
      after: became as Record<string, unknown> | null,
      agency: agencies.get(agencyId) ?? '',
      who: actorId && agencyId === viewer.agencyId ? (names.get(actorId) ?? null) : null,
    })),
    next: rows.length > historyPage ? (shown.at(-1)?.id ?? null) : null,
  }
}

export type Change = Awaited<ReturnType<typeof listChanges>>['changes'][number]
