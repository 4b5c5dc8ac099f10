import { anyPool } from '../names/cultures'
import { fullName } from '../names/full-name'
import { random } from '../random'
import type { Agreement, Category, Cohort, Level, Party, TeamGroup, Term } from './agency-types'
import { partyGrounds } from './party-data'
import { teams } from './team-data'
import { resettlementParties, resettlementTerms, sharedParties, sharedTerms } from './term-data'

export const cohorts: Cohort[] = [
  {
    key: 'shared-support',
    name: 'People supported by several services',
    description: 'Adults with two or more needs and two or more of the parties, who were told.',
  },
  {
    key: 'leaving-prison',
    name: 'People leaving prison',
    description: 'From twelve weeks before release until six months after it.',
  },
]

const FORBIDDEN = ['sanction', 'eviction', 'arrest', 'immigration', 'fraud']

const group = (key: string, name: string, agencies: string): TeamGroup => ({
  key,
  name,
  teamKeys: teams.filter((t) => agencies.split(' ').includes(t.agencyKey)).map((t) => t.key),
})

const sharedGroups: TeamGroup[] = [
  group('homes', 'Homes and housing support', 'meadow riverside options hf lantern'),
  group('health', 'Health and treatment', 'cmh dna gp hospital'),
  group('care', 'Adult social care', 'asc'),
  group('advice', 'Advice and youth', 'debt youth legal'),
  group('probation', 'Probation', 'probation'),
  group('work', 'Jobcentres', 'jobcentre'),
]

const resettlementGroups: TeamGroup[] = [
  group('door', 'Through the gate', 'options hf riverside dna cmh jobcentre'),
  group('probation', 'Probation', 'probation'),
]

const purposes: Partial<Record<Category, string>> = {
  housing: 'So that a home is found and kept, and nobody is asked the same twice',
  whereabouts: 'So that support reaches people where they are',
  substance_use: 'So that treatment and the rest of the support fit together',
  mental_health: 'So that people are met in the right way, and crises are seen coming',
  justice: 'So that orders and support do not work against each other',
  money: 'So that income is not lost by misunderstanding',
  domestic_abuse: 'So that somebody who needs to know can ask the partnership desk',
  identity: 'So that it is clear who is meant',
  plan: 'So that there is one plan to which all can look',
}

function terms(prefix: string, grid: string, parties: string, groups: TeamGroup[]): Term[] {
  const term = (
    giver: string,
    category: Category,
    to: string,
    level: Level,
    how: string,
  ): Term => ({
    key: `${prefix}.${giver}.${category}.${to}`,
    giverAgencyKey: giver,
    category,
    groupKey: to,
    level,
    purpose: purposes[category] ?? 'So that support fits the whole person',
    forbiddenUses: FORBIDDEN,
    countedInInsight: how !== 'not-counted',
    onConsent: how === 'consent',
  })
  const lines = grid.trim().split('\n')
  const listed = lines.flatMap((line) => {
    const [giver = '', category = '', to = '', level = '', how = ''] = line.split('|')
    return to.split(' ').map((key) => term(giver, category as Category, key, level as Level, how))
  })
  // Haven's very involvement is the fact, so it gives neither name nor plan; nor do the police.
  const open = parties.split(' ').filter((key) => key !== 'haven' && key !== 'police')
  const everybody = open.flatMap((giver) =>
    groups.flatMap((g) => [
      term(giver, 'identity', g.key, 'content', ''),
      term(giver, 'plan', g.key, 'content', ''),
    ]),
  )
  return [...everybody, ...listed]
}

function party(seed: number, agencyKey: string, joinedDay: number): Party {
  const grounds = partyGrounds[agencyKey]
  if (!grounds) throw new Error(`No ground for sharing of ${agencyKey}`)
  const rng = random(`signatory ${seed} ${agencyKey}`)
  const signatory = (role: string) => {
    const name = fullName(rng, anyPool(rng), rng.chance(0.5) ? 'female' : 'male')
    return { name: `${name.given} ${name.family}`.trim(), role, signedDay: joinedDay - 9 }
  }
  const clinical = ['cmh', 'dna', 'gp', 'hospital', 'asc'].includes(agencyKey)
  const signatories = [signatory('Chief officer'), signatory('Data protection officer')]
  if (clinical) signatories.push(signatory('Caldicott guardian'))
  return { agencyKey, ...grounds, joinedDay, leftDay: null, signatories }
}

/** Two agreements with different cohorts, parties, groups and grids. */
export function makeAgreements(seed: number): Agreement[] {
  return [
    {
      key: 'shared-support',
      name: 'The Wrenford agreement',
      purpose: 'To support people with several needs as one person, by those who work with them',
      forbiddenUses: FORBIDDEN,
      cohortKey: 'shared-support',
      startsDay: -1100,
      endsDay: null,
      reviewDay: 74,
      dpiaReference: 'DPIA-WREN-01 (invented)',
      parties: sharedParties
        .split(' ')
        .map((key) => party(seed, key, key === 'legal' ? -420 : -1100)),
      groups: sharedGroups,
      terms: terms('shared', sharedTerms, sharedParties, sharedGroups),
    },
    {
      key: 'leaving-prison',
      name: 'Leaving prison: the resettlement agreement',
      purpose: 'To have a home, money, treatment and a person to meet on the day of release',
      forbiddenUses: FORBIDDEN,
      cohortKey: 'leaving-prison',
      startsDay: -640,
      endsDay: 210,
      reviewDay: 25,
      dpiaReference: 'DPIA-WREN-02 (invented)',
      parties: resettlementParties.split(' ').map((key) => party(seed, key, -640)),
      groups: resettlementGroups,
      terms: terms('resettle', resettlementTerms, resettlementParties, resettlementGroups),
    },
  ]
}
