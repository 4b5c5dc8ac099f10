import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { insertRows } from './rows'
import { connectAsDefiner } from './session'
import type { WorkingPlace } from './working-place'

/** Somebody new whom probation works with, and nobody else. @returns the person's id */
export async function somebodyNew(place: WorkingPlace): Promise<string> {
  const [id, record] = [randomUUID(), randomUUID()]
  const definer = await connectAsDefiner(place.adminUrl, inject('server').roles.definer)
  const head = {
    ...{ person_id: id, record_id: record, categories: [] },
    ...{ agency_id: place.agencies.probation, team_id: place.teams.probation },
    given_by: place.users.priya,
  }
  await insertRows(definer, 'person', [{ id }])
  await insertRows(definer, 'record', [
    { id: record, person_id: id, agency_id: head.agency_id, confirmed: true },
  ])
  await insertRows(definer, 'involvement', [
    { ...head, id: randomUUID(), came_from: 'present', starts_on: '2024-01-01' },
  ])
  await definer.end()
  return id
}
