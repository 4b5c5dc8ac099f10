import type { Client } from 'pg'
import { facetsOfRecord, type RecordFacts } from '@/lib/identity/facets'
import { keysOf } from '@/lib/people/matching/keys'
import { nameNorm, sortKey } from '@/lib/people/normalise'
import { inventCrowd, type CrowdRecord } from '../evaluation/crowd'
import { scratchId } from '../evaluation/scratch'
import { dropIndexes } from './indexes'

const atATime = 5000
const agencies = 4

/** A crowd in the tables of a database of its own, with the keys and facets that imports leave. */
export async function fillCrowd(client: Client, records: number): Promise<void> {
  await client.query(`set session_replication_role = replica; set synchronous_commit = off;
    set maintenance_work_mem = '256MB'`)
  await client.query(
    `insert into agency (id, key, institution, name, kind)
     select x, 'crowd' || n, 'Crowd', 'Crowd ' || n, 'charity'
     from unnest($1::uuid[]) with ordinality a(x, n)`,
    [Array.from({ length: agencies }, (_, i) => scratchId(i, 'person'))],
  )
  const restore = await dropIndexes(client)
  let piece: CrowdRecord[] = []
  let from = 0
  for (const record of inventCrowd(records)) {
    piece.push(record)
    if (piece.length < atATime) continue
    await putPiece(client, piece, from)
    from += piece.length
    piece = []
  }
  await putPiece(client, piece, from)
  await restore()
  await client.query('vacuum analyze')
}

type Table = { columns: string; types: string; rows: unknown[][] }

const table = (columns: string, types: string): Table => ({ columns, types, rows: [] })

/** One piece: a person for each record, and the entries that its facts are. */
async function putPiece(client: Client, piece: readonly CrowdRecord[], from: number) {
  const entry = 'person_id, record_id, agency_id, id'
  const ids = 'uuid, uuid, uuid, uuid'
  const tables: Record<string, Table> = {
    person: table('id', 'uuid'),
    record: table('id, person_id, agency_id, origin, by_hand', 'uuid, uuid, uuid, text, bool'),
    person_name: table(`${entry}, given, family, sort_key, norm`, `${ids}, text, text, text, text`),
    birth: table(`${entry}, year, month, day`, `${ids}, int, int, int`),
    address: table(`${entry}, lines, postcode, norm`, `${ids}, text, text, text`),
    reach: table(`${entry}, kind, value, norm`, `${ids}, text, text, text`),
    identifier: table(`${entry}, type, value, norm, check_state`, `${ids}, text, text, text, text`),
    identity_detail: table(`${entry}, sex`, `${ids}, text`),
    record_key: table('record_id, key', 'uuid, text'),
    record_facets: table('record_id, facets', 'uuid, jsonb'),
  }
  piece.forEach(({ raw }, i) => {
    const index = from + i
    const [record, person] = [scratchId(index, 'record'), scratchId(index, 'person')]
    const agency = scratchId(index % agencies, 'person')
    // One entry of each kind for a record, so its id serves in every table.
    const header = [person, record, agency, record]
    const put = (name: string, ...rest: unknown[]) => tables[name]?.rows.push([...header, ...rest])
    tables.person?.rows.push([person])
    tables.record?.rows.push([record, person, agency, 'import', false])
    const facts = factsOf(raw)
    for (const { given, family } of facts.names) {
      const norm = nameNorm(`${given} ${family}`, 'given')
      put('person_name', given, family, sortKey({ given, family }), norm)
    }
    for (const { year, month, day } of facts.births) put('birth', year, month, day)
    for (const postcode of facts.postcodes) {
      put('address', `1 Invented Street`, postcode, postcode.replace(' ', ''))
    }
    for (const phone of facts.phones) put('reach', 'mobile', phone, phone)
    for (const { value } of facts.identifiers) put('identifier', 'nhs', value, value, 'ok')
    for (const sex of facts.sexes) put('identity_detail', sex)
    const facets = facetsOfRecord(facts, agency)
    for (const key of keysOf(facets)) tables.record_key?.rows.push([record, key])
    tables.record_facets?.rows.push([record, JSON.stringify(facets)])
  })
  for (const [name, { columns, types, rows }] of Object.entries(tables)) {
    if (rows.length === 0) continue
    const arrays = types.split(', ').map((type, i) => `$${i + 1}::${type}[]`)
    const values = types.split(', ').map((_, i) => rows.map((row) => row[i] ?? null))
    await client.query(
      `insert into ${name} (${columns}) select * from unnest(${arrays.join(', ')})`,
      values,
    )
  }
}

/** What the database would say of such a record (identity.facts). */
function factsOf(raw: CrowdRecord['raw']): RecordFacts {
  const births = (raw.births ?? []).map((text) => {
    const [year, month, day] = text.split('-').map(Number)
    return { year: year ?? null, month: month ?? null, day: day ?? null }
  })
  return {
    names: (raw.names ?? []).flatMap((name) =>
      'text' in name ? [] : [{ given: name.given, middle: '', family: name.family }],
    ),
    births,
    identifiers: (raw.identifiers ?? []).map(({ type, value }) => ({ type, value })),
    phones: raw.phones ?? [],
    emails: [],
    postcodes: raw.postcodes ?? [],
    sexes: (raw.sexes ?? []).map((sex) => (sex === 'f' ? 'female' : 'male')),
  }
}
