import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { plain } from './columns'
import { insertRows, type Row } from './rows'

export type Holder = { person: string; record: string; agency: string; team: string; user: string }

type Column = {
  table: string
  name: string
  type: string
  needed: boolean
  /** A check says what may stand in it. */
  checked: boolean
  whole: string | null
}

/** Every table of entries with its columns, wholes before their parts: from the catalogue. */
export async function entryTables(client: Client): Promise<Map<string, Column[]>> {
  const { rows } = await client.query<Column>(
    `select t.name as table, a.attname as name, format_type(a.atttypid, null) as type,
       a.attnotnull and not a.atthasdef as needed,
       exists (select 1 from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c'
         and a.attnum = any (k.conkey)) as checked,
       (select o.relname from pg_constraint f join pg_class o on o.oid = f.confrelid
        where f.conrelid = a.attrelid and f.contype = 'f' and f.conkey = array[a.attnum]
          and exists (select 1 from pg_trigger g where g.tgrelid = o.oid and g.tgname = 'a_header'))
         as whole
     from trail.tables_with('record_id') with ordinality t(name, at)
     join pg_attribute a on a.attrelid = to_regclass('public.' || t.name) and a.attnum > 0
       and not a.attisdropped
     where exists (select 1 from pg_trigger g where g.tgrelid = a.attrelid and g.tgname = 'a_header')
     order by t.at desc, a.attnum`,
  )
  const tables = new Map<string, Column[]>()
  for (const column of rows) {
    tables.set(column.table, [...(tables.get(column.table) ?? []), column])
  }
  return tables
}

const header = new Set(
  'id person_id record_id agency_id team_id class_id categories audience given_by given_at version'.split(
    ' ',
  ),
)
const byType: Record<string, unknown> = {
  date: '2024-01-01',
  'timestamp with time zone': '2024-01-01T12:00:00Z',
  smallint: 1,
  integer: 1,
  boolean: false,
}
// Otherwise in force, and such a record cannot go while others work with the person.
const isOver = { ended_at: '2024-02-01T12:00:00Z' }
const withChecks = (word: string): Record<string, Row> => ({
  limited_access: isOver,
  protected_whereabouts: isOver,
  protected_name: isOver,
  harm_link: isOver,
  contact: { withdrawn_at: isOver.ended_at },
  // Over: a death ends what is still open in words of its own.
  involvement: { starts_on: '2024-01-01', ends_on: '2024-02-01' },
  contact_words: { why: word },
})

/**
 * One entry in every table of entries, with a word of its own in every column of text, and then
 * changed, so that history has the word too. Acts as the definer.
 *
 * @returns the id of the entry of each table
 */
export async function fillRecord(
  client: Client,
  holder: Holder,
  word: string,
): Promise<Record<string, string>> {
  const tables = await entryTables(client)
  const made: Record<string, string> = {}
  for (const [table, columns] of tables) {
    const id = randomUUID()
    made[table] = id
    const row: Row = {
      ...{ id, person_id: holder.person, record_id: holder.record, agency_id: holder.agency },
      ...{ team_id: holder.team, given_by: holder.user, categories: ['housing'] },
      ...plain[table],
      ...withChecks(word)[table],
    }
    for (const { name, type, needed, checked, whole } of columns) {
      if (header.has(name)) continue
      if (checked && row[name] !== undefined) continue
      if (type === 'text' && !checked) row[name] = `${word} ${table}.${name}`
      else if (type === 'text[]' && !checked) row[name] = [`${word} ${table}.${name}`]
      else if (whole) row[name] = made[whole]
      else if (needed && row[name] === undefined) row[name] = byType[type] ?? holder.user
    }
    if (table === 'referral') row.to_team_id = holder.team
    await insertRows(client, table, [row])
    const text = columns.find(
      ({ name, type, checked }) => type === 'text' && !checked && !header.has(name),
    )
    if (text)
      await client.query(
        `update public.${table} set ${text.name} = ${text.name} || '!' where id = $1`,
        [id],
      )
  }
  return made
}
