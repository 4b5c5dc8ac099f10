import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { today } from '@/lib/dates'
import { workBatch } from '@/lib/transfer/job'
import { mappingSchema } from '@/lib/transfer/mapping'
import { headerHash } from '@/lib/transfer/row-hash'
import type { ImportShape } from '@/lib/transfer/fields'
import { suggestMapping } from '@/lib/transfer/suggest'
import { readUpload } from '@/lib/transfer/upload'
import { workerScope, type WorkerScope } from '@/lib/worker'
import { connected } from '@/scripts/connection.mjs'
import { sha256 } from './factories/session'

export type Place = { agency: string; team: string; user: string; token: string }

/** An agency with one team and one signed-in user of a role. */
export async function makePlace(client: Client, key: string, role = 'steward'): Promise<Place> {
  const id = () => randomUUID()
  const made = { agency: id(), team: id(), user: id(), token: `token of ${key} ${role}` }
  const membership = id()
  await client.query(
    `insert into agency (id, key, institution, name, kind) values ($1, $2, $2, $2, 'charity')`,
    [made.agency, key],
  )
  await client.query(
    `insert into team (id, agency_id, key, name, function)
     values ($1, $2, $3, $3, 'support')`,
    [made.team, made.agency, `${key}-team`],
  )
  await addUser(client, made, membership, role)
  return made
}

async function addUser(client: Client, place: Place, membership: string, role: string) {
  const { agency, team, user, token } = place
  await client.query(`insert into app_user (id, name, email) values ($1, 'A worker', $2)`, [
    user,
    `${user}@example.org`,
  ])
  await client.query(
    'insert into membership (id, user_id, agency_id, role) values ($1, $2, $3, $4)',
    [membership, user, agency, role],
  )
  await client.query('insert into membership_team (membership_id, team_id) values ($1, $2)', [
    membership,
    team,
  ])
  await client.query(
    `insert into session (id, token_hash, user_id, membership_id, idle_until, absolute_until)
     values ($1, $2, $3, $4, now() + interval '1 day', now() + interval '1 day')`,
    [randomUUID(), Buffer.from(sha256(token), 'hex'), user, membership],
  )
}

/** A colleague of another role in the same team. */
export async function addColleague(client: Client, place: Place, role: string): Promise<Place> {
  const colleague = { ...place, user: randomUUID(), token: `token ${randomUUID()}` }
  await addUser(client, colleague, randomUUID(), role)
  return colleague
}

/** The fixed lists and the mode every place has. */
export const setUpPlace = (client: Client) =>
  client.query(`insert into installation (mode, place) values ('practice', 'Wrenford');
    insert into category (key, label, hint, position)
    select k, k, k, 1 from unnest(array['identity','whereabouts','housing','plan','safety','family',
      'equality','domestic_abuse']) k`)

/** Puts a file in the queue as its steward would; gives the batch. As superuser. */
export async function sendFile(
  client: Client,
  place: Place,
  bytes: Uint8Array,
  given: { shape?: ImportShape; kind?: string } = {},
): Promise<string> {
  const { shape = 'people', kind = 'current' } = given
  const { rows } = await client.query<{ id: string }>(
    `select transfer.make_batch($1, $2, $3, 'a file.csv', $4) as id`,
    [place.agency, place.user, shape, Buffer.from(bytes)],
  )
  const batch = rows[0]?.id ?? ''
  await workBatch(workerScope(client), batch)
  const file = await readUpload(bytes)
  const cells = file.rows.slice(0, 300).map((row) => row.cells)
  const { mapping } = suggestMapping(file.header, cells, shape, today())
  await client.query('select transfer.start_check($1, $2, $3, $4, $5, $6)', [
    ...[batch, place.user, JSON.stringify(mappingSchema.parse(mapping)), headerHash(file.header)],
    ...[place.team, kind],
  ])
  return batch
}

/** Sends, checks, confirms and takes in a file, the jobs under the worker's own login. */
export async function takeIn(
  client: Client,
  worker: WorkerScope,
  place: Place,
  bytes: Uint8Array,
  options: { shape?: 'people' | 'headline_feed'; kind?: string } = {},
): Promise<{ batch: string; checked: Counts; done: Counts }> {
  const batch = await sendFile(client, place, bytes, options)
  await workBatch(worker, batch)
  const checked = await countsOf(client, batch)
  await client.query('select transfer.start_import($1)', [batch])
  await workBatch(worker, batch)
  return { batch, checked, done: await countsOf(client, batch) }
}

export type Counts = { state: string; error: string | null; counts: Record<string, number> | null }

export async function countsOf(client: Client, batch: string): Promise<Counts> {
  const { rows } = await client.query<Counts>(
    'select state, error, counts from import_batch where id = $1',
    [batch],
  )
  return rows[0] ?? { state: 'missing', error: null, counts: null }
}

/** Work under the worker's own login. */
export const asWorker = <T>(url: string, work: (scope: WorkerScope) => Promise<T>) =>
  connected(url, (client) => work(workerScope(client)))

/** A CSV of the given headings and rows. */
export const csv = (...lines: string[]): Uint8Array =>
  new TextEncoder().encode(`${lines.join('\r\n')}\r\n`)

/** Every party of every agreement says that the host may know who its people are. */
export async function letHost(client: Client): Promise<void> {
  await client.query(
    `with g as (insert into receiver_group (id, agreement_id, name)
       select gen_random_uuid(), id, 'The desk' from agreement returning id, agreement_id)
     insert into agreement_term (id, agreement_id, giver_agency_id, group_id, category, level,
       purpose, starts_at)
     select gen_random_uuid(), g.agreement_id, p.agency_id, g.id, 'identity', 3, 'p', '2020-01-01'
     from g join agreement_party p on p.agreement_id = g.agreement_id`,
  )
}
