import type { Client } from 'pg'

/**
 * From here until the transaction ends, statements run as the role that owns the functions. Row
 * security is forced even on the owner, and would let it write nothing (and say nothing).
 */
export async function asDefiner(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select nspowner::regrole::text as name from pg_namespace where nspname = 'access'`,
  )
  const [definer] = rows
  if (!definer) throw new Error('This database has no security applied yet')
  await client.query(`set local role ${definer.name}`)
}
