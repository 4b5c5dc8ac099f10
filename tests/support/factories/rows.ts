import type { Client } from 'pg'

export type Row = Record<string, unknown>

/**
 * Inserts many rows of a table in one statement for each set of columns among them, so that a
 * column not given keeps its default.
 */
export async function insertRows(client: Client, table: string, rows: Row[]): Promise<void> {
  const bySet = new Map<string, Row[]>()
  for (const row of rows) {
    const key = Object.keys(row).sort().join(',')
    const list = bySet.get(key) ?? []
    list.push(row)
    bySet.set(key, list)
  }
  for (const [key, list] of bySet) {
    const columns = key
      .split(',')
      .map((name) => `"${name}"`)
      .join(', ')
    await client.query(
      `insert into public.${table} (${columns})
       select ${columns} from jsonb_populate_recordset(null::public.${table}, $1)`,
      [JSON.stringify(list)],
    )
  }
}
