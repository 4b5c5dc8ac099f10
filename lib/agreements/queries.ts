import 'server-only'
import type { Scope } from '@/lib/db'
import type { FormValues } from '@/lib/form-state'
import type { Term } from './rules'
import type { Group } from './versions'

const plainDay = (date: Date) => date.toISOString().slice(0, 10)

const header = {
  id: true,
  no: true,
  name: true,
  purpose: true,
  startsAt: true,
  reviewOn: true,
  endsAt: true,
  endedNow: true,
  host: { select: { id: true, name: true } },
} as const

/** On which grounds an agency is, or is asked to be, a party. */
const grounds = {
  id: true,
  lawfulBasis: true,
  conditions: true,
  confidenceLiftedBy: true,
  regime: true,
  contact: true,
  signatory: true,
  signedOn: true,
  agency: { select: { id: true, name: true } },
} as const

/**
 * Every agreement of the place, newest first, with how many parties it has now, and whether the
 * viewer's agency is asked to be one.
 */
export async function listAgreements({ db, viewer }: Scope) {
  const rows = await db.agreement.findMany({
    select: {
      ...header,
      agreementPartys: { select: { leftAt: true } },
      asked: { where: { answer: null, agencyId: viewer.agencyId }, select: { id: true } },
    },
    orderBy: { no: 'desc' },
  })
  const now = new Date()
  return rows.map(({ agreementPartys, asked, reviewOn, ...rest }) => ({
    ...rest,
    reviewOn: plainDay(reviewOn),
    asksUs: asked.length > 0 && !(rest.endsAt && rest.endsAt <= now),
    parties: agreementPartys.filter(({ leftAt }) => !leftAt || leftAt > now).length,
  }))
}

/** One agreement whole, or null: parties, groups with their teams, every term that ever was. */
export async function getAgreement({ db }: Scope, agreementId: string) {
  const row = await db.agreement.findUnique({
    where: { id: agreementId },
    select: {
      ...header,
      place: true,
      gateway: true,
      forbiddenUses: true,
      cohortName: true,
      cohortDescription: true,
      allowsChildren: true,
      dpiaReference: true,
      version: true,
      agreementPartys: {
        select: { ...grounds, joinedAt: true, leftAt: true },
        orderBy: { agency: { name: 'asc' } },
      },
      receiverGroups: {
        select: {
          id: true,
          name: true,
          versionOf: true,
          number: true,
          answers: { select: { agencyId: true, answer: true, answeredAt: true } },
          receiverGroupTeamGroups: {
            select: {
              team: { select: { id: true, name: true, agency: { select: { name: true } } } },
            },
          },
        },
        orderBy: [{ name: 'asc' }, { number: 'asc' }],
      },
    },
  })
  if (!row) return null
  const { agreementPartys, receiverGroups, reviewOn, ...rest } = row
  return {
    ...rest,
    reviewOn: plainDay(reviewOn),
    parties: agreementPartys.map(({ signedOn, ...party }) => ({
      ...party,
      signedOn: plainDay(signedOn),
    })),
    groups: receiverGroups.map(({ receiverGroupTeamGroups, ...group }): Group => ({
      ...group,
      teams: receiverGroupTeamGroups.map(({ team }) => ({
        id: team.id,
        name: team.name,
        agency: team.agency.name,
      })),
    })),
    terms: await listTerms(db, agreementId),
  }
}

export type Agreement = NonNullable<Awaited<ReturnType<typeof getAgreement>>>
export type Party = Agreement['parties'][number]

/**
 * Agencies that the host has asked to be parties, and what came of it: for the host all but those
 * that joined, for the asked agency its own that waits, for others none.
 */
export async function listAskedParties({ db, viewer }: Scope, agreement: Agreement) {
  const host = agreement.host.id === viewer.agencyId
  const rows = await db.partyAsked.findMany({
    where: {
      agreementId: agreement.id,
      OR: [{ answer: null }, { answer: 'no' }],
      ...(host ? {} : { agencyId: viewer.agencyId, answer: null }),
    },
    select: { ...grounds, joinsOn: true, askedAt: true, answer: true, answeredAt: true },
    orderBy: [{ agency: { name: 'asc' } }, { askedAt: 'desc' }],
  })
  return rows
    .filter(({ id, agency }) => rows.find((one) => one.agency.id === agency.id)?.id === id)
    .map(({ signedOn, joinsOn, ...row }) => ({
      ...row,
      signedOn: plainDay(signedOn),
      joinsOn: plainDay(joinsOn),
    }))
}
export type AskedParty = Awaited<ReturnType<typeof listAskedParties>>[number]

/** A group of teams as its form shows it. */
export const groupValues = ({ name, teams }: Agreement['groups'][number]): FormValues => ({
  name,
  teams: teams.map(({ id }) => id).sort(),
})

async function listTerms(db: Scope['db'], agreementId: string): Promise<Term[]> {
  const rows = await db.agreementTerm.findMany({
    where: { agreementId },
    select: {
      id: true,
      giverAgencyId: true,
      giver: { select: { name: true } },
      category: true,
      groupId: true,
      level: true,
      purpose: true,
      forbiddenUses: true,
      onConsent: true,
      countedInInsight: true,
      startsAt: true,
      endsAt: true,
      endedNow: true,
    },
    orderBy: [{ giver: { name: 'asc' } }, { category: 'asc' }, { startsAt: 'asc' }],
  })
  return rows.map(({ giverAgencyId, giver, countedInInsight, ...term }) => ({
    ...term,
    giverId: giverAgencyId,
    giver: giver.name,
    counted: countedInInsight,
  }))
}

/**
 * Does a version of a group give probation, police or a benefits agency more by these terms than
 * they get by default? Then whoever accepts it is asked whether that is meant.
 */
export async function asksToThink(
  { db }: Scope,
  group: string,
  terms: readonly Term[],
): Promise<boolean> {
  const [row] = await db.$queryRaw<{ asks: boolean }[]>`
    select coalesce(bool_or(sharing.needs_thought(${group}::uuid, t.category, t.level::int)), false) as asks
    from unnest(${terms.map(({ category }) => category)}::text[],
      ${terms.map(({ level }) => level)}::int[]) t(category, level)`
  return row?.asks ?? true
}

/** How many people are in the cohort now; null for everybody but the host's officers. */
export async function countCohort({ db }: Scope, agreementId: string): Promise<number | null> {
  const [row] = await db.$queryRaw<{ size: number | null }[]>`
    select sharing.cohort_size(${agreementId}::uuid) as size`
  return row?.size ?? null
}

/** Agencies that could become a party: they sign in, have not ended, are none and are not asked. */
export async function listPossibleParties({ db }: Scope, agreementId: string) {
  return db.agency.findMany({
    where: {
      directoryOnly: false,
      endedAt: null,
      agreementPartys: { none: { agreementId } },
      askedToJoin: { none: { agreementId, answer: null } },
    },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
}

/**
 * Teams that may be in a group: of present parties, and neither enforcing nor deciding benefits.
 */
export async function listPossibleTeams({ db }: Scope, agreementId: string) {
  const teams = await db.team.findMany({
    where: {
      endedAt: null,
      function: { notIn: ['enforcement', 'benefit_decision'] },
      agency: {
        agreementPartys: {
          some: { agreementId, OR: [{ leftAt: null }, { leftAt: { gt: new Date() } }] },
        },
      },
    },
    select: { id: true, name: true, agency: { select: { name: true } } },
    orderBy: [{ agency: { name: 'asc' } }, { name: 'asc' }],
  })
  return teams.map(({ id, name, agency }) => ({ id, name, agency: agency.name }))
}
