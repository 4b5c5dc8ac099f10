import 'server-only'
import type { Scope } from '@/lib/db'
import { londonDate } from '@/lib/dates'

/**
 * Every rating of a person this viewer may see, newest first, with its note where the note is
 * theirs to read.
 */
export async function listRatings({ db, viewer }: Scope, personId: string) {
  const rows = await db.needRating.findMany({
    where: { personId },
    select: {
      id: true,
      domain: true,
      state: true,
      severity: true,
      trend: true,
      direction: true,
      ratedOn: true,
      agencyId: true,
      givenBy: true,
      notes: { select: { words: true } },
    },
    orderBy: [{ ratedOn: 'desc' }, { id: 'desc' }],
    take: 400,
  })
  const [agencies, authors] = [
    await db.agency.findMany({ select: { id: true, name: true } }),
    await db.appUser.findMany({
      where: { id: { in: [...new Set(rows.map(({ givenBy }) => givenBy))] } },
      select: { id: true, name: true },
    }),
  ]
  const agencyName = new Map(agencies.map(({ id, name }) => [id, name]))
  const authorName = new Map(authors.map(({ id, name }) => [id, name]))
  return rows.map(({ notes, agencyId, givenBy, ratedOn, ...row }) => ({
    ...row,
    ratedOn: londonDate(ratedOn),
    agency: agencyName.get(agencyId) ?? '',
    own: agencyId === viewer.agencyId,
    author: agencyId === viewer.agencyId ? authorName.get(givenBy) : undefined,
    note: notes[0]?.words ?? null,
  }))
}

export type Rating = Awaited<ReturnType<typeof listRatings>>[number]

/** Assessments this viewer may read, newest first, with their items. */
export const listAssessments = ({ db }: Scope, personId: string) =>
  db.assessment.findMany({
    where: { personId },
    select: {
      id: true,
      tool: true,
      assessedOn: true,
      total: true,
      items: { select: { item: true, score: true }, orderBy: { item: 'asc' } },
    },
    orderBy: { assessedOn: 'desc' },
    take: 6,
  })
