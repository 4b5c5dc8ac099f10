import type { Client } from 'pg'
import { makeReadiness } from '../place/make-readiness'

/** Puts invented rounds of readiness there, in place of those that were. */
export async function writeReadiness(client: Client, today: string): Promise<void> {
  for (const table of ['round', 'action', 'knock'])
    await client.query(`delete from readiness.${table}`)
  for (const [table, rows] of Object.entries(makeReadiness(today))) {
    const columns = Object.keys(rows[0] ?? {}).join(', ')
    if (!columns) continue
    await client.query(
      `insert into readiness.${table} (${columns})
       select ${columns} from jsonb_populate_recordset(null::readiness.${table}, $1)`,
      [JSON.stringify(rows)],
    )
  }
}
