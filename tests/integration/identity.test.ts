import fc from 'fast-check'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { matchWaiting } from '@/lib/identity/match'
import { workerScope, type WorkerScope } from '@/lib/worker'
import { freshDatabase } from '@/tests/support/database'
import { asSession, connect } from '@/tests/support/factories/session'
import { snapshot } from '@/tests/support/snapshot'
import { addColleague, csv, letHost, makePlace, setUpPlace, takeIn } from '@/tests/support/transfer'
import type { Place } from '@/tests/support/transfer'

const heading = 'Row Ref,Family Name,Given Names,DOB,NHS Number,Postcode'
const brock = 'Brocklehurst,William,18/05/1967,9990024588,CV4 9PT'

let database: Awaited<ReturnType<typeof freshDatabase>>
let client: Client
let login: Client
let app: Client
let worker: WorkerScope
let housing: Place
let health: Place
let desk: Place
let custodian: Place

beforeAll(async () => {
  database = await freshDatabase()
  client = await connect(database.adminUrl)
  login = await connect(database.workerUrl)
  app = await connect(database.appUrl)
  worker = workerScope(login)
  await setUpPlace(client)
  housing = await makePlace(client, 'housing')
  health = await makePlace(client, 'health')
  desk = await makePlace(client, 'desk')
  custodian = await addColleague(client, desk, 'custodian')
  await client.query(
    `insert into agreement (id, name, place, purpose, cohort_name, cohort_description, review_on,
       starts_at, host_agency_id)
     values (gen_random_uuid(), 'a', 'b', 'c', 'd', 'e', '2030-01-01', '2020-01-01', $1)`,
    [desk.agency],
  )
  await client.query(
    `insert into agreement_party (id, agreement_id, agency_id, lawful_basis, conditions,
       confidence_lifted_by, regime, contact, signatory, signed_on, joined_at)
     select gen_random_uuid(), a.id, g.id, 'e', 'g', 'c', 'uk_gdpr', 'x', 'y', '2020-01-01',
       '2020-01-01' from agreement a, agency g`,
  )
  await letHost(client)
  await takeIn(client, worker, housing, csv(heading, `H1,${brock}`, 'H2,Otherman,Zed,1950,,'))
  await takeIn(client, worker, health, csv(heading, `M1,${brock}`, 'M2,Nobodyelse,Ann,1951,,'))
})
afterAll(async () => {
  await Promise.all([client.end(), login.end(), app.end()])
  await database.drop()
})

const personOf = async (ref: string) => {
  const { rows } = await client.query<{ person: string; confirmed: boolean; id: string }>(
    'select id, person_id as person, confirmed from record where local_ref = $1',
    [ref],
  )
  return rows[0] ?? { person: '', confirmed: false, id: '' }
}

const ask = async <R extends object>(place: Place, sql: string, values: unknown[] = []) => {
  await app.query('begin')
  try {
    await app.query(`select set_config('app.session', $1, true)`, [place.token])
    const { rows } = await app.query<R>(sql, values)
    await app.query('commit')
    return rows
  } catch (error) {
    await app.query('rollback')
    throw error
  }
}

