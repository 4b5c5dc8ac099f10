import { randomUUID } from 'node:crypto'
import type { AreaLoad, NewAreaSet } from './schema'

/**
 * Anything that runs one statement with values: a `pg` client, or Prisma's `$queryRawUnsafe` in a
 * scope. The caller opens the transaction, so that a load is whole or not at all.
 */
export type RunSql = (text: string, values: unknown[]) => Promise<{ rows: unknown[] }>

/** Rows to a statement: large enough to be quick, small enough for one message. */
const batch = 2000

async function insertRows(run: RunSql, statement: string, rows: object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += batch) {
    await run(statement, [JSON.stringify(rows.slice(start, start + batch))])
  }
}

const saveSet = `
  insert into area_set (id, key, name, kind, place, shapes, valid_from, valid_to,
    attribution, licence, practice)
  values ($1, $2, $3, $4, $5, $6, $7::date, $8::date, $9, $10, $11)
  on conflict (key) do update set name = excluded.name, kind = excluded.kind,
    place = excluded.place, shapes = excluded.shapes, valid_from = excluded.valid_from,
    valid_to = excluded.valid_to, attribution = excluded.attribution,
    licence = excluded.licence, practice = excluded.practice
  returning id::text as id`

const saveAreas = `
  insert into area (set_id, code, name, local_name, rings, centre_lon, centre_lat)
  select r."setId", r.code, r.name, r."localName", r.rings, r.lon, r.lat
  from jsonb_to_recordset($1::jsonb) as r("setId" uuid, code text, name text, "localName" text,
    rings jsonb, lon float8, lat float8)
  on conflict (set_id, code) do update set name = excluded.name,
    local_name = excluded.local_name, rings = excluded.rings,
    centre_lon = excluded.centre_lon, centre_lat = excluded.centre_lat`

const savePopulations = `
  insert into area_population (set_id, area_code, age_band, sex, year, count, source)
  select r."setId", r."areaCode", r."ageBand", r.sex, r.year, r.count, r.source
  from jsonb_to_recordset($1::jsonb) as r("setId" uuid, "areaCode" text, "ageBand" text,
    sex text, year int2, count int4, source text)`

const saveMeasures = `
  insert into area_measure (set_id, area_code, measure, year, value, source)
  select r."setId", r."areaCode", r.measure, r.year, r.value, r.source
  from jsonb_to_recordset($1::jsonb) as r("setId" uuid, "areaCode" text, measure text,
    year int2, value float8, source text)`

const savePostcodes = `
  insert into postcode (postcode, set_id, area_code, lon, lat, valid_from, valid_to)
  select r.postcode, r."setId", r."areaCode", r.lon, r.lat, r."validFrom", r."validTo"
  from jsonb_to_recordset($1::jsonb) as r("setId" uuid, postcode text, "areaCode" text,
    lon float8, lat float8, "validFrom" date, "validTo" date)`

const saveFeatures = `
  insert into area_feature (set_id, name, kind, line)
  select r."setId", r.name, r.kind, r.line
  from jsonb_to_recordset($1::jsonb) as r("setId" uuid, name text, kind text, line jsonb)`

const saveLookups = `
  insert into area_lookup (from_set_id, from_code, to_set_id, to_code, kind)
  select r."fromId", r."fromCode", r."toId", r."toCode", r.kind
  from jsonb_to_recordset($1::jsonb) as r("fromId" uuid, "fromCode" text, "toId" uuid,
    "toCode" text, kind text)`

/** What hangs on a set's areas and is written anew with each load. */
const hanging = ['area_population', 'area_measure', 'postcode', 'area_feature'] as const

async function saveOne(run: RunSql, set: NewAreaSet): Promise<string> {
  const values = [
    set.key,
    set.name,
    set.kind,
    set.place,
    set.shapes,
    set.validFrom,
    set.validTo,
    set.attribution,
    set.licence,
    set.practice,
  ]
  const { rows } = await run(saveSet, [randomUUID(), ...values])
  const setId = (rows[0] as { id: string }).id
  for (const table of hanging) await run(`delete from ${table} where set_id = $1::uuid`, [setId])
  await run('delete from area_lookup where $1::uuid in (from_set_id, to_set_id)', [setId])
  const codes = set.areas.map((area) => area.code)
  await run('delete from area where set_id = $1::uuid and code <> all($2::text[])', [setId, codes])
  const areas = set.areas.map(({ shape, centre, ...area }) => ({
    ...area,
    setId,
    rings: shape,
    lon: centre?.[0] ?? null,
    lat: centre?.[1] ?? null,
  }))
  const of = <T extends object>(list: T[]) => list.map((row) => ({ ...row, setId }))
  await insertRows(run, saveAreas, areas)
  await insertRows(run, savePopulations, of(set.populations))
  await insertRows(run, saveMeasures, of(set.measures))
  await insertRows(run, savePostcodes, of(set.postcodes))
  await insertRows(run, saveFeatures, of(set.features))
  return setId
}

/** A set that may not go into this database, in words for whoever loads it. */
export class NotThisPlace extends Error {
  override name = 'NotThisPlace'
}

/**
 * Writes area sets with all that hangs on them, in bulk. A set whose key is known is brought up
 * to date, and one loaded twice is the same as once. Call it inside a transaction.
 *
 * @throws NotThisPlace when invented areas are offered to a live database
 */
export async function writeAreas(run: RunSql, load: AreaLoad): Promise<void> {
  const { rows } = await run(`select mode from installation where mode = 'live'`, [])
  if (rows.length > 0 && load.sets.some((set) => set.practice)) {
    throw new NotThisPlace('This is a live database. It takes no areas of the invented city.')
  }
  const ids = new Map<string, string>()
  for (const set of load.sets) ids.set(set.key, await saveOne(run, set))
  const lookups = load.lookups.map(({ fromKey, toKey, ...rest }) => ({
    ...rest,
    fromId: ids.get(fromKey),
    toId: ids.get(toKey),
  }))
  await insertRows(run, saveLookups, lookups)
}
