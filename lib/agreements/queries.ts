import 'server-only'
import type { Scope } from '@/lib/db'
import type { FormValues } from '@/lib/form-state'
import type { Term } from './rules'

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

/** Every agreement of the place, newest first, with how many parties it has now. */
export async function listAgreements({ db }: Scope) {
  const rows = await db.agreement.findMany({
    select: { ...header, agreementPartys: { select: { leftAt: true } } },
    orderBy: { no: 'desc' },
  })
  const now = new Date()
  return rows.map(({ agreementPartys, reviewOn, ...rest }) => ({
    ...rest,
    reviewOn: plainDay(reviewOn),
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
        select: {
          id: true,
          lawfulBasis: true,
          conditions: true,
          confidenceLiftedBy: true,
          regime: true,
          contact: true,
          signatory: true,
          signedOn: true,
          joinedAt: true,
          leftAt: true,
          agency: { select: { id: true, name: true } },
        },
        orderBy: { agency: { name: 'asc' } },
      },
      receiverGroups: {
        select: {
          id: true,
          name: true,
          receiverGroupTeamGroups: {
            select: {
              team: { select: { id: true, name: true, agency: { select: { name: true } } } },
            },
          },
        },
        orderBy: { name: 'asc' },
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
    groups: receiverGroups.map(({ id, name, receiverGroupTeamGroups }) => ({
      id,
      name,
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

/** How many people are in the cohort now; null for everybody but the host's officers. */
export async function countCohort({ db }: Scope, agreementId: string): Promise<number | null> {
  const [row] = await db.$queryRaw<{ size: number | null }[]>`
    select sharing.cohort_size(${agreementId}::uuid) as size`
  return row?.size ?? null
}

/** Agencies that could become a party: they sign in, have not ended and are none yet. */
export async function listPossibleParties({ db }: Scope, agreementId: string) {
  return db.agency.findMany({
    where: {
      directoryOnly: false,
      endedAt: null,
      agreementPartys: { none: { agreementId } },
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
