import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { timelineEntry } from '@/lib/contacts/words'
import type { TimelineContact } from '@/lib/people/view'
import { workBatch } from '@/lib/transfer/job'
import { workerScope, type WorkerScope } from '@/lib/worker'
import { freshDatabase } from '@/tests/support/database'
import { connect } from '@/tests/support/factories/session'
import { snapshot } from '@/tests/support/snapshot'
import {
  addColleague,
  countsOf,
  csv,
  makePlace,
  setUpPlace,
  takeIn,
} from '@/tests/support/transfer'
import type { Place } from '@/tests/support/transfer'

let database: Awaited<ReturnType<typeof freshDatabase>>
let client: Client
let login: Client
let worker: WorkerScope
let place: Place
beforeAll(async () => {
  database = await freshDatabase()
  client = await connect(database.adminUrl)
  login = await connect(database.workerUrl)
  worker = workerScope(login)
  await setUpPlace(client)
  place = await makePlace(client, 'housing')
})
afterAll(async () => {
  await Promise.all([client.end(), login.end()])
  await database.drop()
})

const heading = 'Client Ref,Team,Worker,Start date,End date'
const nextHeading = `${heading},Last contact date,Kind,Kept,Next appointment date,Next appointment time`
const people = (...refs: string[]) =>
  takeIn(
    ...[client, worker, place],
    csv(
      'Client Ref,Surname,Forename,Date of Birth',
      ...refs.map((ref) => `${ref},Thistle${ref.toLowerCase()},Orla,02/03/1983`),
    ),
  )
const feed = (head: string, ...rows: string[]) =>
  takeIn(client, worker, place, csv(head, ...rows), { shape: 'headline_feed' })

const undo = async (batch: string) => {
  await client.query(`update import_batch set state = 'undone', done = 0 where id = $1`, [batch])
  await workBatch(worker, batch)
  return countsOf(client, batch)
}

/** The spells of work, each with its workers: `1 Feb to 1 June: Farah`. */
async function spells(ref: string): Promise<string[]> {
  const { rows } = await client.query<{ words: string }>(
    `select concat(v.starts_on, ' to ', coalesce(v.ends_on::text, 'now'), ': ', (select string_agg(
       concat(w.worker_name, case when w.lead then '*' end, ' ', w.starts_on, ' ', w.ends_on), ', '
       order by w.id) from involvement_worker w where w.involvement_id = v.id)) as words
     from involvement v join record r on r.id = v.record_id where r.local_ref = $1 order by v.starts_on`,
    [ref],
  )
  return rows.map(({ words }) => words)
}

/** Whether the team is open to the person now. */
async function isOpen(ref: string): Promise<boolean> {
  const { rows } = await client.query(
    `select 1 from person_access a join record r on r.id = a.record_id where r.local_ref = $1
     and a.viewer like 't:%' and now() >= a.starts_at and (a.ends_at is null or now() < a.ends_at)`,
    [ref],
  )
  return rows.length > 0
}

const today = async () =>
  (await client.query<{ day: string }>('select access.today()::text as day')).rows[0]?.day ?? ''

