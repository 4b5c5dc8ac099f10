import { randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import { sha256 } from './session'

/**
 * Opens a session for a membership of the practice place, as signing in does.
 *
 * @param admin a connection that row security does not bind
 * @returns the token that the app would send
 */
export async function sessionFor(admin: Client, membershipId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await admin.query(
    `insert into session (id, token_hash, user_id, membership_id, idle_until, absolute_until)
     select gen_random_uuid(), decode($1, 'hex'), user_id, id, now() + interval '20 minutes',
       now() + interval '9 hours'
     from membership where id = $2`,
    [sha256(token), membershipId],
  )
  return token
}
