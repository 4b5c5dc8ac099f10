import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { inject, vi } from 'vitest'
import { CATEGORIES } from '@/lib/access/categories'
import { withScope, type Scope } from '@/lib/db'
import { connected } from '@/scripts/connection.mjs'
import { freshDatabase } from '@/tests/support/database'
import { plain } from './columns'
import { insertRows, type Row } from './rows'
import { connectAsDefiner, sha256 } from './session'

// Three agencies share under one agreement and work with Sam; a fourth is outside it.
const agencies = {
  probation: { function: 'dual', about: ['justice'], kind: 'probation' },
  housing: { function: 'support', about: ['housing'], kind: 'housing_provider' },
  clinic: { function: 'clinical', about: ['mental_health'], kind: 'mental_health' },
  landlord: { function: 'support', about: ['housing'], kind: 'housing_provider' },
} as const

const people = {
  priya: { agency: 'probation', role: 'practitioner' },
  ben: { agency: 'probation', role: 'practitioner' },
  mo: { agency: 'probation', role: 'manager' },
  vi: { agency: 'probation', role: 'limited' },
  tom: { agency: 'housing', role: 'practitioner' },
  dana: { agency: 'clinic', role: 'practitioner' },
  lou: { agency: 'landlord', role: 'practitioner' },
  cass: { agency: 'housing', role: 'custodian' },
  olu: { agency: 'housing', role: 'commissioner' },
  ada: { agency: 'probation', role: 'administrator' },
} as const

type Agency = keyof typeof agencies
export type Worker = keyof typeof people

/**
 * What probation lets the others see: its justice entries whole, its housing entries' headlines.
 */
const terms = [
  ['probation', 'identity', 4],
  ['probation', 'justice', 4],
  ['probation', 'housing', 3],
  ['housing', 'housing', 4],
  ['clinic', 'mental_health', 3],
] as const

const ids = <K extends string>(of: Readonly<Record<K, unknown>>) =>
  Object.fromEntries(Object.keys(of).map((key) => [key, randomUUID()])) as Record<K, string>
const entries = <T extends object>(of: T) => Object.entries(of) as [keyof T & string, T[keyof T]][]

export type WorkingPlace = Awaited<ReturnType<typeof workingPlace>>

/**
 * A database of its own with agencies at work, each worker signed in. `sam` is known to probation,
 * housing and the clinic and is in the cohort; `alex` to probation alone.
 */
export async function workingPlace() {
  const urls = await freshDatabase()
  vi.stubEnv('DATABASE_URL_APP', urls.appUrl)
  vi.stubEnv('NEXTAUTH_SECRET', 'only for tests, and long enough to pass')
  const place = {
    agencies: ids(agencies),
    teams: ids(agencies),
    users: ids(people),
    memberships: ids(people),
    tokens: ids(people),
    people: { sam: randomUUID(), alex: randomUUID() },
    agreement: randomUUID(),
    group: randomUUID(),
  }
  const definer = await connectAsDefiner(urls.ownerUrl, inject('server').roles.definer)
  await loadWork(definer, place)
  await loadAgreement(definer, place)
  await work(definer, place, 'sam', ['probation', 'housing', 'clinic'])
  await work(definer, place, 'alex', ['probation'])
  await definer.end()
  return {
    ...place,
    /** Does something as one of the workers, in a transaction of the app's login. */
    as: <T>(who: Worker, what: (scope: Scope) => Promise<T>) => withScope(place.tokens[who], what),
    /** What the database holds, whoever may see it. */
    look: <R extends object>(sql: string, values: unknown[] = []) =>
      connected(urls.adminUrl, async (client) => (await client.query<R>(sql, values)).rows),
    /** Where its administrator connects, for what a transaction must take back. */
    adminUrl: urls.adminUrl,
    close: () => urls.drop(),
  }
}

type Ids = {
  agencies: Record<Agency, string>
  teams: Record<Agency, string>
  users: Record<Worker, string>
  memberships: Record<Worker, string>
  tokens: Record<Worker, string>
  people: { sam: string; alex: string }
  agreement: string
  group: string
}

