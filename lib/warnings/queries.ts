import 'server-only'
import { londonDate, today } from '@/lib/dates'
import type { Scope } from '@/lib/db'

/**
 * Warnings of a person this viewer may see: those that stand, and those that ended or lapsed;
 * newest first.
 */
export async function listWarnings({ db, viewer }: Scope, personId: string) {
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
      endedReason: true,
      agencyId: true,
      givenBy: true,
      version: true,
      details: { select: { evidence: true } },
    },
    orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
    take: 100,
  })
  const agencies = new Map(
    (await db.agency.findMany({ select: { id: true, name: true } })).map(({ id, name }) => [
      id,
      name,
    ]),
  )
  const now = today()
  return rows.map(({ agencyId, givenBy, details, ...row }) => ({
    ...row,
    evidence: details[0]?.evidence ?? null,
    agency: agencies.get(agencyId) ?? '',
    own: agencyId === viewer.agencyId,
    mine: givenBy === viewer.userId,
    stands:
      row.endedAt === null && londonDate(row.lapsesOn) >= now && londonDate(row.startsOn) <= now,
  }))
}

export type ListedWarning = Awaited<ReturnType<typeof listWarnings>>[number]
