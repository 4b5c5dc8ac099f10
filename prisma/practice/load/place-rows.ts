import type { Client } from 'pg'
import { makeInstitutions, makeServices } from '../place/make-place'

/** Puts the invented institutions and services there, in place of those that were. */
export async function writePlace(client: Client, today: string): Promise<void> {
  for (const table of ['service_change', 'service', 'institution', 'source']) {
    await client.query(`delete from place.${table}`)
  }
  await client.query(
    `insert into place.institution (id, sector, name, description, invented)
     select id, sector, name, description, invented
     from jsonb_populate_recordset(null::place.institution, $1)`,
    [JSON.stringify(makeInstitutions())],
  )
  await client.query(
    `insert into place.service (id, institution_id, name, description, status, needs, eligibility,
       way_in, minimum_age, maximum_age, capacity, wait_days, phones, terms, confirmed_by,
       confirmed_on, withheld, invented, places, areas, hours)
     select id, institution_id, name, description, status, needs, eligibility, way_in, minimum_age,
       maximum_age, capacity, wait_days, phones, terms, confirmed_by, confirmed_on, withheld,
       invented, nullif(places, 'null'), areas, nullif(hours, 'null')
     from jsonb_populate_recordset(null::place.service, $1)`,
    [JSON.stringify(makeServices(today))],
  )
}
