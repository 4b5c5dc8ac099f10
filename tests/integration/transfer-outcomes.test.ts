import { existsSync, readFileSync } from 'node:fs'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { matchWaiting } from '@/lib/identity/match'
import { workBatch } from '@/lib/transfer/job'
import { FileRefused } from '@/lib/transfer/problems'
import { readUpload } from '@/lib/transfer/upload'
import { workerScope, type WorkerScope } from '@/lib/worker'
import { freshDatabase } from '@/tests/support/database'
import { connect } from '@/tests/support/factories/session'
import { snapshot } from '@/tests/support/snapshot'
import { addColleague, countsOf, csv, makePlace } from '@/tests/support/transfer'
import { sendFile, setUpPlace, takeIn, type Place } from '@/tests/support/transfer'

let database: Awaited<ReturnType<typeof freshDatabase>>
let client: Client
let login: Client
let app: Client
let worker: WorkerScope
let housing: Place
let health: Place

beforeAll(async () => {
  database = await freshDatabase()
  client = await connect(database.adminUrl)
  login = await connect(database.workerUrl)
  app = await connect(database.appUrl)
  worker = workerScope(login)
  await setUpPlace(client)
  housing = await makePlace(client, 'housing')
  health = await makePlace(client, 'health')
})
afterAll(async () => {
  await Promise.all([client.end(), login.end(), app.end()])
  await database.drop()
})

const heading = 'Row Ref,Family Name,Given Names,DOB,NHS Number,Postcode'

/** All that the pages of a file are made of, as its steward gets it. */
async function pagesOf(place: Place, batch: string) {
  await app.query('begin')
  await app.query(`select set_config('app.session', $1, true)`, [place.token])
  const { rows } = await app.query<{ all: unknown }>(
    `select jsonb_build_object('batch', transfer.batch($1) - 'id' - 'sentAt' - 'finishedAt',
       'rows', (select jsonb_agg(to_jsonb(x)) from unnest(array['received', 'same', 'changed',
         'unchanged', 'refused']) o, transfer.rows_of($1, o, 0, 1000) x),
       'files', (select jsonb_agg(to_jsonb(b) - 'id' - 'sent_at') from transfer.batches(null, 1) b)
     ) as all`,
    [batch],
  )
  await app.query('rollback')
  return rows[0]?.all
}

describe('what the importer sees', () => {
  test('is the same whether others know the people or not', async () => {
    const file = csv(
      heading,
      'X1,Brocklehurst,William,18/05/1967,9990024588,CV4 9PT',
      'X2,Okafor,Ann,12/03/1992,,CV1 1AA',
    )
    const fresh = await takeIn(client, worker, housing, file)
    const unknown = await pagesOf(housing, fresh.batch)
    await matchWaiting(worker)
    const { user, team, agency } = health
    const known = await takeIn(client, worker, health, file)
    await matchWaiting(worker)
    const answer = JSON.stringify(await pagesOf(health, known.batch))
    const plain = answer.replaceAll(team, housing.team).replaceAll('health', 'housing')
    expect(JSON.parse(plain)).toEqual(unknown)
    expect(plain).not.toContain(user)
    expect(plain).not.toContain(agency)
    // Though behind it they came together.
    const { rows } = await client.query(
      `select person_id from record where local_ref = 'X1' group by 1 having count(*) = 2`,
    )
    expect(rows).toHaveLength(1)
  })

  test('says why a row is one of the agency’s own people', async () => {
    const own = csv(heading, 'X9,Brocklehurst,Bill,18/05/1967,9990024588,CV4 9PT')
    const { checked, batch } = await takeIn(client, worker, housing, own)
    expect(checked.counts).toEqual({ same: 1 })
    expect(JSON.stringify(await pagesOf(housing, batch))).toContain('same NHS number')
  })

  test('another agency’s steward, a practitioner and an administrator see no row', async () => {
    const { batch } = await takeIn(client, worker, housing, csv(heading, 'X20,Else,Some,1980,,'))
    await expect(pagesOf(health, batch)).rejects.toMatchObject({ code: 'CT404' })
    await app.query('rollback')
    for (const role of ['practitioner', 'administrator']) {
      const other = await addColleague(client, housing, role)
      await expect(pagesOf(other, batch)).rejects.toMatchObject({ code: 'CT403' })
      await app.query('rollback')
    }
  })
})

