import type { Client } from 'pg'
import { writeAreas } from '@/lib/areas/commands'
import { columnTypes, insertRows, type Row } from './bulk'
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

/**
 * Takes away all that was invented, and whatever was tried on it; area sets of real places stay.
 */
export async function clearPractice(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select quote_ident(tablename) as name from pg_tables
    where schemaname = 'public' and tablename !~ '^(_|area)'
      and tablename not in ('installation', 'postcode')`)
  await client.query(`truncate ${rows.map((row) => row.name).join(', ')} restart identity`)
  // The figures of those people with them: nothing in live use is here.
  await client.query('truncate published.publication cascade')
}

/** Tables a live installation fills as well, and which may be filled already. */
const shared = new Set(['category', 'code'])

/**
 * The triggers that fill headers, look for a part's whole and write the trail, row by row. Off
 * during a load, which brings whole headers and leaves one line in the trail; those that keep
 * person_access stay on, so that there is one source of who may open whom. The tables stay locked
 * until the transaction ends.
 */
export async function triggersByRow(client: Client, change: 'disable' | 'enable'): Promise<void> {
  const { rows } = await client.query<{ text: string }>(
    `select format('alter table %s ${change} trigger %I', tgrelid::regclass, tgname) as text
     from pg_trigger where not tgisinternal
       and (tgname in ('a_header', 'b_whole') or tgname ~ '^z_(trail|audit)')`,
  )
  // What waits for the end of the transaction is asked now: a table with such a question is shut.
  await client.query(['set constraints all immediate', ...rows.map(({ text }) => text)].join(';\n'))
}

/** A writer of collected rows, table after table in the order they lean on one another. */
export async function makeWriter(client: Client) {
  const types = await columnTypes(client)
  const written: Record<string, number> = {}
  const write = async (rows: Map<string, Row[]>) => {
    const unknown = [...rows.keys()].filter((name) => !tableOrder.some((t) => t === name))
    if (unknown.length > 0) throw new Error(`No place in the order for ${unknown.join(', ')}`)
    for (const table of tableOrder) {
      const some = rows.get(table) ?? []
      await insertRows(client, types, table, some, shared.has(table))
      if (some.length > 0) written[table] = (written[table] ?? 0) + some.length
    }
  }
  return { write, written }
}

/** The line of the trail that tells of a load. */
const loadLine = `
  insert into audit_event (kind, outcome, detail, row_hash)
  values ('practice-load', 'done', $1::text::jsonb, sha256(convert_to($1::text, 'UTF8')))`

/** What a load leaves for the next insert: the numbers of classes it gave itself, and its line. */
export async function finishLoad(client: Client, detail: object): Promise<void> {
  await client.query(loadLine, [JSON.stringify(detail)])
  await client.query('reset role')
  await client.query(
    `select setval('entry_class_id_seq', (select coalesce(max(id), 1) from entry_class))`,
  )
}

/** The invented city as area sets. */
export const writeCity = (client: Client) =>
  writeAreas((text, values) => client.query(text, values), wrenfordSets())
