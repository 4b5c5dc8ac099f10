import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { plain } from './columns'
import { insertRows } from './rows'
import type { SmallPlace } from './small-place'

type Made = { definer: Client; place: SmallPlace }

/** A record, work and a name that an agency gives of a person. */
export async function works(
  { definer, place }: Made,
  person: string,
  agency: 'host' | 'clinic',
): Promise<void> {
  const record = randomUUID()
  const agency_id = place.agencies[agency]
  const header = {
    person_id: person,
    record_id: record,
    agency_id,
    team_id: place.teams[agency],
    given_by: place.users[agency === 'host' ? 'worker' : 'clinicWorker'],
  }
  await insertRows(definer, 'record', [
    { id: record, person_id: person, agency_id, confirmed: true },
  ])
  await insertRows(definer, 'involvement', [
    { ...plain.involvement, ...header, id: randomUUID(), starts_on: '2024-01-01' },
  ])
  const family = agency === 'host' ? 'worker' : 'Reed'
  await insertRows(definer, 'person_name', [
    { ...plain.person_name, ...header, id: randomUUID(), family },
  ])
}

/** An agreement to which agencies are parties. */
export async function shareBetween(
  { definer, place }: Made,
  agencies: readonly ('host' | 'clinic')[],
): Promise<void> {
  const agreement_id = randomUUID()
  await insertRows(definer, 'agreement', [
    {
      ...plain.agreement,
      id: agreement_id,
      starts_at: '2020-01-01',
      host_agency_id: place.agencies.host,
    },
  ])
  for (const agency of agencies)
    await insertRows(definer, 'agreement_party', [
      {
        ...plain.agreement_party,
        id: randomUUID(),
        agreement_id,
        agency_id: place.agencies[agency],
        joined_at: '2020-01-01',
      },
    ])
}
