import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { matchWaiting } from '@/lib/identity/match'
import { finishStep, workBatch } from '@/lib/transfer/job'
import { workerScope, type WorkerScope } from '@/lib/worker'
import { freshDatabase } from '@/tests/support/database'
import { connect } from '@/tests/support/factories/session'
import { addColleague, countsOf, csv, makePlace, sendFile } from '@/tests/support/transfer'
import { setUpPlace, takeIn, type Place } from '@/tests/support/transfer'

let database: Awaited<ReturnType<typeof freshDatabase>>
let client: Client
let login: Client
let app: Client
let worker: WorkerScope
let place: Place
beforeAll(async () => {
  database = await freshDatabase()
  client = await connect(database.adminUrl)
  login = await connect(database.workerUrl)
  app = await connect(database.appUrl)
  worker = workerScope(login)
  await setUpPlace(client)
  place = await makePlace(client, 'housing')
})
afterAll(async () => {
  await Promise.all([client.end(), login.end(), app.end()])
  await database.drop()
})

/** A question as the steward asks it. */
async function asSteward<R extends object>(
  sql: string,
  values: unknown[],
  of = place,
): Promise<R[]> {
  await app.query('begin')
  try {
    await app.query(`select set_config('app.session', $1, true)`, [of.token])
    return (await app.query<R>(sql, values)).rows
  } finally {
    await app.query('commit')
  }
}
const one = async <T>(call: string, values: unknown[]) =>
  (await asSteward<{ it: T }>(`select ${call} as it`, values))[0]?.it

const heading = 'Client Ref,Surname,Forename,Date of Birth,NHS Number'
const checked = async (bytes: Uint8Array, options: Parameters<typeof sendFile>[3] = {}) => {
  const batch = await sendFile(client, place, bytes, options)
  await workBatch(worker, batch)
  return batch
}
type Kind = { key: string; refused: boolean; words: string; n: number }
const kindsOf = async (batch: string) =>
  (await one<{ kinds: Kind[] }>('transfer.batch($1)', [batch]))?.kinds ?? []

describe('before a file goes in', () => {
  test('what to look at is counted by kind, and each kind has its rows', async () => {
    const rows = ['Q1,Ash,Ida', 'Q2,Ash,Ned', 'Q3,Elm,Una'].map((row) => `${row},soon,`)
    const batch = await checked(csv(heading, ...rows, ',Oak,Oli,14/06/1985,', 'Q5,Yew,Eve,2/2/80,'))
    const kinds = await kindsOf(batch)
    const [refusal] = kinds.filter(({ refused }) => refused)
    const warning = kinds.find(({ n }) => n === 3)
    expect(refusal?.n).toBe(1)
    expect(warning?.refused).toBe(false)
    const about = (refused: boolean, key: string | null) =>
      asSteward<{ line: number }>('select line from transfer.rows_about($1, $2, $3, 0, 50)', [
        ...[batch, refused, key],
      ])
    expect(await about(false, warning?.key ?? '')).toEqual([{ line: 2 }, { line: 3 }, { line: 4 }])
    expect(await about(true, null)).toEqual([{ line: 5 }])
  })

  test('who will be able to open these people is told in people and teams', async () => {
    await addColleague(client, place, 'practitioner')
    const file = csv(heading, 'W1,Ash,Ida,14/06/1985,', 'W2,Ash,Ned,14/07/1986,')
    const list = await checked(file, { kind: 'reference' })
    expect(await one('transfer.opens($1)', [list])).toEqual([])
    const current = await checked(file)
    const opens = [{ team: 'housing-team', people: 2, workers: ['A worker'] }]
    expect(await one('transfer.opens($1)', [current])).toEqual(opens)
    await client.query('select transfer.start_import($1)', [current])
    await workBatch(worker, current)
    expect(await one('transfer.opens($1)', [await checked(file)])).toEqual([])
    const feed = csv('Client Ref,Team,Worker', 'W1,housing-team,Jo', 'W9,housing-team,Jo')
    expect(
      await one('transfer.opens($1)', [await checked(feed, { shape: 'headline_feed' })]),
    ).toEqual([])
  })

  test('a team that a feed names and the agency does not have is said', async () => {
    await takeIn(client, worker, place, csv(heading, 'T1,Tarn,Ida,14/06/1985,'))
    const feed = csv('Client Ref,Team,Worker', 'T1,Refuge,Jo', 'T1,HOUSING-TEAM,Jo')
    const batch = await checked(feed, { shape: 'headline_feed' })
    const words = 'You have no team called “Refuge”. The row counts for the team chosen.'
    expect(await kindsOf(batch)).toMatchObject([{ n: 1, words }])
  })

  test('a list does not begin work again that has ended, and says so', async () => {
    const file = csv(heading, 'E1,Eaves,Ida,14/06/1985,')
    await takeIn(client, worker, place, file)
    const feed = csv('Client Ref,Team,Start date,End date', 'E1,housing-team,01/02/2026,01/06/2026')
    await takeIn(client, worker, place, feed, { shape: 'headline_feed' })
    const batch = await checked(file)
    expect(await one('transfer.opens($1)', [batch])).toEqual([])
    const [kind] = await kindsOf(batch)
    expect(kind?.words).toMatch(/^Your work with this person ended on 1 June 2026[.] This list/)
  })

  test('the first rows are there as they came and as they were understood', async () => {
    const batch = await checked(csv(heading, 'U1,ASH,IDA MARY,05/06/1985,1234567890'))
    const [row] = await asSteward<{ cells: string[]; parsed: Record<string, unknown> }>(
      'select * from transfer.first_understood($1, 5)',
      [batch],
    )
    expect(row?.cells).toEqual(['U1', 'ASH', 'IDA MARY', '05/06/1985', '1234567890'])
    expect(row?.parsed).toMatchObject({
      names: [{ given: 'Ida', middle: 'Mary', family: 'Ash' }],
      birth: { year: 1985, month: 6, day: 5 },
      identifiers: [{ type: 'nhs', norm: '', check: 'none' }],
    })
    expect(row?.parsed).not.toHaveProperty('keys')
  })

  test('the headings can be said to stand on another line', async () => {
    const bytes = csv(
      'Caseload of October,,',
      'Our ref,Surname,Forename',
      'H1,Ash,Ida',
      'H2,Ash,Ned',
    )
    const batch = await sendFile(client, place, bytes)
    await workBatch(worker, batch)
    const look = () =>
      one<{ headingLine: number; header: string[]; top: { line: number; words: string }[] }>(
        'transfer.batch($1)',
        [batch],
      )
    expect(await look()).toMatchObject({ headingLine: 2, top: [{ line: 1 }, {}, { line: 3 }, {}] })
    await expect(one('transfer.read_again($1, 9)', [batch])).rejects.toMatchObject({
      code: 'CT404',
    })
    await one('transfer.read_again($1, 3)', [batch])
    await workBatch(worker, batch)
    expect(await look()).toMatchObject({ headingLine: 3, header: ['H1', 'Ash', 'Ida'] })
  })
})

