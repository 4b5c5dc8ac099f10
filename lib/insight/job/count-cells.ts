import { NEED_DOMAINS } from '@/lib/codes'
import { TOTAL, type Table } from '../programme'
import type { MemberDigest } from '../rules/member-digest'
import { changingNeeds, combined, genderedNeeds, variables, type VariableKey } from '../variables'
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

/** How many of some of the six needs a combination holds, as SQL. */
const heldOf = (needs: readonly string[]) =>
  `(${needs
    .map(
      (need) =>
        `(substr(p.combination, ${1 + combined.findIndex((one) => one === need)}, 1) = '1')::int`,
    )
    .join(' + ')})::text`

/** Where the extract holds each answer. */
const columns: Partial<Record<VariableKey, string>> = {
  age: 'p.age',
  sex: 'p.sex',
  group: 'p."group"',
  agencies: 'p.agencies',
  number: 'p.number',
  several: 'p.several',
  combination: 'p.combination',
  core: 'p.core',
  gendered: heldOf(genderedNeeds),
  changing: heldOf(changingNeeds),
}

/** Those of a table's variables of which people have any number of answers: one at most. */
export const looseOf = ({ by }: Table): VariableKey | undefined =>
  by.find((key) => !variables[key].exclusive)

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
export function countingOf(publication: string, table: Table, counted = sums): [string, unknown[]] {
  const { area, by } = table
  if (by.includes('need')) {
    // Each person once a need, by what is known of it; not the answers that are not declared.
    return [
      `select array[d.need, d.answer] as keys, ${counted}
       from frozen.person p cross join unnest($2::text[], p.answers) d (need, answer)
       where p.publication_id = $1 and p.left_out is null and d.answer = any ($3) group by 1`,
      [
        publication,
        NEED_DOMAINS.map(({ key }) => key),
        variables.answer.categories.map(({ key }) => key),
      ],
    ]
  }
  const loose = looseOf(table)
  const places = [
    ...(area === 'city' ? [] : ['p.ward']),
    ...by.flatMap((key) => columns[key] ?? []),
  ]
  const keys = places.map(
    (place) => `case when grouping(${place}) = 1 then '${TOTAL}' else ${place} end`,
  )
  // Whoever has no ward is counted for the city only, and in no row of its own.
  const known = area === 'city' ? '' : 'having grouping(p.ward) = 1 or p.ward is not null'
  const isLeftOut = by.includes('left_out') ? 'is not null' : 'is null'
  const people = `p.publication_id = $1 and p.left_out ${isLeftOut}`
  if (!loose) {
    return [
      `select array[${keys.join(', ')}]::text[] as keys, ${counted}
       from frozen.person p where ${people} group by cube (${places.join(', ')}) ${known}`,
      [publication],
    ]
  }
  const cube = places.length > 0 ? `, cube (${places.join(', ')})` : ''
  return [
    `select array[${[...keys, 'm.mark'].join(', ')}]::text[] as keys, ${counted}
     from frozen.person p cross join lateral unnest(${marksOf(loose)}) m (mark)
     where ${people} and m.mark = any ($2) group by m.mark ${cube}`,
    [publication, variables[loose].categories.map(({ key }) => key)],
  ]
}

/** What is so of a person, as SQL: the extract's own marks, or the needs of a combination. */
function marksOf(loose: VariableKey): string {
  if (loose !== 'among') return 'p.marks'
  const needs = combined.map(
    (need, at) => `case when substr(p.combination, ${at + 1}, 1) = '1' then '${need}' end`,
  )
  return `case when length(replace(p.combination, '0', '')) >= 2
    then array['several', ${needs.join(', ')}] else '{}' end`
}
