import type { Client } from 'pg'
import { layOut } from '@/lib/network/rules/lay-out'
import { buildNetwork } from '@/lib/network/rules/build-network'
import { makeInstitutions, makeLinks, makeServices } from '../place/make-place'

const tables = [
  ...['position', 'link', 'service_change', 'institution_change', 'service', 'institution'],
  'source',
]

/** Puts the invented institutions and services there, in place of those that were. */
export async function writePlace(client: Client, today: string): Promise<void> {
  for (const table of tables) {
    await client.query(`delete from place.${table}`)
  }
  await client.query(
    `insert into place.institution (id, sector, name, description, small, invented)
     select id, sector, name, description, small, invented
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
  const said = makeLinks(today)
  await client.query(
    `insert into place.link (id, from_id, to_id, kind, strength, body, said_on, invented)
     select id, from_id, to_id, kind, strength, body, said_on, invented
     from jsonb_populate_recordset(null::place.link, $1)`,
    [JSON.stringify(said)],
  )
  const ends = said.map((link) => ({ from: link.from_id, to: link.to_id }))
  const spots = layOut(
    buildNetwork(
      ends,
      makeInstitutions().map(({ id }) => id),
    ),
  )
  await client.query(
    `insert into place.position (institution_id, across, down)
     select id, across, down from jsonb_to_recordset($1) s(id uuid, across int, down int)`,
    [JSON.stringify([...spots].map(([id, spot]) => ({ id, ...spot })))],
  )
}

/**
 * What institutions say of themselves: the needs and areas of their services, who keeps their
 * entry, and a point in the ward that each service names. Once the city and its agencies are there.
 */
export async function fillInstitutions(client: Client): Promise<void> {
  const agencies = makeInstitutions().filter(({ agency }) => agency !== null)
  await client.query(
    `update place.institution i set agency_id = a.id
     from jsonb_to_recordset($1) g(id uuid, agency text) join agency a on a.key = g.agency
     where i.id = g.id`,
    [JSON.stringify(agencies)],
  )
  // Services for the whole city stand in its middle ward, each a few streets from the next.
  await client.query(
    `with ward as (
       select w.name, w.centre_lon as lon, w.centre_lat as lat from area w
       join area_set s on s.id = w.set_id and s.key = 'wrenford-wards'),
     spot as (
       select s.id, w.lon + (get_byte(uuid_send(s.id), 1) - 128) * 0.00006 as lon,
         w.lat + (get_byte(uuid_send(s.id), 2) - 128) * 0.000035 as lat
       from place.service s join ward w on w.name =
         case when s.areas[1] = 'Wrenford' then 'Minster' else s.areas[1] end
       where not s.withheld)
     update place.service s set places = jsonb_set(s.places, '{0,point}',
       jsonb_build_object('latitude', round(spot.lat::numeric, 5),
         'longitude', round(spot.lon::numeric, 5)))
     from spot where spot.id = s.id`,
  )
  await client.query(
    `update place.institution i set needs = o.needs, areas = o.areas, address = o.address,
       longitude = o.longitude, latitude = o.latitude, confirmed_by = o.confirmed_by,
       confirmed_on = o.confirmed_on
     from (select s.institution_id,
         array(select distinct n from place.service x, unnest(x.needs) n
           where x.institution_id = s.institution_id order by 1) as needs,
         array(select distinct a from place.service x, unnest(x.areas) a
           where x.institution_id = s.institution_id order by 1) as areas,
         min(s.places #>> '{0,address,lines}') as address,
         min((s.places #>> '{0,point,longitude}')::float8) as longitude,
         (array_agg((s.places #>> '{0,point,latitude}')::float8
           order by s.places #>> '{0,point,longitude}'))[1] as latitude,
         max(s.confirmed_by) as confirmed_by, max(s.confirmed_on) as confirmed_on
       from place.service s group by 1) o
     where o.institution_id = i.id
       and not exists (select 1 from place.service x where x.institution_id = i.id and x.withheld)`,
  )
  await client.query(
    `update place.institution i set withheld = true
     where exists (select 1 from place.service x where x.institution_id = i.id and x.withheld)`,
  )
  for (const table of ['institution_change', 'service_change']) {
    await client.query(`delete from place.${table}`)
  }
}
