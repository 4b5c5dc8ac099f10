import { Sentence } from './sentence.mjs'

const causes = {
  ECONNREFUSED: 'Nothing answers there. Is the server running, and is the port right?',
  ENOTFOUND: 'There is no machine of that name.',
  EAI_AGAIN: 'Its name cannot be looked up.',
  ETIMEDOUT: 'It does not answer.',
  53300: 'It has no connection left. Raise max_connections or close other programs.',
}

/**
 * Opens a connection, does the work with it and closes it.
 *
 * @param {string} url postgresql://login:password@host:port/database
 * @param {(client: import('pg').Client) => Promise<T>} work
 * @throws {Sentence} when the server cannot be reached; else whatever PostgreSQL or `work` throws
 * @template T
 */
export async function connected(url, work) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // A server that goes away between two statements must not end the process unheard.
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    const cause = causes[error.code]
    throw cause ? new Sentence(`The PostgreSQL server cannot be used. ${cause}`) : error
  }
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * The same, as the only one: a second process that prepares the same database waits its turn.
 *
 * @param {string} database the name that the turn is about
 */
export function connectedAlone(url, database, work) {
  return connected(url, async (client) => {
    // Unlocked by the end of the connection.
    await client.query('select pg_advisory_lock(hashtext($1))', [`common-thread ${database}`])
    return work(client)
  })
}
