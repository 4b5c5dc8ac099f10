import 'server-only'
import { londonDate, today } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { getGivers } from '@/lib/people/givers'

/**
 * Warnings of a person this viewer may see: those that stand, and those that ended or lapsed;
 * newest first.
 */
export async function listWarnings(scope: Scope, personId: string) {
  const { db, viewer } = scope
  const rows = await db.warning.findMany({
    where: { personId },
    select: {
      id: true,
      kind: true,
      headline: true,
      told: true,
      toldOn: true,
      startsOn: true,
      lapsesOn: true,
      endedAt: true,
      agencyId: true,
      givenBy: true,
      version: true,
      details: { select: { evidence: true } },
      ends: { select: { reason: true } },
    },
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    take: 100,
  })
  const givers = await getGivers(scope, personId)
  const now = today()
  return rows.map(({ agencyId, givenBy, details, ends, ...row }) => ({
    ...row,
    evidence: details[0]?.evidence ?? null,
    endedReason: ends[0]?.reason ?? null,
    agency: givers.nameOf(agencyId),
    own: givers.isOwn(agencyId),
    mine: givenBy === viewer.userId,
    stands:
      row.endedAt === null && londonDate(row.lapsesOn) >= now && londonDate(row.startsOn) <= now,
  }))
}

export type ListedWarning = Awaited<ReturnType<typeof listWarnings>>[number]
