import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { cellKeyOf, publishedCount } from '@/lib/insight/rules/cell-key'
import { profiles, tableOfProfile, type Profile } from '@/lib/insight/rules/protection-profiles'
import { connected } from '@/scripts/connection.mjs'
import { freshDatabase } from '@/tests/support/database'

const cells = 10_000
type Shown = { cell: number; shown: number }

test('SQL and TypeScript publish the same count of ten thousand cells, whatever the order', async () => {
  const database = await freshDatabase()
  // Many small cells, where the table has a row of its own for each count, and some large ones.
  const people = Array.from({ length: cells }, () =>
    Array.from({ length: randomInt(randomInt(1, 60)) + 1 }, () => randomInt(2 ** 32)),
  )
  await connected(database.adminUrl, async (client) => {
    await client.query('create temp table person (cell int, key bigint)')
    await client.query('create temp table bound (i int, v int, key_below bigint)')
    await client.query(
      `insert into person select unnest($1::int[]), unnest($2::bigint[]) order by random()`,
      [people.flatMap((keys, cell) => keys.map(() => cell)), people.flat()],
    )
    for (const profile of Object.keys(profiles) as Profile[]) {
      const table = tableOfProfile(profile)
      const bounds = table.rows.flatMap((row, i) => row.map(({ v, keyBelow }) => [i, v, keyBelow]))
      await client.query('truncate bound')
      await client.query(
        'insert into bound select unnest($1::int[]), unnest($2::int[]), unnest($3::bigint[])',
        [0, 1, 2].map((at) => bounds.map((bound) => bound[at])),
      )
      // As a publication is counted: one sum a cell, then the first bound above it.
      const { rows } = await client.query<Shown>(
        `select cell, n + (select v from bound b where b.i = least(n, $1) and c.key < b.key_below
           order by b.v limit 1) as shown
         from (select cell, count(*)::int as n, sum(key) % 4294967296 as key from person
           group by cell) c order by cell`,
        [table.rows.length - 1],
      )
      const ours = people.map((keys) => publishedCount(table, keys.length, cellKeyOf(keys)))
      expect(rows.map(({ shown }) => shown)).toEqual(ours)
    }
  })
  await database.drop()
}, 120_000)
