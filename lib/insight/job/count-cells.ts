import { NEED_DOMAINS } from '@/lib/codes'
import { TOTAL, variables, type Table, type VariableKey } from '../programme'
import type { MemberDigest } from '../rules/member-digest'
import type { PublisherScope } from './publisher-scope'

/** A set of people as it was counted: how many, the sum of their keys, and their digest. */
export type CountedCell = {
  tableKey: string
  keys: string[]
  people: number
  /** Modulo 2^32. */
  key: number
  digest: MemberDigest
}

type Row = { keys: string[]; people: number; key: string; digests: string[] }

// Cells are sums over people: how many, their keys, the four powers of their digest keys.
const sums = `count(*)::int as people, sum(p.key) % 4294967296 as key,
  array[sum(p.digests[1]) % 2147483647, sum(p.digests[2]) % 2147483647,
    sum(p.digests[3]) % 2147483647, sum(p.digests[4]) % 2147483647] as digests`

const columns: Record<Exclude<VariableKey, 'need' | 'answer'>, string> = {
  age: 'p.age',
  sex: 'p.sex',
  group: 'p."group"',
  agencies: 'p.agencies',
  number: 'p.number',
  several: 'p.several',
  combination: 'p.combination',
  core: 'p.core',
}

/**
 * Counts a declared table over the frozen extract, each cell from its own people: its margins too,
 * which are never sums of cells. Only cells with somebody in them; all others are 0.
 */
export async function countCells(
  { ask }: PublisherScope,
  publication: string,
  table: Table,
): Promise<CountedCell[]> {
  const rows = await ask<Row>(...countingOf(publication, table))
  return rows.map(({ keys, people, key, digests }) => ({
    tableKey: table.key,
    keys,
    people,
    key: Number(key),
    digest: { size: people, sums: digests.map(Number) as unknown as MemberDigest['sums'] },
  }))
}

/** The statement that counts a table: one pass over the extract, by grouping sets. */
export function countingOf(publication: string, { area, by }: Table): [string, unknown[]] {
  if (by.some((key) => !variables[key].exclusive)) {
    // Each person once a need, by what is known of it; not the answers that are not declared.
    return [
      `select array[d.need, d.answer] as keys, ${sums}
       from frozen.person p cross join unnest($2::text[], p.answers) d (need, answer)
       where p.publication_id = $1 and d.answer = any ($3) group by 1`,
      [
        publication,
        NEED_DOMAINS.map(({ key }) => key),
        variables.answer.categories.map(({ key }) => key),
      ],
    ]
  }
  const places = [
    ...(area === 'city' ? [] : ['p.ward']),
    ...by.map((key) => columns[key as keyof typeof columns]),
  ]
  const keys = places.map(
    (place) => `case when grouping(${place}) = 1 then '${TOTAL}' else ${place} end`,
  )
  // Whoever has no ward is counted for the city only, and in no row of its own.
  const known = area === 'city' ? '' : 'having grouping(p.ward) = 1 or p.ward is not null'
  return [
    `select array[${keys.join(', ')}]::text[] as keys, ${sums}
     from frozen.person p where p.publication_id = $1 group by cube (${places.join(', ')}) ${known}`,
    [publication],
  ]
}
