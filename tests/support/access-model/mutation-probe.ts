import type { Client } from 'pg'
import type { Weakening } from './mutation-list'

/**
 * What the matrix cannot tell, since it acts as a superuser in one kind of transaction: who the
 * app's own login is in another kind, and after a minute.
 */
export const isProbed = ({ where, change }: Weakening): boolean =>
  where === 'function me' && /transaction_isolation|session_user|1 minute/.test(change)

const minute = `interval '1 minute'`
const second = `interval '1 second'`
const asTheyAre = ['somebody', 'somebody', 'refused', 'nobody', 'somebody']

/**
 * Asks the app's login and a superuser who acts as it, in transactions of their own, with the
 * minute made a second. The weakening stands for everybody meanwhile, and is taken back.
 *
 * @param sql `access.me` weakened, or as it is
 * @param was the function as it is
 */
export async function probeNotices(
  { admin, app }: { admin: Client; app: Client },
  { sql, was, token }: { sql: string; was: string; token: string },
): Promise<boolean> {
  await admin.query(sql.replace(minute, second))
  try {
    const [now, late] = await Promise.all([who(app, token), who(admin, token)])
    const { repeatable, after, acting } = await whoLater(admin, app, token)
    return String([now, late, repeatable, after, acting]) !== String(asTheyAre)
  } finally {
    await admin.query(was)
  }
}

async function whoLater(admin: Client, app: Client, token: string) {
  const repeatable = await who(app, token, { level: 'repeatable read' })
  const [after, acting] = await Promise.all([
    who(app, token, { sleeps: 1.1 }),
    who(admin, token, { sleeps: 1.1 }),
  ])
  return { repeatable, after, acting }
}

/** Who a token is in one transaction: somebody, nobody, or refused. */
async function who(
  client: Client,
  token: string,
  { level = 'read committed', sleeps = 0 } = {},
): Promise<string> {
  await client.query(`begin isolation level ${level}`)
  try {
    await client.query(`select set_config('app.session', $1, true)`, [token])
    if (sleeps) await client.query('select pg_sleep($1)', [sleeps])
    const { rows } = await client.query<{ me: string | null }>('select access.my_user() as me')
    return rows[0]?.me ? 'somebody' : 'nobody'
  } catch (error) {
    if ((error as { code?: string }).code === '25001') return 'refused'
    throw error
  } finally {
    await client.query('rollback')
  }
}
