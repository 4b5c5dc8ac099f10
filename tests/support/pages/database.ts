import pg from 'pg'

/**
 * Asks the database of this run as its administrator, whom row security does not bind: to know who
 * is who before a journey, and to plant what must not be seen.
 */
export async function ask<R extends object>(sql: string, values: unknown[] = []): Promise<R[]> {
  const url = process.env.DATABASE_URL_ADMIN
  if (!url) throw new Error('DATABASE_URL_ADMIN is not set: run these tests by `npm test`.')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<R>(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** The one row a question has. */
export async function askOne<R extends object>(sql: string, values: unknown[] = []): Promise<R> {
  const [row] = await ask<R>(sql, values)
  if (!row) throw new Error(`Nothing answers: ${sql}`)
  return row
}

/** Danny Okafor's id: the person in the pictures, known to four agencies. */
export const dannysId = async () =>
  (
    await askOne<{ id: string }>(
      `select n.person_id as id from person_name n
       join involvement i on i.person_id = n.person_id
       where n.given = 'Daniel' and n.family = 'Okafor'
       group by n.person_id order by count(*) desc limit 1`,
    )
  ).id

/** Roles in force, in place of the table: other tests of the run end some, or have them wait. */
export const rolesInForce = `(select * from membership where waits_since is null
  and starts_at <= now() and (ends_at is null or ends_at > now()))`