describe('a spell of work', () => {
  test('a feed that brings somebody back opens a second', async () => {
    await people('A1')
    expect(await isOpen('A1')).toBe(true)
    await feed(heading, 'A1,housing-team,Farah Iqbal,01/02/2026,01/06/2026')
    const first = '2026-02-01 to 2026-06-01: Farah Iqbal* 2026-02-01 2026-06-01'
    expect(await spells('A1')).toEqual([first])
    expect(await isOpen('A1')).toBe(false)
    const before = await snapshot(client)
    const back = await feed(heading, 'A1,housing-team,Colm Byrne,01/10/2026,')
    expect(await spells('A1')).toEqual([first, '2026-10-01 to now: Colm Byrne* 2026-10-01 '])
    expect(await isOpen('A1')).toBe(true)
    await undo(back.batch)
    expect(await snapshot(client)).toEqual(before)
    expect(await isOpen('A1')).toBe(false)
  })

  test('begins on the start date of a feed, not on the day of the import', async () => {
    await people('A2')
    await feed(heading, 'A2,housing-team,Farah Iqbal,01/02/2026,')
    expect(await spells('A2')).toEqual(['2026-02-01 to now: Farah Iqbal* 2026-02-01 '])
    await feed(heading, 'A2,housing-team,Farah Iqbal,15/01/2026,')
    expect(await spells('A2')).toEqual(['2026-01-15 to now: Farah Iqbal* 2026-02-01 '])
  })

  test('an end date removed is taken back, and undoing that ends it again', async () => {
    await people('A3')
    await feed(heading, 'A3,housing-team,Farah Iqbal,01/02/2026,01/06/2026')
    const before = await snapshot(client)
    const removed = await feed(heading, 'A3,housing-team,Farah Iqbal,01/02/2026,')
    expect(await spells('A3')).toEqual(['2026-02-01 to now: Farah Iqbal* 2026-02-01 '])
    expect(await isOpen('A3')).toBe(true)
    await undo(removed.batch)
    expect(await snapshot(client)).toEqual(before)
    expect(await isOpen('A3')).toBe(false)
    await feed(heading, 'A3,housing-team,Farah Iqbal,01/02/2026,15/06/2026')
    expect(await spells('A3')).toEqual([
      '2026-02-01 to 2026-06-15: Farah Iqbal* 2026-02-01 2026-06-01',
    ])
    // What cannot be read takes nothing back.
    await feed(heading, 'A3,housing-team,Farah Iqbal,01/02/2026,soon')
    expect(await isOpen('A3')).toBe(false)
  })

  test('that ended here by hand is not begun again by a feed that lags behind', async () => {
    await people('A4')
    await feed(heading, 'A4,housing-team,Farah Iqbal,01/02/2026,')
    await client.query(
      `update involvement i set ends_on = '2026-11-01', end_reason = 'finished' from record r
       where r.id = i.record_id and r.local_ref = 'A4'`,
    )
    await feed(heading, 'A4,housing-team,Farah Iqbal,01/02/2026,')
    await feed('Client Ref,Team,Worker', 'A4,housing-team,Farah Iqbal')
    expect(await spells('A4')).toHaveLength(1)
    expect(await isOpen('A4')).toBe(false)
  })

  test('off the list for a while and back later is a second one', async () => {
    await people('A5', 'A6')
    const six = 'A6,housing-team,Colm Byrne,01/02/2025,'
    await feed(heading, 'A5,housing-team,Farah Iqbal,01/02/2025,', six)
    await client.query(
      `update involvement i set feed_last_seen = '2026-03-02 10:00Z' from record r
       where r.id = i.record_id and r.local_ref = 'A5'`,
    )
    await feed(heading, six)
    await feed(heading, 'A5,housing-team,Colm Byrne,01/10/2026,', six)
    expect(await spells('A5')).toEqual([
      '2025-02-01 to 2026-03-02: Farah Iqbal* 2025-02-01 2026-03-02',
      '2026-10-01 to now: Colm Byrne* 2026-10-01 ',
    ])
    expect(await spells('A6')).toEqual(['2025-02-01 to now: Colm Byrne* 2025-02-01 '])
  })

  test('two rows of one file, in any order, are the two spells', async () => {
    await people('A7', 'A8')
    const rows = (ref: string) => [
      `${ref},housing-team,Farah Iqbal,01/02/2026,01/06/2026`,
      `${ref},housing-team,Colm Byrne,01/10/2026,`,
    ]
    await feed(heading, ...rows('A7'), ...rows('A8').reverse())
    const both = [
      '2026-02-01 to 2026-06-01: Farah Iqbal* 2026-02-01 2026-06-01',
      '2026-10-01 to now: Colm Byrne* 2026-10-01 ',
    ]
    expect(await spells('A7')).toEqual(both)
    expect(await spells('A8')).toEqual(both)
  })
})

describe('feed and people file', () => {
  test('come in either order, and each can be undone', async () => {
    const rows = (ref: string) => `${ref},housing-team,Farah Iqbal,01/02/2026,`
    const before = await snapshot(client)
    const early = await feed(heading, rows('B1'))
    expect(early.done.counts).toEqual({ waiting: 1 })
    expect(await snapshot(client)).toEqual(before)
    const { batch } = await people('B1')
    await people('B2')
    await feed(heading, rows('B2'))
    expect(await spells('B1')).toEqual(await spells('B2'))
    expect(await spells('B1')).toEqual(['2026-02-01 to now: Farah Iqbal* 2026-02-01 '])
    expect(await undo(early.batch)).toMatchObject({
      error: 'A later file has changed some of these people. Undo that one first.',
    })
    expect(await undo(batch)).toMatchObject({ state: 'undone', error: null })
    expect(await spells('B1')).toEqual([])
    expect((await client.query(`select 1 from record where local_ref = 'B1'`)).rows).toEqual([])
    await people('B1')
    expect(await spells('B1')).toEqual(['2026-02-01 to now: Farah Iqbal* 2026-02-01 '])
  })

  test('a file of people sent again after a feed is unchanged', async () => {
    await people('B3')
    await feed(heading, 'B3,housing-team,Farah Iqbal,01/02/2026,')
    expect((await people('B3')).checked.counts).toEqual({ unchanged: 1 })
  })
})

