import 'server-only'
import pg from 'pg'
import { env } from '@/lib/env'
import { log } from '@/lib/log'

const kept = globalThis as { commonThreadPublished?: pg.Pool }

function pool(): pg.Pool {
  if (kept.commonThreadPublished) return kept.commonThreadPublished
  const made = new pg.Pool({
    connectionString: env().DATABASE_URL_INSIGHT,
    max: 4,
    connectionTimeoutMillis: 5_000,
    options: '-c timezone=UTC',
  })
  // One that breaks while nobody uses it (a restart of the server) would end this process.
  made.on('error', ({ name }) => {
    log.warn({ name }, 'a connection for published figures broke')
  })
  kept.commonThreadPublished = made
  return made
}

/**
 * The third small door to the database: for pages of published figures, and for the public
 * directory of services. It signs in as the insight login, which reads what two people agreed to
 * publish, public areas and services, and nothing else anywhere: it carries no session, since
 * everybody who may look sees the same.
 */
export async function readPublished<R extends object>(
  text: string,
  values: readonly unknown[] = [],
): Promise<R[]> {
  const { rows } = await pool().query<R>(text, [...values])
  return rows
}
