import 'server-only'
import { lookAt } from '@/lib/access/look'
import type { Scope } from '@/lib/db'
import { londonDate } from '@/lib/dates'
import { getAuthors, getGivers } from '@/lib/people/givers'

/**
 * Every rating of a person this viewer may see, newest first, with how severe it is and its note
 * where those are theirs to read.
 */
export async function listRatings(scope: Scope, personId: string) {
  await lookAt(scope, [personId])
  const rows = await scope.db.needRating.findMany({
    where: { personId },
    select: {
      id: true,
      voice: true,
      domain: true,
      state: true,
      direction: true,
      ratedOn: true,
      withdrawnAt: true,
      withdrawnWhy: true,
      agencyId: true,
      givenBy: true,
      grades: { select: { severity: true, trend: true } },
      notes: { select: { words: true } },
    },
    orderBy: [{ ratedOn: 'desc' }, { id: 'desc' }],
    take: 400,
  })
  const givers = await getGivers(scope, personId)
  const ours = rows.filter(({ agencyId }) => givers.isOwn(agencyId))
  const authors = await getAuthors(
    scope,
    ours.map(({ givenBy }) => givenBy),
  )
  return rows.map(({ notes, grades, agencyId, givenBy, ratedOn, voice, ...row }) => ({
    ...row,
    byPerson: voice === 'person',
    ratedOn: londonDate(ratedOn),
    agency: givers.nameOf(agencyId),
    own: givers.isOwn(agencyId),
    author: givers.isOwn(agencyId) ? authors.get(givenBy) : undefined,
    severity: grades[0]?.severity ?? null,
    trend: grades[0]?.trend ?? null,
    note: notes[0]?.words ?? null,
  }))
}

export type Rating = Awaited<ReturnType<typeof listRatings>>[number]

/** Assessments that stand and this viewer may read, newest first, with their items. */
export const listAssessments = ({ db }: Scope, personId: string) =>
  db.assessment.findMany({
    where: { personId, withdrawnAt: null },
    select: {
      id: true,
      tool: true,
      assessedOn: true,
      total: true,
      agencyId: true,
      items: { select: { item: true, score: true }, orderBy: { item: 'asc' } },
    },
    orderBy: { assessedOn: 'desc' },
    take: 6,
  })
