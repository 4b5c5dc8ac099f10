import type { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { matchWaiting } from '@/lib/identity/match'
import { workBatch } from '@/lib/transfer/job'
import { workerScope, type WorkerScope } from '@/lib/worker'
import { freshDatabase } from '@/tests/support/database'
import { connect } from '@/tests/support/factories/session'
import { snapshot, withoutIds } from '@/tests/support/snapshot'
import { countsOf, csv, makePlace, sendFile, setUpPlace, takeIn } from '@/tests/support/transfer'
import type { Place } from '@/tests/support/transfer'

const heading = 'Row Ref,Family Name,Given Names,DOB,NHS Number,Postcode,Mobile'
const people = (n: number, from = 1) =>
  Array.from({ length: n }, (_, i) => {
    const at = from + i
    const family = `Brockle${String.fromCharCode(97 + (at % 26))}${at % 7}hurst`
    return `R${at},${family},William ${at % 5},${(at % 28) + 1}/0${(at % 9) + 1}/19${50 + (at % 40)},,CV4 ${at % 9}PT,`
  })

type Database = Awaited<ReturnType<typeof freshDatabase>>
type Open = { database: Database; client: Client; login: Client; worker: WorkerScope; place: Place }

async function open(): Promise<Open> {
  const database = await freshDatabase()
  const client = await connect(database.adminUrl)
  const login = await connect(database.workerUrl)
  await setUpPlace(client)
  const place = await makePlace(client, 'housing')
  return { database, client, login, worker: workerScope(login), place }
}

async function close({ database, client, login }: Open) {
  await Promise.all([client.end(), login.end()].map((ended) => ended.catch(() => undefined)))
  await database.drop()
}

const total = async (client: Client, table: string) => {
  const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`)
  return rows[0]?.n ?? 0
}

describe('a file of people', () => {
  let at: Open
  beforeAll(async () => {
    at = await open()
  })
  afterAll(() => close(at))

  test('goes in: records, facts, work with the team, source rows whole', async () => {
    const { client, worker, place } = at
    const { checked, done, batch } = await takeIn(
      client,
      worker,
      place,
      csv(heading, ...people(20), 'R21,Okafor,Ann,12/03/1992,9990024588,CV1 1AA,07700 900123'),
    )
    expect(checked).toMatchObject({ state: 'checked', counts: { received: 21 } })
    expect(done).toMatchObject({ state: 'done', counts: { received: 21 } })
    const { rows } = await client.query(
      `select r.local_ref, n.norm, n.sort_key, b.month, i.norm as nhs, a.postcode, x.norm as phone,
         v.came_from, s.raw ->> 'Given Names' as raw,
         (select count(*)::int from person_access p where p.record_id = r.id) as open
       from record r join person_name n on n.record_id = r.id join birth b on b.record_id = r.id
       join identifier i on i.record_id = r.id join address a on a.record_id = r.id
       join reach x on x.record_id = r.id join involvement v on v.record_id = r.id
       join source_row s on s.record_id = r.id where r.batch_id = $1 and r.local_ref = 'R21'`,
      [batch],
    )
    expect(rows).toEqual([
      {
        ...{ local_ref: 'R21', norm: 'ANN OKAFOR', sort_key: 'OKAFOR ANN', month: 3 },
        ...{ nhs: '9990024588', postcode: 'CV1 1AA', phone: '07700900123', came_from: 'feed' },
        ...{ raw: 'Ann', open: 1 },
      },
    ])
  })

  test('the same file again changes nothing', async () => {
    const { client, worker, place } = at
    await matchWaiting(worker)
    const before = await snapshot(client)
    const again = await takeIn(
      client,
      worker,
      place,
      csv(heading, ...people(20), 'R21,Okafor,Ann,12/03/1992,9990024588,CV1 1AA,07700 900123'),
    )
    expect(again.checked.counts).toEqual({ unchanged: 21 })
    await matchWaiting(worker)
    expect(await snapshot(client)).toEqual(before)
  })

  test('a changed row adds facts and ends old ones; undoing puts everything back', async () => {
    const { client, worker, place } = at
    const before = await snapshot(client)
    const { batch, done } = await takeIn(
      client,
      worker,
      place,
      csv(
        heading,
        'R21,Okafor-Lee,Ann,12/03/1992,9990024588,CV2 2BB,07700 900124',
        'R99,New,Somebody,01/02/1980,,CV3 3CC,',
      ),
    )
    expect(done.counts).toEqual({ changed: 1, received: 1 })
    await matchWaiting(worker)
    const { rows } = await client.query(
      `select family, used_until is null as now from person_name n join record r on r.id = n.record_id
       where r.local_ref = 'R21' order by n.id`,
    )
    expect(rows).toEqual([
      { family: 'Okafor', now: false },
      { family: 'Okafor-Lee', now: true },
    ])
    expect(await total(client, 'reach where ended_on is not null')).toBe(1)
    await client.query(`update import_batch set state = 'undone' , done = 0 where id = $1`, [batch])
    await workBatch(worker, batch)
    expect(await countsOf(client, batch)).toMatchObject({ state: 'undone', error: null })
    await matchWaiting(worker)
    expect(await snapshot(client)).toEqual(before)
    expect(await total(client, 'erasure')).toBe(2)
  })

  test('is not undone once somebody has written', async () => {
    const { client, worker, place } = at
    const { batch } = await takeIn(client, worker, place, csv(heading, 'W1,Wright,Ann,1980,,,'))
    await client.query(
      `insert into own_words (id, person_id, record_id, agency_id, team_id, given_by, words, said_on)
       select access.uuid7(), r.person_id, r.id, r.agency_id, $2, $3, 'tea', '2026-01-01'
       from record r where r.batch_id = $1`,
      [batch, place.team, place.user],
    )
    await client.query(`update import_batch set state = 'undone', done = 0 where id = $1`, [batch])
    await workBatch(worker, batch)
    const after = await countsOf(client, batch)
    expect(after.state).toBe('done')
    expect(after.error).toContain('written about')
  })

  test('refused rows say line, column and reason; a child and a real number stay out', async () => {
    const { client, worker, place } = at
    const { checked, batch } = await takeIn(
      client,
      worker,
      place,
      csv(
        heading,
        'C1,Young,Tom,01/02/2015,,,',
        'C2,Real,Number,01/02/1980,4010232137,,',
        'C3,Twice,Ann,01/02/1980,,,',
        'C3,Twice,Ann,01/02/1980,,,',
        ',Nobody,Ann,01/02/1980,,,',
      ),
    )
    expect(checked.counts).toEqual({ received: 1, refused: 4 })
    const { rows } = await client.query<{ line: number; problems: { message: string }[] }>(
      `select line, problems from import_row where batch_id = $1 and outcome = 'refused' order by 1`,
      [batch],
    )
    expect(rows.map(({ line, problems }) => [line, problems[0]])).toEqual([
      [2, expect.objectContaining({ message: expect.stringContaining('Under 18') })],
      [3, expect.objectContaining({ line: 3, column: 'NHS Number' })],
      [5, expect.objectContaining({ message: expect.stringContaining('Line 4') })],
      [6, expect.objectContaining({ column: 'Row Ref' })],
    ])
  })

  test('a reference list opens nothing, and the same file as current work does', async () => {
    const { client, worker, place } = at
    const file = csv(heading, 'L1,List,Ann,01/02/1980,,,')
    await takeIn(client, worker, place, file, { kind: 'reference' })
    const open = `person_access p join record r on r.id = p.record_id where r.local_ref = 'L1'`
    expect(await total(client, open)).toBe(0)
    const again = await takeIn(client, worker, place, file)
    expect(again.checked.counts).toEqual({ unchanged: 1 })
    expect(await total(client, open)).toBe(1)
  })
})

describe('killed at any row', () => {
  const file = csv(heading, ...people(230))
  let whole: Open
  let killed: Open
  beforeEach(async () => {
    ;[whole, killed] = await Promise.all([open(), open()])
  })
  const end = async () => {
    await Promise.all([close(whole), close(killed)])
  }

  test('and run again, it ends as if it had not been', async () => {
    await takeIn(whole.client, whole.worker, whole.place, file)
    const { client, database, place } = killed
    const batch = await sendFile(client, place, file)
    // Three times in the check, four times in the import, at statements drawn by chance.
    const stopAfter = async (statements: number) => {
      const login = await connect(database.workerUrl)
      let left = statements
      const ask: WorkerScope['ask'] = async (text, values) => {
        if ((left -= 1) < 0) throw new Error('killed')
        const answer = await workerScope(login).ask(text, values)
        return answer as never
      }
      await workBatch({ ask }, batch).catch(() => undefined)
      await login.end()
    }
    const some = () => 2 + Math.floor(Math.random() * 4)
    for (let times = 0; times < 3; times += 1) await stopAfter(some())
    await workBatch(killed.worker, batch)
    await client.query('select transfer.start_import($1)', [batch])
    for (let times = 0; times < 4; times += 1) await stopAfter(some())
    // In the middle of a statement, as a power cut would.
    const victim = await connect(database.workerUrl)
    victim.on('error', () => undefined)
    const { rows } = await victim.query<{ pid: number }>('select pg_backend_pid() as pid')
    const cut = setTimeout(() => {
      void client.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    }, 30)
    await workBatch(workerScope(victim), batch).catch(() => undefined)
    clearTimeout(cut)
    await victim.end().catch(() => undefined)
    await workBatch(killed.worker, batch)
    expect(await countsOf(client, batch)).toMatchObject({
      state: 'done',
      counts: { received: 230 },
    })
    expect(withoutIds(await snapshot(client))).toEqual(withoutIds(await snapshot(whole.client)))
    await end()
  })
})
