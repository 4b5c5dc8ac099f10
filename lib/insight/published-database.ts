import 'server-only'
import pg from 'pg'
import { env } from '@/lib/env'

const kept = globalThis as { commonThreadPublished?: pg.Pool }

function pool(): pg.Pool {
  kept.commonThreadPublished ??= new pg.Pool({
    connectionString: env().DATABASE_URL_INSIGHT,
    max: 4,
    connectionTimeoutMillis: 5_000,
    options: '-c timezone=UTC',
  })
  return kept.commonThreadPublished
}

/**
 * The third small door to the database: for pages of published figures. It signs in as the insight
 * login, which reads what two people agreed to publish, public areas, and nothing else anywhere: it
 * carries no session, since everybody who may look sees the same.
 */
export async function readPublished<R extends object>(
  text: string,
  values: readonly unknown[] = [],
): Promise<R[]> {
  const { rows } = await pool().query<R>(text, [...values])
  return rows
}
