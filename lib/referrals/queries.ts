import 'server-only'
import { can } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import { getGivers } from '@/lib/people/givers'
import { anotherService } from '@/lib/people/another-service'
import { namesOf } from '@/lib/people/names'
import { STEPS, statusOf, type Step } from './rules'

const head = {
  ...{ id: true, personId: true, agencyId: true, teamId: true, givenBy: true, givenAt: true },
  ...{ toTeamId: true, toName: true, reason: true, sentAt: true, answer: true, decidedAt: true },
  ...{ refusalReason: true, withdrawnAt: true, startsOn: true, startedAt: true, endedAt: true },
  outcome: true,
} as const

type Row = {
  agencyId: string
  teamId: string
  toTeamId: string | null
  toName: string | null
  sentAt: Date | null
  answer: string | null
  withdrawnAt: Date | null
  startedAt: Date | null
  endedAt: Date | null
}

/** Teams by name, with their agencies: a place's own list, and nobody's secret by itself. */
async function getTeams({ db }: Scope, ids: (string | null)[]) {
  const teams = await db.team.findMany({
    where: { id: { in: [...new Set(ids.flatMap((id) => id ?? []))] } },
    select: { id: true, name: true, agencyId: true, agency: { select: { name: true } } },
  })
  return new Map(teams.map((team) => [team.id, team]))
}

type Teams = Awaited<ReturnType<typeof getTeams>>

const titleOf = (teams: Teams, id: string | null) => {
  const team = id === null ? undefined : teams.get(id)
  return (
    team &&
    (team.name.startsWith(team.agency.name) ? team.name : `${team.agency.name}, ${team.name}`)
  )
}

/** From whom to whom, as far as a reader who is neither side may know of either. */
function sides(row: Row, teams: Teams, isKnown: (agency: string) => boolean, { viewer }: Scope) {
  const own = row.agencyId === viewer.agencyId
  const received = row.toTeamId !== null && viewer.teamIds.includes(row.toTeamId)
  const to = row.toTeamId === null ? undefined : teams.get(row.toTeamId)
  const seen = own || received
  return {
    own,
    received,
    outside: row.toTeamId === null,
    from:
      seen || isKnown(row.agencyId)
        ? (titleOf(teams, row.teamId) ?? anotherService)
        : anotherService,
    to:
      row.toName ??
      (seen || isKnown(to?.agencyId ?? '') ? titleOf(teams, row.toTeamId) : undefined) ??
      anotherService,
    status: statusOf(row),
  }
}

/** A person's referrals that this viewer may read, the newest first. */
export async function listReferrals(scope: Scope, personId: string) {
  const rows = await scope.db.referral.findMany({
    where: { personId },
    select: head,
    orderBy: [{ givenAt: 'desc' }, { id: 'desc' }],
    take: 100,
  })
  const givers = await getGivers(scope, personId)
  const known = new Set(givers.known.map(({ id }) => id))
  const teams = await getTeams(
    scope,
    rows.flatMap(({ teamId, toTeamId }) => [teamId, toTeamId]),
  )
  return rows.map((row) => ({ ...row, ...sides(row, teams, (id) => known.has(id), scope) }))
}

export type ListedReferral = Awaited<ReturnType<typeof listReferrals>>[number]

/** How many of a kind a page of the inbox or the outbox shows. */
export const BOX = 100

/**
 * What was sent to the viewer's teams, or by them: with whom it is about as far as they may know
 * now. What was declined or taken back keeps its line, and names nobody any more.
 */
export async function listBox(scope: Scope, box: 'in' | 'out') {
  const { db, viewer } = scope
  const rows = await db.referral.findMany({
    where:
      box === 'in'
        ? { toTeamId: { in: viewer.teamIds }, sentAt: { not: null } }
        : { agencyId: viewer.agencyId, teamId: { in: viewer.teamIds } },
    select: head,
    orderBy: [{ sentAt: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
    take: BOX,
  })
  const names = await namesOf(
    scope,
    rows.map(({ personId }) => personId),
  )
  const teams = await getTeams(
    scope,
    rows.flatMap(({ teamId, toTeamId }) => [teamId, toTeamId]),
  )
  return rows.map((row) => ({
    ...row,
    ...sides(row, teams, () => false, scope),
    whose: names.get(row.personId) ?? null,
  }))
}

export type BoxReferral = Awaited<ReturnType<typeof listBox>>[number]

/** Referrals that wait for the viewer's answer, the longest first; at most `most`. */
export async function listToAnswer(scope: Scope, most: number) {
  if (!can(scope.viewer, 'referral:answer') || scope.viewer.teamIds.length === 0) return []
  const waiting = (await listBox(scope, 'in')).filter(({ status }) => status === 'sent')
  const steps = await getSteps(
    scope,
    waiting.map(({ id }) => id),
  )
  return waiting
    .filter(({ id, whose }) => whose !== null && steps.get(id)?.includes('accepted'))
    .reverse()
    .slice(0, most)
}

/** What the viewer may do with each of these now. */
export async function getSteps({ db }: Scope, ids: string[]) {
  const rows = await db.$queryRaw<{ id: string; kind: string }[]>`
    select id, kind from work.referral_steps(${ids}::uuid[])`
  const found = new Map<string, Step[]>()
  for (const { id, kind } of rows) {
    const step = STEPS.find((one) => one === kind)
    if (step) found.set(id, [...(found.get(id) ?? []), step])
  }
  return found
}

type LogLine = {
  kind: Step
  at: Date
  agency: string
  worker: string | null
  own: boolean
  words: string | null
}

/** One referral by id, without what is written in it; null where there is none to this viewer. */
export async function findReferral(scope: Scope, id: string) {
  const row = await scope.db.referral.findFirst({ where: { id }, select: head })
  if (!row) return null
  const givers = await getGivers(scope, row.personId)
  const known = new Set(givers.known.map((giver) => giver.id))
  const teams = await getTeams(scope, [row.teamId, row.toTeamId])
  return { ...row, ...sides(row, teams, (agency) => known.has(agency), scope) }
}

/**
 * What is written in it and what each side did, as far as this viewer may read: the sender's words
 * by edition, the newest first, and the log.
 */
export async function readReferral({ db, ...scope }: Scope, id: string) {
  const editions = await db.referralDetail.findMany({
    where: { referralId: id },
    select: {
      ...{ edition: true, words: true, givenAt: true, agreedOn: true, agreedHow: true },
      ...{ council: true, contactBy: true, homeUntil: true },
    },
    orderBy: { edition: 'desc' },
    take: 20,
  })
  const log = await db.$queryRaw<LogLine[]>`select * from work.referral_log(${id}::uuid)`
  const steps = (await getSteps({ db, ...scope }, [id])).get(id) ?? []
  return { editions, log, steps }
}

export type ReadReferral = Awaited<ReturnType<typeof readReferral>>

/** Teams one can refer to: those of other agencies and one's own agency's others, by agency. */
export async function listReceivers({ db, viewer }: Scope) {
  const teams = await db.team.findMany({
    where: {
      id: { notIn: viewer.teamIds },
      endedAt: null,
      agency: { directoryOnly: false },
      membershipTeams: { some: {} },
    },
    select: { id: true, name: true, agency: { select: { name: true } } },
    orderBy: [{ agency: { name: 'asc' } }, { name: 'asc' }],
  })
  return teams.map(({ id, name, agency }) => ({
    value: id,
    label: name.startsWith(agency.name) ? name : `${agency.name}, ${name}`,
  }))
}