describe('the headline feed', () => {
  const feed =
    'Person number,Team,Worker,Team phone,From,To,Last contact,Kind,Kept,Next appointment'
  const row = (ref: string) =>
    `${ref},housing-team,A worker,01632 960001,01/02/2024,,03/11/2026,phone,yes,01/12/2040 10:30`

  test('keeps who is involved without typing; unknown people are waited for', async () => {
    const names = csv(heading, 'F1,Feed,Ann,1980,,', 'F2,Feed,Ben,1981,,')
    await takeIn(client, worker, housing, names, { kind: 'reference' })
    await addColleague(client, housing, 'practitioner')
    const sent = csv(feed, row('F1'), row('F2'), row('NOBODY'))
    const { done } = await takeIn(client, worker, housing, sent, { shape: 'headline_feed' })
    expect(done).toMatchObject({ state: 'done', counts: { changed: 2, waiting: 1 } })
    const { rows } = await client.query(
      `select v.starts_on::text, w.worker_name, w.lead, c.kind, c.outcome, c.source, a.source as next
       from record r join involvement v on v.record_id = r.id
       join involvement_worker w on w.record_id = r.id join contact c on c.record_id = r.id
       join appointment a on a.record_id = r.id where r.local_ref = 'F1'`,
    )
    expect(rows).toEqual([
      {
        ...{ starts_on: '2024-02-01', worker_name: 'A worker', lead: true, kind: 'phone' },
        ...{ outcome: 'kept', source: 'feed', next: 'feed' },
      },
    ])
  })

  test('a row with a kind we do not know is refused with the reason, and is no absence', async () => {
    const odd = csv(feed, row('F1'), row('F2').replace('phone', 'Ouija'))
    await takeIn(client, worker, housing, odd, { shape: 'headline_feed' })
    const { batch } = await takeIn(client, worker, housing, odd, { shape: 'headline_feed' })
    const { rows } = await client.query(
      `select line, outcome, problems from import_row where batch_id = $1 and outcome = 'refused'`,
      [batch],
    )
    const message = 'We have no kind of contact called “Ouija”.'
    expect(rows).toEqual([
      { line: 3, outcome: 'refused', problems: [{ line: 3, column: 'Kind', message }] },
    ])
    const missing = await client.query('select 1 from involvement where feed_missing > 0')
    expect(missing.rows).toEqual([])
  })

  test('absence from two feeds running asks, and ends nothing; undoing takes the question back', async () => {
    const manager = await addColleague(client, housing, 'manager')
    const asked = async () => {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from notice where kind = 'work-ended-question' and user_id = $1`,
        [manager.user],
      )
      return rows[0]?.n
    }
    const only = csv(feed, row('F1'))
    await takeIn(client, worker, housing, only, { shape: 'headline_feed' })
    expect(await asked()).toBe(0)
    const before = await snapshot(client)
    const { batch } = await takeIn(client, worker, housing, only, { shape: 'headline_feed' })
    // F2 alone: those whom no feed has listed are not asked about.
    expect(await asked()).toBe(1)
    const ended = await client.query('select 1 from involvement where ends_on is not null')
    expect(ended.rows).toEqual([])
    await client.query(`update import_batch set state = 'undone', done = 0 where id = $1`, [batch])
    await workBatch(worker, batch)
    expect(await countsOf(client, batch)).toMatchObject({ state: 'undone', error: null })
    expect(await asked()).toBe(0)
    expect(await snapshot(client)).toEqual(before)
  })
})

const withBadByte = (count: number, encode: (text: string) => Buffer, bad: Buffer) => {
  const rows = Array.from({ length: count }, (_, i) => `B${i},Café${i % 90},Ann ${i % 50},1980,,`)
  const at = count / 2
  const text = (some: string[]) => encode(`${some.join('\r\n')}\r\n`)
  const broken = Buffer.concat([Buffer.from('BAD,Br'), bad, Buffer.from('ken,Ann,1980,,\r\n')])
  return Buffer.concat([
    text([heading, ...rows.slice(0, at)]),
    broken,
    text(rows.slice(at, rows.length - 1)),
  ])
}
const utf8 = (text: string) => Buffer.from(text, 'utf8')
const latin1 = (text: string) => Buffer.from(text, 'latin1')
const marked = (file: Buffer) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), file])

describe('a file with one bad byte', () => {
  // Each is read as long as a file may be; how its letters are written ends there, so that one of
  // them is also checked at that length.
  test.each([
    ['UTF-8', 50_000, (n: number) => withBadByte(n, utf8, Buffer.from([0xff]))],
    ['UTF-8 with a mark', 2000, (n: number) => marked(withBadByte(n, utf8, Buffer.from([0xc3])))],
    ['Windows-1252', 2000, (n: number) => withBadByte(n, latin1, Buffer.from([0x81]))],
  ])(
    '%s: fifty thousand rows read, %i checked to the end, one row refused with its line',
    async (_, count, fileOf) => {
      const read = await readUpload(fileOf(50_000))
      expect(read.rows).toHaveLength(50_000)
      const broken = read.rows.filter(({ problem }) => problem !== null)
      expect(broken.map(({ line }) => line)).toEqual([25_002])
      const bytes = fileOf(count)
      const batch = await sendFile(client, health, bytes)
      await workBatch(worker, batch)
      const { state, counts } = await countsOf(client, batch)
      expect(state).toBe('checked')
      expect(counts?.refused).toBe(1)
      expect((counts?.received ?? 0) + (counts?.same ?? 0)).toBe(count - 1)
      const { rows } = await client.query<{ line: number; problems: { column: string }[] }>(
        `select line, problems from import_row where batch_id = $1 and outcome = 'refused'`,
        [batch],
      )
      expect(rows[0]?.line).toBe(count / 2 + 2)
      expect(rows[0]?.problems[0]?.column).toBe('Family Name')
      await client.query('delete from import_row where batch_id = $1', [batch])
    },
    240_000,
  )

  test('one row more is refused in words before anything is stored', async () => {
    const rows = Array.from({ length: 50_001 }, (_, i) => `B${i},Café,Ann,1980,,`)
    await expect(readUpload(csv(heading, ...rows))).rejects.toThrow(FileRefused)
  })
})

const extracts = process.env.EXTRACTS_DIR ?? ''
test.skipIf(!existsSync(`${extracts}/truth.csv`))(
  'the four extracts of EXTRACTS_DIR come together (skipped where there are none)',
  async () => {
    const files = [
      ...['probation_caseload', 'housing_applications', 'community_health_register'],
      'jobcentre_claimants',
    ]
    for (const name of files) {
      const place = await makePlace(client, name)
      const bytes = readFileSync(`${extracts}/${name}.csv`)
      const { done } = await takeIn(client, worker, place, bytes)
      expect(done.state).toBe('done')
      await matchWaiting(worker)
    }
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from (select r.person_id from record r join agency a
         on a.id = r.agency_id where a.key = any ($1) group by 1
         having count(distinct r.agency_id) = 4) four`,
      [files],
    )
    expect(rows[0]?.n).toBeGreaterThan(20)
  },
  600_000,
)
