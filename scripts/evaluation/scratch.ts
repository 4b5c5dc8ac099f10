import type pg from 'pg'
import type { EngineRecord } from '@/lib/people/matching/engine'
import { keysOf } from '@/lib/people/matching/keys'

const atATime = 2000

/** The id of the record, or of the person, with this index: ids in the order of the indexes. */
export const scratchId = (index: number, what: 'record' | 'person'): string =>
  `00000000-0000-7000-${what === 'record' ? '8000' : '9000'}-${index.toString(16).padStart(12, '0')}`

/** The index behind an id made by `scratchId`. */
export const scratchIndex = (id: string): number => Number.parseInt(id.slice(-12), 16)

/**
 * Puts records into a database made for nothing else: each a person of its own, held by one
 * agency, with what it is compared by and no other fact. For a superuser.
 */
export async function fillScratch(client: pg.Client, records: readonly EngineRecord[]) {
  await client.query(`set session_replication_role = replica`)
  const agency = scratchId(0, 'person')
  await client.query(
    `insert into agency (id, key, institution, name, kind)
     values ($1, 'scratch', 'Scratch', 'Scratch', 'charity')`,
    [agency],
  )
  for (let from = 0; from < records.length; from += atATime) {
    const piece = records.slice(from, from + atATime)
    const people = piece.map((_, i) => scratchId(from + i, 'person'))
    const ids = piece.map((_, i) => scratchId(from + i, 'record'))
    await client.query(`insert into person (id) select unnest($1::uuid[])`, [people])
    await client.query(
      `insert into record (id, person_id, agency_id, origin, by_hand)
       select x.r, x.p, $3, 'import', false from unnest($1::uuid[], $2::uuid[]) x(r, p)`,
      [ids, people, agency],
    )
    const made = piece.map(({ facets }, i) => {
      return { record: ids[i], facets, keys: keysOf(facets) }
    })
    await client.query('select identity.put_facets($1)', [JSON.stringify(made)])
  }
  await client.query('set session_replication_role = origin')
  await client.query('analyze record, record_key, record_facets')
}
