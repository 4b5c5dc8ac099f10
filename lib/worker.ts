import { createHash } from 'node:crypto'
import pg from 'pg'

/**
 * The second small door to the database, beside `lib/db.ts`: for work that nobody waits for (taking
 * files in, matching). It signs in as the worker's own login, which may call a named list of
 * functions (prisma/security 79, 81, 83) and read no person's rows, since it carries no session. It
 * keeps one connection, so that a lock held by it ends with the process: that is what makes a job
 * safe to kill. Not for anything that answers a request.
 */
export type WorkerScope = {
  /** Runs one statement and gives its rows. Each statement is a transaction of its own. */
  ask: <R extends object>(text: string, values?: unknown[]) => Promise<R[]>
}

/**
 * A scope over a connection that is open already (the owner's commands, tests). A statement that is
 * given values is made ready once and kept: a job asks the same few again and again.
 */
export const workerScope = (client: pg.Client): WorkerScope => ({
  ask: async <R extends object>(text: string, values: unknown[] = []) => {
    if (values.length === 0) return (await client.query<R>(text)).rows
    return (await client.query<R>({ name: nameOf(text), text, values })).rows
  },
})

/** A name by which the server keeps a statement: short, and another for every text. */
function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = createHash('sha256').update(text).digest('hex').slice(0, 40)
  names.set(text, name)
  return name
}

const names = new Map<string, string>()

/**
 * Opens the worker's connection, does the work and closes it.
 *
 * @param url the worker login's address (DATABASE_URL_WORKER)
 */
export const withWorker = <T>(url: string, work: (scope: WorkerScope) => Promise<T>): Promise<T> =>
  withJobConnection(url, (client) => work(workerScope(client)))

/** Opens a connection for a job in a process of its own, does the work and closes it. */
export async function withJobConnection<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    options: '-c timezone=UTC',
  })
  // A server that goes away between two statements must not end the process unheard.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * Does something as the only one: false when another process is doing it now. The lock belongs to
 * the connection, so a process that dies lets go of it.
 */
export async function alone(
  scope: WorkerScope,
  name: string,
  work: () => Promise<void>,
): Promise<boolean> {
  const [lock] = await scope.ask<{ mine: boolean }>(
    'select pg_try_advisory_lock(hashtext($1)) as mine',
    [`job ${name}`],
  )
  if (!lock?.mine) return false
  try {
    await work()
  } finally {
    await scope.ask('select pg_advisory_unlock(hashtext($1))', [`job ${name}`]).catch(() => [])
  }
  return true
}
