import 'server-only'
import type { Scope } from '@/lib/db'
import { londonDate } from '@/lib/dates'
import { getGivers } from '@/lib/people/givers'
import type { Because } from '@/lib/people/view'
import type { ActKind } from '@/lib/waiting/words'

type LevelRow = {
  agency: string
  own: boolean
  team: string | null
  function: string | null
  people: number
  grounds: string[]
  since: Date
  until: Date | null
  opens: string
  categories: string[]
  level: number
}

/** A team that may open the person, and what it sees of the viewer's own agency's entries. */
export type Reader = Omit<LevelRow, 'categories' | 'level'> & {
  sees: { categories: string[]; level: number }[]
}

/**
 * Who can see this record, and why: worked out by the policies' own functions from the policies'
 * own tables.
 */
export async function listReaders({ db }: Scope, personId: string): Promise<Reader[]> {
  const rows = await db.$queryRaw<LevelRow[]>`select * from access.reader_levels(${personId}::uuid)`
  const readers = new Map<string, Reader>()
  for (const { categories, level, ...team } of rows) {
    const key = `${team.agency}/${team.team ?? ''}/${team.opens}`
    const reader = readers.get(key) ?? { ...team, sees: [] }
    reader.sees.push({ categories, level })
    readers.set(key, reader)
  }
  return [...readers.values()]
}

/** Why this viewer may: grounds and agreements. */
export async function getBecause({ db }: Scope, personId: string): Promise<Because> {
  const [row] = await db.$queryRaw<
    { because: Because }[]
  >`select page.because(${personId}::uuid) as because`
  return row?.because ?? { grounds: [], agreements: [] }
}

/** What the person said about sharing, as far as this viewer may read it; newest first. */
export async function listChoices(scope: Scope, personId: string) {
  const { db } = scope
  const rows = await db.choice.findMany({
    where: { personId },
    select: {
      id: true,
      kind: true,
      aboutCategories: true,
      agreementId: true,
      groupId: true,
      saidOn: true,
      how: true,
      upheld: true,
      endsAt: true,
      withdrawnAt: true,
      overriddenBy: true,
      overrideReason: true,
      agencyId: true,
    },
    orderBy: { saidOn: 'desc' },
  })
  const givers = await getGivers(scope, personId)
  const groups = new Map(
    (await db.receiverGroup.findMany({ select: { id: true, name: true } })).map(({ id, name }) => [
      id,
      name,
    ]),
  )
  return rows.map(({ agencyId, groupId, saidOn, ...row }) => ({
    ...row,
    saidOn: londonDate(saidOn),
    by: givers.nameOf(agencyId),
    own: agencyId === scope.viewer.agencyId,
    group: groupId ? (groups.get(groupId) ?? null) : null,
    stands:
      row.withdrawnAt === null &&
      row.overriddenBy === null &&
      (row.endsAt === null || row.endsAt > new Date()),
  }))
}

type ObjectionRow = {
  act_id: string
  asked_at: Date
  agency: string
  decision: string | null
  answer: string | null
}

/** Objections that others recorded and that hold back what the viewer's own agency gives. */
export async function listObjections({ db }: Scope, personId: string) {
  const rows = await db.$queryRaw<ObjectionRow[]>`
    select * from people.objections(${personId}::uuid)`
  return rows.map(({ act_id, asked_at, ...row }) => ({ ...row, id: act_id, askedAt: asked_at }))
}

type Asked = {
  id: string
  kind: ActKind
  about: string | null
  asked_at: Date
  by_whom: string
  mine: boolean
}

/**
 * States of the record that this viewer may know of, with whom they name where that is theirs to
 * see.
 */
export async function getStates(scope: Scope, personId: string) {
  const { db, viewer } = scope
  const named = await db.$queryRaw<{ user_id: string; name: string }[]>`
    select * from people.limited_named(${personId}::uuid)`
  const teams = await db.$queryRaw<{ team_id: string; name: string }[]>`
    select * from people.whereabouts_teams(${personId}::uuid)`
  const cohorts = await db.cohortMember.findMany({
    where: { personId },
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      toldOn: true,
      agencyId: true,
      agreement: { select: { id: true, name: true, cohortName: true } },
    },
    orderBy: { startsAt: 'desc' },
  })
  const givers = await getGivers(scope, personId)
  const harm = await db.harmLink.findMany({
    where: { personId, endedAt: null },
    select: { id: true, kind: true, detail: true },
  })
  const protectedByUs = await db.protectedWhereabouts.findFirst({
    where: { personId, agencyId: viewer.agencyId, endedAt: null },
    select: { reviewOn: true },
  })
  // Row security shows it to the agency that set it, and to nobody else.
  const protectedName = await db.protectedName.findFirst({
    where: { personId, endedAt: null },
    select: { setOn: true },
  })
  const asked = await db.$queryRaw<Asked[]>`select * from people.asked(${personId}::uuid)`
  const [team] = await db.$queryRaw<{ asks: boolean }[]>`select access.asks_for_others() as asks`
  return {
    asked: asked.map(({ asked_at, by_whom, ...act }) => ({
      ...act,
      askedAt: asked_at,
      by: by_whom,
    })),
    limitedNamed: named,
    whereaboutsTeams: teams,
    protectedByUs,
    cohorts: cohorts.map(({ agencyId, ...one }) => ({ ...one, by: givers.nameOf(agencyId) })),
    /** The viewer’s teams get what others gave by request alone, and no placement of theirs. */
    asksForOthers: team?.asks ?? false,
    harm,
    protectedName,
  }
}