describe('one number on two people', () => {
  test('of one agency, across files: said on the row, and evidence of nothing', async () => {
    await takeIn(client, worker, place, csv(heading, 'N1,Wexcombe,Tamsin,04/05/1979,9990000026'))
    const { batch } = await takeIn(
      ...[client, worker, place],
      csv(heading, 'N2,Yarlford,Ezra,19/12/1966,9990000026', 'N3,Wexcombe,Tamsin,04/05/1979,'),
    )
    const said = (await kindsOf(batch)).map(({ words }) => words)
    expect(said).toContain('Your N1 has the same NHS number, with another name and birth.')
    await matchWaiting(worker)
    const { rows } = await client.query(
      `select r.local_ref, i.value, i.norm from record r left join identifier i on i.record_id = r.id
       where r.local_ref in ('N1', 'N2') order by 1`,
    )
    expect(rows).toEqual([
      { local_ref: 'N1', value: '999 000 0026', norm: '9990000026' },
      { local_ref: 'N2', value: '999 000 0026', norm: '' },
    ])
    const people = await client.query(
      `select person_id from record where local_ref in ('N1', 'N2') group by 1`,
    )
    expect(people.rows).toHaveLength(2)
  })
})

describe('after', () => {
  test('what became of it is told, and whoever sent it has a notice of every step', async () => {
    const notices = async (batch: string) =>
      (
        await client.query<{ kind: string }>(
          'select kind from notice where subject_id = $1 and user_id = $2 order by id',
          [batch, place.user],
        )
      ).rows.map(({ kind }) => kind)
    const { batch } = await takeIn(client, worker, place, csv(heading, 'Z1,Zeal,Ida,14/06/1985,'))
    expect(await notices(batch)).toEqual(['file-checked', 'file-done'])
    const became = () => one('transfer.became($1)', [batch])
    expect(await became()).toEqual({ people: 1, unmatched: 1, pairs: 0, links: 0 })
    await matchWaiting(worker)
    expect(await became()).toMatchObject({ unmatched: 0 })
  })
})

test('pairs and links that came of a file are those of the steward’s queue', async () => {
  const other = await makePlace(client, 'other')
  const { batch } = await takeIn(
    ...[client, worker, other],
    csv(
      heading,
      'P1,Fenwickshaw,Ida Mary,14/06/1985,9990000034',
      'P2,Fenwickshaw,Ida Mary,14/06/1985,9990000034',
      'P3,Fenwickshawe,Ida,14/06/1985,',
    ),
  )
  await matchWaiting(worker)
  const [row] = await asSteward<{ pairs: number; links: number }>(
    `select (select count(*)::int from identity.queue(null, 50)) as pairs,
       (select count(*)::int from identity.links(true, null, 50)) as links`,
    [],
    other,
  )
  const sql = 'select transfer.became($1) as it'
  const [became] = await asSteward<{ it: unknown }>(sql, [batch], other)
  expect(became?.it).toEqual({ people: 3, unmatched: 0, ...row })
  expect((row?.pairs ?? 0) + (row?.links ?? 0)).toBeGreaterThan(0)
})

test('beside a running app one process takes the file, and the other says so and waits', async () => {
  const batch = await sendFile(client, place, csv(heading, 'R1,Reed,Ida,14/06/1985,'))
  const second = await connect(database.workerUrl)
  const said: string[] = []
  const lock = (what: string) =>
    second.query(`select pg_advisory_${what}(hashtext($1))`, [`job ${batch}`])
  await lock('lock')
  const waits = finishStep(worker, batch, (words) => said.push(words))
  await expect.poll(() => said).toHaveLength(1)
  expect(await countsOf(client, batch)).toMatchObject({ state: 'checking' })
  await lock('unlock')
  await waits
  expect(said).toEqual(['The running app has taken this file. Waiting for it to be through.'])
  expect(await countsOf(client, batch)).toMatchObject({ state: 'checked' })
  await second.end()
})
