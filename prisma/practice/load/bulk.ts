import type { Client } from 'pg'

/** A value on its way into a column: arrays go to array columns, objects to json ones. */
export type Value =
  string | number | boolean | null | Date | Uint8Array | readonly string[] | object
export type Row = Record<string, Value>

/** Rows collected per table, to be written together. */
export class Tables {
  rows = new Map<string, Row[]>()

  /** Adds a row. Rows of one table all name the same columns. */
  add(table: string, row: Row): void {
    const known = this.rows.get(table)
    if (known) known.push(row)
    else this.rows.set(table, [row])
  }

  /** Hands over what has been collected and begins anew. */
  take(): Map<string, Row[]> {
    const taken = this.rows
    this.rows = new Map()
    return taken
  }
}

const inOne = 10_000

/** Column types of every table, asked for once. */
export type ColumnTypes = Map<string, string>

/** The type of each column of schema public, by `table.column`. */
export async function columnTypes(client: Client): Promise<ColumnTypes> {
  const { rows } = await client.query<{ name: string; type: string }>(`
    select c.relname || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0`)
  return new Map(rows.map(({ name, type }) => [name, type]))
}

/**
 * Writes rows with `insert … select from unnest`: one array of text a column. COPY would be quicker
 * and PostgreSQL refuses it under row security, which no login here is free of.
 */
export async function insertRows(
  client: Client,
  types: ColumnTypes,
  table: string,
  rows: readonly Row[],
  keepKnown = false,
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const typed = columns.map((column, i) => {
    const type = types.get(`${table}.${column}`)
    if (!type) throw new Error(`No column ${column} in ${table}`)
    return { column, name: `c${i}`, type }
  })
  const text = `
    insert into "${table}" (${typed.map((t) => `"${t.column}"`).join(', ')})
    select ${typed.map((t) => `${t.name}::${t.type}`).join(', ')}
    from unnest(${typed.map((_, i) => `$${i + 1}::text[]`).join(', ')})
      as u(${typed.map((t) => t.name).join(', ')})
    ${keepKnown ? 'on conflict do nothing' : ''}`
  for (let from = 0; from < rows.length; from += inOne) {
    const part = rows.slice(from, from + inOne)
    await client.query(
      text,
      typed.map(({ column, type }) => arrayText(part, column, type)),
    )
  }
}

function arrayText(rows: readonly Row[], column: string, type: string): string {
  const isArray = type.endsWith('[]')
  const parts = rows.map((row) => {
    const value = row[column]
    if (value === undefined) throw new Error(`A row has no ${column}`)
    return value === null ? 'NULL' : quote(plain(value, isArray))
  })
  return `{${parts.join(',')}}`
}

const quote = (text: string) =>
  /["\\]/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`

function plain(value: NonNullable<Value>, isArray: boolean): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  if (isArray && Array.isArray(value))
    return `{${value.map((one) => quote(String(one))).join(',')}}`
  return JSON.stringify(value)
}
