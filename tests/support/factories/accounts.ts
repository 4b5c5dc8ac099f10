import { createHash, randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import { inject } from 'vitest'
import { connected } from '@/scripts/connection.mjs'

const hash = (text: string) => createHash('sha256').update(text).digest()
const fresh = () => randomBytes(8).toString('hex')

/** A role offered, as an agency's administrators see it. */
export type Offered = {
  id: string
  role: string
  asksUser: boolean
  asksSecond: boolean
  mayAgree: string[]
}

/** A try held for this guess by a transaction that is over: this one stays open all the while. */
async function heldBefore(app: Client, email: string, guess: Buffer): Promise<string | undefined> {
  const address = new URL(inject('server').adminUrl)
  address.pathname = `/${app.database ?? ''}`
  return connected(address.toString(), async (admin) => {
    const { rows } = await admin.query<{ id: string }>(
      `insert into sign_in_attempt (id, account, guess, held_in)
       values (gen_random_uuid(), sign_in.account_key($1), sign_in.guess_of($2), 0) returning id`,
      [email, guess],
    )
    return rows[0]?.id
  })
}

/**
 * What administrators, second people and users do about accounts, each by the function that the app
 * calls, as whoever one has become. For use within one transaction of the app's login.
 */
export function accounts(app: Client) {
  const one = async <T>(sql: string, values: unknown[] = []): Promise<T | undefined> =>
    (await app.query<{ it: T }>(sql, values)).rows[0]?.it
  const become = async (token: string) => {
    await app.query(`select set_config('app.session', $1, true)`, [token])
  }

  /** Does it, or nothing. @returns what it answered, or the code it was refused with */
  async function tries<T>(work: () => Promise<T>): Promise<T | { refused: string }> {
    await app.query('savepoint tries')
    try {
      return await work()
    } catch (error) {
      await app.query('rollback to tries')
      return { refused: (error as { code: string }).code }
    }
  }

  const makeLink = async (user: string) => {
    const link = fresh()
    await app.query('select admin.make_link($1, $2)', [user, hash(link)])
    return link
  }

  /** Sets a password by a link and signs in with it. @returns the session, null if it waits */
  async function takeLink(link: string, email: string): Promise<string | null> {
    const [password, token] = [randomBytes(8), fresh()]
    const set = `select sign_in.use_link($1, 'salt', '{}', sha256($2)) as it`
    await app.query(set, [hash(link), password])
    const outcome = await one<string>(
      `select sign_in.with_password($1, $2, $3, $4, 'x', null) as it`,
      [email, password, hash(token), await heldBefore(app, email, password)],
    )
    if (outcome === 'no') throw new Error(`${email} neither signs in nor waits`)
    return outcome === 'in' ? token : null
  }

  /** Every role that a session can act in, by switching; the session stays as it was. */
  async function rolesOf(token: string): Promise<string[]> {
    await become(token)
    const { rows } = await app.query<{ id: string }>('select id from sign_in.memberships()')
    const found: string[] = []
    for (const { id } of rows) {
      await app.query('savepoint looks')
      const next = fresh()
      await app.query('select sign_in.switch_to($1, $2)', [id, hash(next)])
      await become(next)
      found.push((await one<string>('select access.my_role() as it')) ?? 'nobody')
      await app.query('rollback to looks')
    }
    await become(token)
    return found.sort()
  }

  return {
    ...{ one, become, tries, makeLink, takeLink, rolesOf },
    addUser: (email: string, role: string, teams: string[] = []) =>
      one<string>(`select admin.add_user('Sam Reed', $1, null, $2, null, $3)::text as it`, [
        ...[email, role],
        teams,
      ]).then((id) => id ?? ''),
    /** @returns whether the role is open at once */
    addRole: (user: string, role: string, teams: string[] = []) =>
      one<boolean>(`select admin.add_membership($1, $2, null, $3) as it`, [user, role, teams]),
    makeAgency: (name: string, email: string) =>
      one<string>(
        `select admin.make_agency($1, $1, 'gp', null, false, 'Lee Ash', $2)::text as it`,
        [name, email],
      ).then((id) => id ?? ''),
    /** Makes a link for somebody and uses it oneself. @returns a session of theirs, or null */
    takeAccount: async (user: string, email: string) => takeLink(await makeLink(user), email),
    offers: (user: string) =>
      one<{ offers: Offered[] }[]>(`select admin.users($1) as it`, [user]).then(
        (users) => users?.[0]?.offers ?? [],
      ),
    agree: (offer: string | undefined, agrees = true) =>
      app.query('select admin.agree_role($1, $2)', [offer, agrees]),
    answer: (offer: string | undefined, takesIt = true) =>
      app.query('select admin.answer_role($1, $2)', [offer, takesIt]),
    sayKnown: (user: string) => app.query('select admin.say_known($1)', [user]),
    /** What waits for whoever one has become, as a second person. */
    waiting: () =>
      one<{
        roles: { id: string; user: string }[]
        users: { id: string }[]
        mine: { id: string; user: string }[]
      }>('select admin.waiting() as it'),
    /** What is told and not put away. */
    told: async () =>
      (
        await app.query<{ kind: string }>(
          'select kind from notice where seen_at is null order by kind',
        )
      ).rows.map(({ kind }) => kind),
  }
}
