import type { Client } from 'pg'
import { facetsFrom, type RawFacets } from '@/lib/people/matching/facets-from'
import { keysOf } from '@/lib/people/matching/keys'

type Row = {
  record_id: string
  given: string
  family: string
  born: string
  postcode: string | null
  phone: string | null
  nhs: string | null
  local: string
}

const atOnce = 5000

const records = `
  select r.record_id, n.given, n.family, a.postcode, h.value as phone, s.value as nhs,
    'B' || r.n as local,
    b.year || '-' || lpad(b.month::text, 2, '0') || coalesce('-' || lpad(b.day::text, 2, '0'), '')
      as born
  from bench.record r
  join person_name n on n.id = bench.id(11, r.n) join birth b on b.id = bench.id(12, r.n)
  left join identifier s on s.id = bench.id(15, r.n)
  left join reach h on h.id = bench.id(16, r.n) left join address a on a.id = bench.id(17, r.n)
  where r.seq > $1 and r.seq <= $1 + $2`

const one = (value: string | null) => (value === null ? [] : [value])

const rawFacets = (row: Row): RawFacets => ({
  names: [{ given: row.given, family: row.family }],
  births: [row.born],
  postcodes: one(row.postcode),
  phones: one(row.phone),
  identifiers: [
    { type: 'local', value: row.local },
    ...one(row.nhs).map((value) => ({ type: 'nhs' as const, value })),
  ],
})

/**
 * Blocking keys of every record, made by the matcher itself: slower than composing them in SQL, and
 * never out of step with it.
 */
export async function addKeys(client: Client): Promise<void> {
  for (let from = 0; ; from += atOnce) {
    const { rows } = await client.query<Row>(records, [from, atOnce])
    if (rows.length === 0) return
    const ids: string[] = []
    const keys: string[] = []
    for (const row of rows) {
      for (const key of keysOf(facetsFrom(rawFacets(row)))) {
        ids.push(row.record_id)
        keys.push(key)
      }
    }
    await client.query(
      `insert into record_key (record_id, key) select * from unnest($1::uuid[], $2::text[])`,
      [ids, keys],
    )
  }
}
