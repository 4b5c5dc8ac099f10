import { createHash } from 'node:crypto'
import { Client } from 'pg'

/** SHA-256 of a token in hexadecimal, as the session table keeps it. */
export const sha256 = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * A try at signing in, taken and held for this guess, as the app does before it asks for the
 * answer. On a connection with no transaction open: both are over when this returns.
 */
export async function heldAttempt(
  client: Client,
  email: string,
  raw: Uint8Array | string,
): Promise<string> {
  const { rows } = await client.query<{ attempt: string }>(
    `select attempt from sign_in.take_attempt($1, null)`,
    [email],
  )
  const attempt = rows[0]?.attempt ?? ''
  await client.query('select sign_in.hold_guess($1, $2)', [attempt, raw])
  return attempt
}

/** An open connection. The caller ends it. */
export async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  await client.connect()
  // Compiling a plan costs more here than running it.
  await client.query('set jit = off')
  // A matrix reads whole tables, which no page does, on a machine that may be busy.
  await client.query(`set statement_timeout = '300s'`)
  return client
}

/** A connection of the owner that acts as the role which owns what looks past row security. */
export async function connectAsDefiner(ownerUrl: string, definer: string): Promise<Client> {
  const client = await connect(ownerUrl)
  await client.query(`set role "${definer}"`)
  return client
}

/**
 * Does something as the app does: in a transaction with one value set, the session's token.
 * Always rolled back, so that a test leaves a shared world as it was.
 *
 * @param role the role to act as, where the connection is a superuser's; else the login itself
 */
export async function asSession<T>(
  client: Client,
  token: string | null,
  work: () => Promise<T>,
  role?: string,
): Promise<T> {
  await client.query('begin')
  try {
    if (role) await client.query(`set local role "${role}"`)
    if (token !== null) await client.query(`select set_config('app.session', $1, true)`, [token])
    return await work()
  } finally {
    await client.query('rollback')
  }
}
