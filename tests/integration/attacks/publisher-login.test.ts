import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { NEED_DOMAINS } from '@/lib/codes'
import { loadPractice } from '@/prisma/practice/load/load-practice'
import { freshDatabase } from '@/tests/support/database'
import { connect } from '@/tests/support/factories/session'

// Whoever has the login that builds publications: what does it learn of whom?
let database: Awaited<ReturnType<typeof freshDatabase>>
let admin: Client
let publisher: Client
let build = ''
const domains = NEED_DOMAINS.map(({ key }) => key)

beforeAll(async () => {
  database = await freshDatabase()
  await loadPractice(database.ownerUrl, { count: 200, seed: 1, today: '2026-11-24', quarters: 1 })
  ;[admin, publisher] = (await Promise.all(
    [database.adminUrl, database.publisherUrl].map(connect),
  )) as [Client, Client]
  const { rows } = await publisher.query<{ id: string }>('select id from insight.next_build()')
  build = rows[0]?.id ?? ''
}, 120_000)
afterEach(() => admin.query('delete from frozen.person'))
afterAll(async () => {
  await Promise.all([admin.end(), publisher.end()])
  await database.drop()
})

const freeze = () =>
  publisher.query<{ people: number }>(
    `select insight.freeze($1, $2, '{homelessness}', '{homelessness}', $3) as people`,
    [build, domains, JSON.stringify({ A: 'white' })],
  )
const numbers = async (client: Client, text: string, values: unknown[] = []) =>
  (await client.query<Record<string, number>>(text, values)).rows[0] ?? {}

test('whose a line is, it is told under a number that stands nowhere else', async () => {
  await freeze()
  const { rows } = await publisher.query<{ subject: string }>(
    'select subject from insight.unkeyed($1, 100000)',
    [build],
  )
  expect(rows.length).toBeGreaterThan(100)
  const known = await numbers(
    admin,
    `select (select count(*) from record where id = any ($1))::int as records,
       (select count(*) from person where id = any ($1))::int as people`,
    [rows.map(({ subject }) => subject)],
  )
  expect(known).toEqual({ records: 0, people: 0 })
})

test('a person has the same number in every extract, and another elsewhere', async () => {
  const subjects = async () => {
    await freeze()
    const { rows } = await publisher.query<{ subject: string }>(
      'select subject from insight.unkeyed($1, 100000) order by 1',
      [build],
    )
    await admin.query('delete from frozen.person')
    return rows.map(({ subject }) => subject)
  }
  const first = await subjects()
  expect(new Set(first).size).toBe(first.length)
  expect(await subjects()).toEqual(first)
  await admin.query(`update installation set secret = decode(md5($1), 'hex')`, [randomUUID()])
  const elsewhere = new Set(await subjects())
  expect(first.filter((subject) => elsewhere.has(subject))).toEqual([])
})

test('it freezes once: a second extract could be laid beside the first', async () => {
  await freeze()
  await expect(freeze()).rejects.toMatchObject({ code: 'CT409' })
})

test('an agency that lets nothing be counted is counted in nothing', async () => {
  // One agency alone lets something be counted: one that says little of who people are.
  const { rows } = await admin.query<{ id: string }>(
    `select i.agency_id as id from identity_detail i
     join agreement_term t on t.giver_agency_id = i.agency_id and t.counted_in_insight
     group by 1 having count(distinct i.id) > 3 order by count(distinct i.id) limit 1`,
  )
  const only = rows[0]?.id
  await admin.query('begin')
  await admin.query(
    `update agreement_term set counted_in_insight = false where giver_agency_id <> $1`,
    [only],
  )
  await admin.query('commit')
  await freeze()
  const counted = await numbers(
    admin,
    `select count(*) filter (where sex <> 'not_known')::int as sex,
       count(*) filter (where "group" <> 'not_known')::int as grp,
       count(*) filter (where age <> 'not_known')::int as age, count(*)::int as lines
     from frozen.person`,
  )
  const own = await numbers(
    admin,
    `select count(distinct i.person_id) filter (where i.sex in ('female', 'male'))::int as sex,
       count(distinct i.person_id) filter (where i.ethnicity is not null)::int as grp,
       (select count(distinct b.person_id) from birth b where b.agency_id = $1)::int as age
     from identity_detail i where i.agency_id = $1`,
    [only],
  )
  expect(counted.lines).toBeGreaterThan(5)
  for (const what of ['sex', 'grp', 'age']) {
    expect(counted[what], what).toBeLessThanOrEqual(own[what] ?? 0)
  }
})
