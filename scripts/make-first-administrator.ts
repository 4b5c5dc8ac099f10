import { createHash, randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import { CATEGORIES } from '@/lib/access/categories'
import { codeRows } from '@/lib/code-lists/all'
import { asDefiner } from '@/prisma/practice/load/definer'
import { newId } from '@/lib/new-id'
import { Sentence } from './sentence.mjs'

export type FirstAdministrator = {
  mode: 'live' | 'practice'
  /** The place, as it stands on every page. */
  place: string
  /** The agency that runs it. */
  agency: string
  name: string
  email: string
}

const emailNorm = (address: string) => address.normalize('NFKC').trim().toLowerCase()

/**
 * Sets up an empty database, as its owner: the installation with its mode (once and for ever),
 * categories, code lists, the host agency and its first administrator; in one transaction. Run
 * again before anybody has set a password it makes a new link for the same address, and the old one
 * stops working. Mode and place are then what they were.
 *
 * @returns the path of a one-time link, kept here as a hash only, good for seven days
 * @throws Sentence when somebody signs in already, or the address is not the first
 *   administrator's
 */
export async function makeFirstAdministrator(
  client: Client,
  input: FirstAdministrator,
): Promise<string> {
  return inOneGo(client, async () => {
    const { rows } = await client.query<{ users: number; passwords: number }>(
      `select (select count(*)::int from app_user) as users, (select count(*)::int from credential) as passwords`,
    )
    const { users = 0, passwords = 0 } = rows[0] ?? {}
    if (passwords > 0)
      throw new Sentence(
        'Somebody signs in here already. An administrator makes further users, under Admin, Users.',
      )
    const user = users > 0 ? await known(client, input.email) : await setUp(client, input)
    return newLink(client, user, 'invitation')
  })
}

/**
 * One more administrator of the host agency, or a new link for one who is: by whoever runs the
 * server, and so in nobody's hands here. Roles that open people need two, of whom neither made the
 * other. An earlier password and every session of theirs end.
 *
 * @returns the path of a one-time link, good for seven days
 * @throws Sentence before the place is set up, or for somebody who has left or works elsewhere
 */
export async function makeFurtherAdministrator(
  client: Client,
  { name, email }: Pick<FirstAdministrator, 'name' | 'email'>,
): Promise<string> {
  return inOneGo(client, async () => {
    const { rows: hosts } = await client.query<{ id: string }>(
      `select id from agency where kind = 'partnership'`,
    )
    const [host] = hosts
    if (!host) throw new Sentence('This place has not been set up. Make its first administrator.')
    const { rows } = await client.query<{ id: string; left: boolean }>(
      `select u.id, u.ended_at is not null or exists (select 1 from membership m
         where m.user_id = u.id and m.agency_id <> $2 and (m.ends_at is null or now() < m.ends_at)) as left
       from app_user u where u.email = $1`,
      [emailNorm(email), host.id],
    )
    const [found] = rows
    if (found?.left)
      throw new Sentence(
        'That address is somebody’s who has left, or who works for another agency.',
      )
    const user = found?.id ?? (await addUser(client, name, email))
    await client.query(
      `insert into membership (id, user_id, agency_id, role)
       select $1, $2, $3, 'administrator' where not exists (select 1 from membership
         where user_id = $2 and agency_id = $3 and role = 'administrator' and ends_at is null)`,
      [newId(), user, host.id],
    )
    await client.query('delete from credential where user_id = $1', [user])
    await client.query(
      'update session set ended_at = now() where user_id = $1 and ended_at is null',
      [user],
    )
    // Whoever had a hand in the account before has none in what comes by this link.
    await client.query(`update app_user set hands = '{}' where id = $1`, [user])
    return newLink(client, user, found ? 'reset' : 'invitation')
  })
}

/** All of it or nothing, as the definer. Two at once: the second waits, then finds the first's. */
async function inOneGo(client: Client, work: () => Promise<string>): Promise<string> {
  await client.query('begin')
  try {
    await asDefiner(client)
    await client.query('lock table installation in exclusive mode')
    const path = await work()
    await client.query('commit')
    return path
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function newLink(client: Client, user: string, purpose: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await client.query(
    'update one_time_link set used_at = now() where user_id = $1 and used_at is null',
    [user],
  )
  await client.query(
    `insert into one_time_link (token_hash, user_id, purpose, expires_at)
     values ($1, $2, $3, now() + interval '7 days')`,
    [createHash('sha256').update(token).digest(), user, purpose],
  )
  return `/set-password/${token}`
}

async function addUser(client: Client, name: string, email: string): Promise<string> {
  const id = newId()
  await client.query('insert into app_user (id, name, email) values ($1, $2, $3)', [
    id,
    name,
    emailNorm(email),
  ])
  return id
}

async function known(client: Client, email: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `select u.id from app_user u join membership m on m.user_id = u.id and m.role = 'administrator'
       join agency a on a.id = m.agency_id and a.kind = 'partnership'
     where u.email = $1 and u.ended_at is null`,
    [emailNorm(email)],
  )
  const [user] = rows
  if (!user)
    throw new Sentence(
      'This place has been set up for another address. Give the address it was set up with.',
    )
  return user.id
}

async function setUp(
  client: Client,
  { mode, place, agency, name, email }: FirstAdministrator,
): Promise<string> {
  const agencyId = newId()
  await client.query('insert into installation (id, mode, place) values (1, $1, $2)', [mode, place])
  await client.query(
    `insert into category (key, label, hint, position)
     select key, label, hint, position from jsonb_to_recordset($1::jsonb)
       as r(key text, label text, hint text, position int) on conflict (key) do nothing`,
    [JSON.stringify(CATEGORIES.map((category, position) => ({ ...category, position })))],
  )
  await client.query(
    `insert into code (list, key, label, position, current, detail)
     select list, key, label, position, current, detail from jsonb_to_recordset($1::jsonb)
       as r(list text, key text, label text, position int, current boolean, detail jsonb)
     on conflict (list, key) do nothing`,
    [JSON.stringify(codeRows())],
  )
  await client.query(
    `insert into agency (id, key, institution, name, kind) values ($1, 'host', $2, $2, 'partnership')`,
    [agencyId, agency],
  )
  const userId = await addUser(client, name, email)
  await client.query(
    `insert into membership (id, user_id, agency_id, role) values ($1, $2, $3, 'administrator')`,
    [newId(), userId, agencyId],
  )
  return userId
}
