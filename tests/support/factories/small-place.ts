import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { plain } from './columns'
import { insertRows } from './rows'
import { inject } from 'vitest'
import { freshDatabase } from '@/tests/support/database'
import { connectAsDefiner, sha256 } from './session'

const agencies = {
  host: { name: 'The partnership desk', kind: 'partnership' },
  clinic: { name: 'A clinic', kind: 'mental_health' },
  probation: { name: 'Probation', kind: 'probation' },
  police: { name: 'The police', kind: 'police' },
  enforcementOfBorders: { name: 'Home Office Immigration', kind: 'other' },
  cafe: { name: 'A café', kind: 'cafe', directory_only: true },
}

const teams = {
  host: { agency: 'host', function: 'support' },
  clinic: { agency: 'clinic', function: 'clinical' },
  probation: { agency: 'probation', function: 'dual' },
  enforcing: { agency: 'police', function: 'enforcement' },
  deciding: { agency: 'police', function: 'benefit_decision' },
} as const

const people = {
  officer: { agency: 'host', role: 'officer', team: null },
  administrator: { agency: 'host', role: 'administrator', team: null },
  commissioner: { agency: 'host', role: 'commissioner', team: null },
  custodian: { agency: 'host', role: 'custodian', team: null },
  worker: { agency: 'host', role: 'practitioner', team: 'host' },
  clinicOfficer: { agency: 'clinic', role: 'officer', team: null },
  probationOfficer: { agency: 'probation', role: 'officer', team: null },
  policeOfficer: { agency: 'police', role: 'officer', team: null },
  clinicAdministrator: { agency: 'clinic', role: 'administrator', team: null },
  clinicWorker: { agency: 'clinic', role: 'practitioner', team: 'clinic' },
} as const

const ids = <K extends string>(of: Readonly<Record<K, unknown>>) =>
  Object.fromEntries(Object.keys(of).map((key) => [key, randomUUID()])) as Record<K, string>

export type SmallPlace = {
  agencies: Record<keyof typeof agencies, string>
  teams: Record<keyof typeof teams, string>
  users: Record<keyof typeof people, string>
  memberships: Record<keyof typeof people, string>
  tokens: Record<keyof typeof people, string>
}

/**
 * A few agencies, teams and people at work, each signed in, and nobody they work with. Acts as the
 * definer.
 */
export async function smallPlace(client: Client): Promise<SmallPlace> {
  const place: SmallPlace = {
    agencies: ids(agencies),
    teams: ids(teams),
    users: ids(people),
    memberships: ids(people),
    tokens: ids(people),
  }
  await insertRows(client, 'installation', [{ id: 1, mode: 'practice', place: 'Somewhere' }])
  const categories = ['identity', 'housing', 'mental_health', 'substance_use', 'safety']
  await insertRows(
    client,
    'category',
    categories.map((key, position) => ({ key, label: key, hint: '', position })),
  )
  await insertRows(
    client,
    'agency',
    entries(agencies).map(([key, agency]) => ({
      ...plain.agency,
      ...agency,
      id: place.agencies[key],
      key,
    })),
  )
  await insertRows(
    client,
    'team',
    entries(teams).map(([key, team]) => ({
      ...plain.team,
      id: place.teams[key],
      key,
      name: `${key} team`,
      agency_id: place.agencies[team.agency],
      function: team.function,
    })),
  )
  for (const [key, { agency, role, team }] of entries(people)) {
    const id = place.memberships[key]
    const user_id = place.users[key]
    await insertRows(client, 'app_user', [
      { id: user_id, name: `A ${key}`, email: `${key.toLowerCase()}@example.org` },
    ])
    await insertRows(client, 'membership', [
      { id, user_id, agency_id: place.agencies[agency], role, starts_at: '2020-01-01' },
    ])
    if (team)
      await insertRows(client, 'membership_team', [
        { membership_id: id, team_id: place.teams[team] },
      ])
    await insertRows(client, 'session', [
      {
        id: randomUUID(),
        token_hash: `\\x${sha256(place.tokens[key])}`,
        user_id,
        membership_id: id,
        idle_until: '2999-01-01',
        absolute_until: '2999-01-01',
      },
    ])
  }
  return place
}

/** Each agency's own officer: who says yes for it. */
export const officerOf = {
  host: 'officer',
  clinic: 'clinicOfficer',
  probation: 'probationOfficer',
  police: 'policeOfficer',
} as const

/**
 * The host's officer asks an agency to be a party to an agreement of theirs, and its own officer
 * says yes. In a transaction, which goes on as the host's officer.
 */
export async function joins(
  app: Client,
  place: SmallPlace,
  agreement: string,
  agency: keyof typeof officerOf,
  day: string,
): Promise<void> {
  const as = (who: keyof SmallPlace['tokens']) =>
    app.query(`select set_config('app.session', $1, true)`, [place.tokens[who]])
  await as('officer')
  const { rows } = await app.query<{ id: string }>(
    `select sharing.add_party($1, $2, 'public task', 'Art. 9', 'consent', 'uk_gdpr', 'desk', 'Sam',
       $3::date, $3::date)::text as id`,
    [agreement, place.agencies[agency], day],
  )
  if (agency !== 'host') {
    await as(officerOf[agency])
    await app.query('select sharing.answer_party($1, true)', [rows[0]?.id])
    await as('officer')
  }
}

const entries = <T extends object>(of: T) =>
  Object.entries(of) as [keyof T & string, T[keyof T & string]][]

/** A database of its own with the small place in it. The caller drops it. */
export async function smallDatabase() {
  const database = await freshDatabase()
  const definer = await connectAsDefiner(database.ownerUrl, inject('server').roles.definer)
  const place = await smallPlace(definer)
  await definer.end()
  return { database, place }
}
