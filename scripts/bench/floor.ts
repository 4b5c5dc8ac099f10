import { readFileSync } from 'node:fs'
import pg from 'pg'

const folder = new URL('./floors/', import.meta.url)

/** A statement of the floors folder, by its name. */
const text = (name: string) => readFileSync(new URL(`${name}.sql`, folder), 'utf8')

/** A file of the floors folder, without its ending, and what goes into it. */
export type Statement = [name: string, values: unknown[]]

/**
 * Floor A: SQL written by hand and sent through `pg`, as the same login, under the same policies,
 * in the same transaction boundary: begin, the session's token, what is asked, commit. Statements
 * are prepared once, as a careful hand would.
 */
export async function openFloor(appUrl: string) {
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  const statements = new Map<string, string>()
  const send = async <R extends object>([name, values]: Statement) => {
    const sql = statements.get(name) ?? text(name)
    statements.set(name, sql)
    return (await client.query<R>({ name, text: sql, values })).rows
  }
  /** Statements one after another in one transaction; the rows of the last. */
  const run = async <R extends object>(token: string, ...list: Statement[]): Promise<R[]> => {
    await client.query('begin')
    try {
      const set = `select set_config('app.session', $1, true)`
      await client.query({ name: 'session', text: set, values: [token] })
      let rows: R[] = []
      for (const statement of list) rows = await send<R>(statement)
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