describe('links', () => {
  test('people known to two agencies come together, and share identity only', async () => {
    const before = await snapshot(client)
    const counts = await matchWaiting(worker)
    expect(counts).toMatchObject({ looked: 4, linked: 1 })
    const [one, other] = [await personOf('H1'), await personOf('M1')]
    expect(one.person).toBe(other.person)
    expect([one.confirmed, other.confirmed].sort()).toEqual([false, true])
    expect((await personOf('H2')).person).not.toBe((await personOf('M2')).person)
    // Undone, everything is back where it was.
    await client.query(
      `select identity.undo_link(id, 'machine', 'test') from link_event
       where not evidence ? 'undoes'`,
    )
    const after = await snapshot(client)
    const keys = (all: Record<string, string[]>) =>
      Object.fromEntries(
        Object.entries(all).filter(([name]) => name !== 'record_key' && name !== 'link_candidate'),
      )
    expect(keys(after)).toEqual(keys(before))
  })

  test('the steward of the host confirms or undoes; what is undone is remembered', async () => {
    await client.query(
      `insert into record_key select id, '!match' from record on conflict do nothing`,
    )
    await matchWaiting(worker)
    const list = `select id, one, other from identity.links(true, null, 20)`
    expect(await ask(housing, list)).toEqual([])
    const [link] = await ask<{ id: string; one: { numbers: unknown[] } }>(desk, list)
    expect(link?.one.numbers).toEqual([])
    await expect(
      ask(housing, 'select identity.review_link($1, true, $2)', [link?.id, 'x']),
    ).rejects.toMatchObject({ code: 'CT404' })
    await ask(desk, 'select identity.review_link($1, false, $2)', [link?.id, 'Two brothers'])
    expect((await personOf('H1')).person).not.toBe((await personOf('M1')).person)
    await client.query(
      `insert into record_key select id, '!match' from record on conflict do nothing`,
    )
    expect(await matchWaiting(worker)).toMatchObject({ linked: 0, suggested: 0 })
    expect((await personOf('H1')).person).not.toBe((await personOf('M1')).person)
    await client.query('delete from not_same')
  })

  test('a machine never links whom the custodian decides on; only a custodian sees it', async () => {
    const { id, person } = await personOf('H1')
    await client.query(
      `insert into protected_whereabouts (id, person_id, record_id, agency_id, team_id, given_by,
         reason, set_on, review_on) values (gen_random_uuid(), $1, $2, $3, $4, $5, 'r',
         '2026-01-01', '2030-01-01')`,
      [person, id, housing.agency, housing.team, housing.user],
    )
    await client.query(
      `insert into record_key select id, '!match' from record on conflict do nothing`,
    )
    expect(await matchWaiting(worker)).toMatchObject({ linked: 0 })
    const queue = 'select id, levels, one, other from identity.queue(null, 20)'
    expect(await ask(desk, queue)).toEqual([])
    const pairs = await ask<{ id: string; levels: { field: string }[] }>(custodian, queue)
    expect(pairs).toHaveLength(1)
    expect(pairs[0]?.levels.map(({ field }) => field)).not.toContain('postcode')
    expect(JSON.stringify(pairs)).not.toMatch(/CV4/)
    const pair = pairs[0]?.id
    await ask(custodian, `select identity.decide_pair($1, 'later', '')`, [pair])
    await ask(custodian, `select identity.decide_pair($1, 'same', 'Rang both')`, [pair])
    expect((await personOf('H1')).person).toBe((await personOf('M1')).person)
    expect((await personOf('H1')).confirmed && (await personOf('M1')).confirmed).toBe(true)
  })

  test('no practitioner or administrator reads the queue', async () => {
    for (const role of ['practitioner', 'administrator', 'officer', 'commissioner']) {
      const other = await addColleague(client, desk, role)
      await expect(ask(other, 'select * from identity.queue(null, 1)')).rejects.toMatchObject({
        code: 'CT403',
      })
    }
  })
})

test('random links and unlinks, undone in any order that holds, restore what was', async () => {
  const { rows: records } = await client.query<{ id: string; person_id: string }>(
    'select id, person_id from record order by id',
  )
  await client.query(
    `insert into conflict (id, user_id, person_id, reason, declared_by)
     select gen_random_uuid(), $1, $2, 'related', $1`,
    [health.user, records[0]?.person_id],
  )
  const before = await snapshot(client)
  const step = fc.record({ record: fc.nat(records.length - 1), onto: fc.nat(records.length - 1) })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(step, fc.constant(null)), { maxLength: 12 }),
      async (steps) => {
        const undoOne = () =>
          client.query(
            `select identity.undo_link(id, 'machine', 'back') as undone from link_event e
           where identity.holds(e.id) and e.reason = 'drawn' order by e.at desc, e.id desc limit 1`,
          )
        for (const one of steps) {
          if (one) {
            await client.query(
              `select identity.link_record($1, $2, 'machine', 'drawn', '{}', false)`,
              [records[one.record]?.id, records[one.onto]?.person_id],
            )
          } else await undoOne()
        }
        for (let more = true; more;) more = (await undoOne()).rows.length > 0
        expect(await snapshot(client)).toEqual(before)
      },
    ),
    { numRuns: 25 },
  )
})

test('the app cannot call what only jobs may', async () => {
  await asSession(app, desk.token, async () => {
    await expect(app.query('select * from identity.facts(array[]::uuid[])')).rejects.toMatchObject({
      code: '42501',
    })
  })
})
