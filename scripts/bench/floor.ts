import { readFileSync } from 'node:fs'
import pg from 'pg'

const folder = new URL('./floors/', import.meta.url)

/** A statement of the floors folder, by its name. */
const text = (name: string) => readFileSync(new URL(`${name}.sql`, folder), 'utf8')

/**
 * Floor A: SQL written by hand and sent through `pg`, as the same login, under the same policies,
 * in the same transaction boundary: begin, the session's token, the statement, commit. Statements
 * are prepared once, as a careful hand would.
 */
export async function openFloor(appUrl: string) {
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  const statements = new Map<string, string>()
  const run = async <R extends object>(token: string, name: string, values: unknown[]) => {
    const sql = statements.get(name) ?? text(name)
    statements.set(name, sql)
    await client.query('begin')
    try {
      const set = `select set_config('app.session', $1, true)`
      await client.query({ name: 'session', text: set, values: [token] })
      const { rows } = await client.query<R>({ name, text: sql, values })
      await client.query('commit')
      return rows
    } catch (error) {
      await client.query('rollback')
      throw error
    }
  }
  return { run, close: () => client.end() }
}

export type Floor = Awaited<ReturnType<typeof openFloor>>