describe('what a feed no longer says', () => {
  const state = async (ref: string) => {
    const { rows } = await client.query(
      `select (select jsonb_agg(concat(c.happened_on, ' ', c.outcome, ' ', w.worker_name,
           case when c.withdrawn_at is not null then ' withdrawn' end) order by c.happened_on)
         from contact c left join involvement_worker w on w.id = c.worker_id
         where c.record_id = r.id) as contacts,
         (select jsonb_agg(concat(to_char(a.starts_at at time zone 'Europe/London', 'YYYY-MM-DD'), ' ',
           a.worker_name, ' ', a.outcome) order by a.id) from appointment a
         where a.record_id = r.id) as next from record r where r.local_ref = $1`,
      [ref],
    )
    return rows[0] as { contacts: string[] | null; next: string[] | null }
  }

  test('is taken back: an appointment, a worker, a contact', async () => {
    await people('C1')
    const start = 'C1,housing-team,Farah Iqbal,01/02/2026,'
    await feed(nextHeading, `${start},12/11/2026,Phone,Y,02/12/2040,12:30`)
    expect(await state('C1')).toEqual({
      contacts: ['2026-11-12 kept Farah Iqbal'],
      next: ['2040-12-02 Farah Iqbal '],
    })
    const before = await snapshot(client)
    const other = 'C1,housing-team,Colm Byrne,01/02/2026,'
    const { batch } = await feed(nextHeading, `${other},05/11/2026,Phone,N,,`)
    expect(await state('C1')).toEqual({
      contacts: ['2026-11-05 not_seen Colm Byrne', '2026-11-12 kept Farah Iqbal withdrawn'],
      next: ['2040-12-02 Farah Iqbal cancelled'],
    })
    const day = await today()
    expect(await spells('C1')).toEqual([
      `2026-02-01 to now: Farah Iqbal 2026-02-01 ${day}, Colm Byrne* ${day} `,
    ])
    await undo(batch)
    expect(await snapshot(client)).toEqual(before)
    // What has no column, or cannot be read, is not taken back.
    await feed('Client Ref,Team', 'C1,housing-team')
    await feed(nextHeading, `${start},,,,some day,`)
    expect(await state('C1')).toMatchObject({ next: ['2040-12-02 Farah Iqbal '] })
    expect(await spells('C1')).toEqual(['2026-02-01 to now: Farah Iqbal* 2026-02-01 '])
    await feed(heading, 'C1,housing-team,Unallocated,01/02/2026,')
    expect(await spells('C1')).toEqual([`2026-02-01 to now: Farah Iqbal 2026-02-01 ${day}`])
  })

  test('and a contact it gave is signed by the worker it names, from that system', async () => {
    await people('C4')
    const row = 'C4,housing-team,Colm Byrne,01/02/2026,,12/11/2026,Phone,Y,,'
    await feed(nextHeading, row)
    const reader = await addColleague(client, place, 'practitioner')
    const app = await connect(database.appUrl)
    await app.query('begin')
    await app.query(`select set_config('app.session', $1, true)`, [reader.token])
    const { rows } = await app.query<{ all: TimelineContact[] }>(
      `select page.timeline((select person_id from record where local_ref = 'C4'), null, null, '{}',
         null, false, 10) as all`,
    )
    await app.end()
    const [contact] = rows[0]?.all ?? []
    if (!contact) throw new Error('no contact')
    expect(contact).toMatchObject({ source: 'feed', author: 'Colm Byrne' })
    expect(timelineEntry(contact, '').by).toBe('Colm Byrne, from housing’s own system')
  })

  test('two workers side by side take nothing from one another', async () => {
    await people('C2')
    const rows = [
      'C2,housing-team,Farah Iqbal,01/02/2026,,12/11/2026,Phone,Y,02/12/2040,12:30',
      'C2,housing-team,"BYRNE, Colm",01/02/2026,,05/11/2026,Phone,Y,,',
    ]
    await feed(nextHeading, ...rows)
    const before = await snapshot(client)
    const again = await feed(nextHeading, ...rows)
    expect(again.done.counts).toEqual({ unchanged: 2 })
    // When it was last listed is the one thing that changes.
    expect({ ...(await snapshot(client)), involvement: null }).toEqual({
      ...before,
      involvement: null,
    })
    expect(await state('C2')).toEqual({
      contacts: ['2026-11-05 kept Colm Byrne', '2026-11-12 kept Farah Iqbal'],
      next: ['2040-12-02 Farah Iqbal '],
    })
  })

  test('a worker whom a feed of another steward named is followed all the same', async () => {
    await people('C3')
    await feed(heading, 'C3,housing-team,Farah Iqbal,01/02/2026,')
    const { user } = await addColleague(client, place, 'steward')
    const second = csv(heading, 'C3,housing-team,Colm Byrne,01/02/2026,')
    await takeIn(client, worker, { ...place, user }, second, { shape: 'headline_feed' })
    const day = await today()
    expect(await spells('C3')).toEqual([
      `2026-02-01 to now: Farah Iqbal 2026-02-01 ${day}, Colm Byrne* ${day} `,
    ])
  })
})