async function loadWork(client: Client, place: Ids) {
  const put = (table: string, rows: Row[]) => insertRows(client, table, rows)
  await put('installation', [{ id: 1, mode: 'practice', place: 'Somewhere' }])
  await put(
    'category',
    CATEGORIES.map(({ key, label, hint }, position) => ({ key, label, hint, position })),
  )
  for (const [key, { function: does, about, kind }] of entries(agencies)) {
    const id = place.agencies[key]
    await put('agency', [{ ...plain.agency, id, key, name: key, kind }])
    await put('team', [
      {
        id: place.teams[key],
        key,
        name: `${key} team`,
        agency_id: id,
        function: does,
        default_categories: about,
      },
    ])
  }
  for (const [key, { agency, role }] of entries(people)) {
    const [id, user] = [place.memberships[key], place.users[key]]
    await put('app_user', [{ id: user, name: key, email: `${key}@example.org` }])
    await put('membership', [
      { id, user_id: user, agency_id: place.agencies[agency], role, starts_at: '2020-01-01' },
    ])
    await put('membership_team', [{ membership_id: id, team_id: place.teams[agency] }])
    await put('session', [
      {
        id: randomUUID(),
        token_hash: `\\x${sha256(place.tokens[key])}`,
        user_id: user,
        membership_id: id,
        idle_until: '2999-01-01',
        absolute_until: '2999-01-01',
      },
    ])
  }
}

async function loadAgreement(client: Client, place: Ids) {
  const put = (table: string, rows: Row[]) => insertRows(client, table, rows)
  const agreement_id = place.agreement
  const parties = ['probation', 'housing', 'clinic'] as const
  await put('agreement', [
    {
      ...plain.agreement,
      id: agreement_id,
      starts_at: '2020-01-01',
      review_on: '2990-01-01',
      host_agency_id: place.agencies.housing,
    },
  ])
  await put(
    'agreement_party',
    parties.map((agency) => ({
      ...plain.agreement_party,
      id: randomUUID(),
      agreement_id,
      agency_id: place.agencies[agency],
      joined_at: '2020-01-01',
    })),
  )
  await put('receiver_group', [{ id: place.group, agreement_id, name: 'All of us' }])
  await put(
    'receiver_group_team',
    parties.map((agency) => ({ group_id: place.group, team_id: place.teams[agency] })),
  )
  await put(
    'agreement_term',
    terms.map(([giver, category, level]) => ({
      ...plain.agreement_term,
      id: randomUUID(),
      agreement_id,
      giver_agency_id: place.agencies[giver],
      category,
      group_id: place.group,
      level,
      starts_at: '2020-01-01',
    })),
  )
}

/** A person with a record and an involvement of each of these agencies; Sam in the cohort too. */
async function work(client: Client, place: Ids, who: 'sam' | 'alex', by: Agency[]) {
  const person_id = place.people[who]
  await insertRows(client, 'person', [{ id: person_id }])
  if (who === 'sam')
    await insertRows(client, 'cohort_member', [
      {
        id: randomUUID(),
        agreement_id: place.agreement,
        person_id,
        starts_at: '2020-01-01',
        agency_id: place.agencies.landlord,
        decided_by: place.users.lou,
      },
    ])
  for (const agency of by) {
    const record_id = randomUUID()
    const author = entries(people).find(([, one]) => one.agency === agency)?.[0] ?? 'priya'
    const head = {
      person_id,
      record_id,
      agency_id: place.agencies[agency],
      team_id: place.teams[agency],
      given_by: place.users[author],
      categories: [],
    }
    await insertRows(client, 'record', [
      { id: record_id, person_id, agency_id: place.agencies[agency], confirmed: true },
    ])
    await insertRows(client, 'involvement', [
      { ...head, id: randomUUID(), came_from: 'present', starts_on: '2024-01-01' },
    ])
    await insertRows(client, 'person_name', [
      { ...head, ...plain.person_name, id: randomUUID(), given: who, family: 'Example' },
    ])
  }
}
