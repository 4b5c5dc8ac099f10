import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkAll } from '@/lib/identity/engine/link-all'
import { proposeVersion } from '@/lib/identity/engine/propose'
import { versionUsed } from '@/lib/identity/engine/versions'
import { workerScope, type WorkerScope } from '@/lib/worker'
import { inventRecords } from '@/scripts/evaluation/invent'
import { fillScratch } from '@/scripts/evaluation/scratch'
import { freshDatabase } from '@/tests/support/database'
import { connect } from '@/tests/support/factories/session'
import { addColleague, makePlace, setUpPlace, type Place } from '@/tests/support/transfer'

const records = inventRecords(40)
let database: Awaited<ReturnType<typeof freshDatabase>>
let client: Client
let login: Client
let app: Client
let worker: WorkerScope
let host: Place
let other: Place
let manager: Place

beforeAll(async () => {
  database = await freshDatabase()
  client = await connect(database.adminUrl)
  login = await connect(database.workerUrl)
  app = await connect(database.appUrl)
  worker = workerScope(login)
  await setUpPlace(client)
  host = await makePlace(client, 'desk', 'administrator')
  other = await makePlace(client, 'health', 'administrator')
  manager = await addColleague(client, host, 'manager')
  await client.query(`update agency set kind = 'partnership' where id = $1`, [host.agency])
  await fillScratch(client, records)
})
afterAll(async () => {
  await Promise.all([client.end(), login.end(), app.end()])
  await database.drop()
})

const versions = async () =>
  (
    await client.query<{ id: string; name: string; state: string; effect: object }>(
      'select id, name, state, effect from match_version order by made_at, name',
    )
  ).rows

async function decide(place: Place, id: string | undefined, accept: boolean) {
  await app.query('begin')
  try {
    await app.query(`select set_config('app.session', $1, true)`, [place.token])
    await app.query('select identity.decide_version($1, $2)', [id, accept])
    await app.query('commit')
  } catch (error) {
    await app.query('rollback')
    throw error
  }
}

test('values are estimated and proposed with their effect, and nothing uses them', async () => {
  const { name, effect } = await proposeVersion(worker, { threads: 0 }, '2026-11-24')
  expect(name).toBe('estimated-2026-11-24-1')
  expect(effect.records).toBe(records.length)
  expect(effect.links.then).toBe(effect.links.now + effect.links.come - effect.links.go)
  expect(effect.links.come + effect.links.go).toBeGreaterThan(0)
  expect(effect.standing).toEqual({ links: 0, wouldNotBeMade: 0 })
  expect(await versions()).toMatchObject([{ name, state: 'proposed', effect }])
  expect((await versionUsed(worker)).name).toBe('shipped-2')
  const { rows } = await client.query('select 1 from link_event union all select 1 from match_plan')
  expect(rows).toEqual([])
})

test('a new proposal takes the place of the old', async () => {
  await proposeVersion(worker, { threads: 0 }, '2026-11-24')
  expect((await versions()).map(({ state }) => state)).toEqual(['refused', 'proposed'])
})

test('only an administrator of the host decides, once', async () => {
  const proposed = (await versions()).find(({ state }) => state === 'proposed')
  for (const place of [other, manager]) {
    await expect(decide(place, proposed?.id, true)).rejects.toMatchObject({ code: 'CT403' })
  }
  await decide(host, proposed?.id, true)
  await expect(decide(host, proposed?.id, true)).rejects.toMatchObject({ code: 'CT404' })
  expect((await versionUsed(worker)).name).toBe('estimated-2026-11-24-2')
  const { rows } = await client.query(
    `select 1 from audit_event where table_name = 'match_version' and kind = 'update'
       and actor_id = $1`,
    [host.user],
  )
  expect(rows).toHaveLength(1)
})

test('links and suggestions say by which version they were made', async () => {
  const { linked } = await linkAll(worker, { threads: 0 })
  expect(linked).toBeGreaterThan(0)
  const { rows } = await client.query<{ version: string }>(
    `select distinct evidence ->> 'version' as version from link_event
     union select distinct version from link_candidate`,
  )
  expect(rows).toEqual([{ version: 'estimated-2026-11-24-2' }])
  const { effect } = await proposeVersion(worker, { threads: 0 }, '2026-11-25')
  expect(effect.standing.links).toBeGreaterThan(0)
})

test('values that cannot be used link nobody', async () => {
  await client.query(
    `update match_version set parameters = parameters #- '{fields,birth,exact}' where state = 'used'`,
  )
  await expect(linkAll(worker, { threads: 0 })).rejects.toThrow('birth exact is missing')
})
