import type { Client } from 'pg'
import { writeAreas } from '@/lib/areas/commands'
import { columnTypes, insertRows, type Tables } from './bulk'
import { asDefiner } from './definer'
import { wrenfordSets } from './city-places'
import { tableOrder } from './table-order'

/** Why the practice place is not put here, in words for whoever runs the loader. */
export class NotForPractice extends Error {
  override name = 'NotForPractice'
}

/** What the database is now. */
export type Before = 'empty' | 'practice'

/**
 * Looks before anything is written.
 *
 * @throws NotForPractice when the database is live, or holds people though nobody said what it is
 */
export async function checkBefore(client: Client): Promise<Before> {
  const { rows } = await client.query<{ mode: string }>('select mode from installation')
  const mode = rows[0]?.mode
  if (mode === 'practice') return 'practice'
  if (mode) throw new NotForPractice('This is a live database. Nothing invented goes into it.')
  await client.query('savepoint looking')
  await asDefiner(client)
  const { rowCount } = await client.query('select 1 from record limit 1')
  await client.query('rollback to savepoint looking')
  if (rowCount) throw new NotForPractice('This database holds people already. It is left alone.')
  return 'empty'
}

/** Takes away all that was invented, and whatever was tried on it; area sets of real places stay. */
export async function clearPractice(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select quote_ident(tablename) as name from pg_tables
    where schemaname = 'public' and tablename !~ '^(_|area)'
      and tablename not in ('installation', 'postcode')`)
  await client.query(`truncate ${rows.map((row) => row.name).join(', ')} restart identity`)
}

/** Tables a live installation fills as well, and which may be filled already. */
const shared = new Set(['category', 'code'])

/**
 * Writes everything, inside the caller's transaction. The triggers that keep person_access run;
 * those that fill headers and write the trail are as `quietly` says: off, the rows come with their
 * headers, and one line of the trail tells of the load.
 */
export async function writePractice(client: Client, tables: Tables): Promise<void> {
  const unknown = [...tables.rows.keys()].filter((name) => !tableOrder.some((t) => t === name))
  if (unknown.length > 0) throw new Error(`No place in the order for ${unknown.join(', ')}`)
  await asDefiner(client)
  await writeAreas((text, values) => client.query(text, values), wrenfordSets())
  const types = await columnTypes(client)
  for (const table of tableOrder) {
    const rows = tables.rows.get(table) ?? []
    await insertRows(client, types, table, rows, shared.has(table))
  }
  await client.query('reset role')
  await client.query(
    `select setval('entry_class_id_seq', (select coalesce(max(id), 1) from entry_class))`,
  )
}
