import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linkAll } from '@/lib/identity/engine/link-all'
import { matchWaiting } from '@/lib/identity/match'
import { workerScope, type WorkerScope } from '@/lib/worker'
import { freshDatabase } from '@/tests/support/database'
import { connect } from '@/tests/support/factories/session'
import { csv, makePlace, setUpPlace, takeIn, type Place } from '@/tests/support/transfer'

const heading = 'Row Ref,Family Name,Given Names,DOB,NHS Number,Postcode'
// One person each, known to both agencies alike: rare names and a number: all would be linked.
const people = [
  ['free', 'Brocklehurst,William,18/05/1967,9990024588,CV4 9PT'],
  ['whereabouts', 'Ollerenshaw,Beatrice,02/11/1971,9990000018,CV1 2AA'],
  ['name', 'Featherstonehaugh,Agnes,23/02/1980,9990000026,CV2 3BB'],
  ['limited', 'Zbigniewski,Kazimierz,14/07/1959,9990000034,CV3 4DD'],
  ['harm', 'Ramanathapuram,Lakshmi,30/09/1990,9990000042,CV5 6EE'],
  ['harmed', 'Quattlebaum,Cornelius,06/12/1985,9990000050,CV6 7FF'],
  ['conflict', 'Wojciechowska,Bronislawa,11/08/1963,9990000069,CV7 8GG'],
  ['apart', 'Thistlethwaite,Hieronymus,19/10/1955,9990000077,CV8 9HH'],
  ['child', `Adeyemi-Okonkwo,Temiloluwa,${new Date().getFullYear() - 17},9990000085,CV9 1JJ`],
] as const
const stated = ['whereabouts', 'name', 'limited', 'harm', 'harmed', 'conflict', 'child']

let database: Awaited<ReturnType<typeof freshDatabase>>
let client: Client
let login: Client
let worker: WorkerScope
let housing: Place
let health: Place

const record = async (ref: string) => {
  const { rows } = await client.query<{ id: string; person: string }>(
    'select id, person_id as person from record where local_ref = $1',
    [ref],
  )
  return rows[0] ?? { id: '', person: '' }
}

const state = async (table: string, ref: string, more: Record<string, unknown>) => {
  const { id, person } = await record(ref)
  const { agency, team, user } = housing
  const header = { person_id: person, record_id: id, agency_id: agency, team_id: team }
  const values = { ...header, given_by: user, ...more }
  const names = Object.keys(values)
  await client.query(
    `insert into ${table} (id, ${names.join(', ')})
     values (gen_random_uuid(), ${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(values),
  )
}

beforeAll(async () => {
  database = await freshDatabase()
  client = await connect(database.adminUrl)
  login = await connect(database.workerUrl)
  worker = workerScope(login)
  await setUpPlace(client)
  housing = await makePlace(client, 'housing')
  health = await makePlace(client, 'health')
  await client.query(
    `with g as (insert into agreement (id, name, place, purpose, cohort_name, cohort_description,
         review_on, starts_at, host_agency_id, allows_children)
       values (gen_random_uuid(), 'a', 'b', 'c', 'd', 'e', '2030-01-01', '2020-01-01', $1, true)
       returning id)
     insert into agreement_party (id, agreement_id, agency_id, lawful_basis, conditions,
       confidence_lifted_by, regime, contact, signatory, signed_on, joined_at)
     select gen_random_uuid(), g.id, a.id, 'e', 'g', 'c', 'uk_gdpr', 'x', 'y', '2020-01-01',
       '2020-01-01' from g, agency a`,
    [housing.agency],
  )
  for (const [place, side] of [
    [housing, 'h'],
    [health, 'm'],
  ] as const) {
    const lines = people.map(([ref, row]) => `${side}-${ref},${row}`)
    await takeIn(client, worker, place, csv(heading, ...lines))
  }
  const days = { reason: 'r', set_on: '2026-01-01' }
  await state('protected_whereabouts', 'h-whereabouts', { ...days, review_on: '2030-01-01' })
  await state('protected_name', 'h-name', days)
  await state('limited_access', 'h-limited', {
    ...days,
    review_on: '2030-01-01',
    custodian_id: housing.user,
  })
  const { id: other } = await record('m-harmed')
  await state('harm_link', 'h-harm', { other_record_id: other, kind: 'harmed' })
  await client.query(
    `insert into conflict (id, user_id, person_id, reason, declared_by)
     select gen_random_uuid(), $1, person_id, 'related', $1 from record
     where local_ref = 'h-conflict'`,
    [housing.user],
  )
  await client.query('select identity.remember_apart($1, $2, $3, $4)', [
    ...[(await record('h-apart')).id, (await record('m-apart')).id, housing.user, 'Two brothers'],
  ])
})
afterAll(async () => {
  await Promise.all([client.end(), login.end()])
  await database.drop()
})

const together = async (ref: string) =>
  (await record(`h-${ref}`)).person === (await record(`m-${ref}`)).person

test('whom only the custodian decides on is the same said of one as of all', async () => {
  const { rows } = await client.query<{ alone: string[]; all: string[] }>(
    `select array(select id::text from person where people.custodian_decides(id) order by 1) as alone,
       array(select distinct x::text from identity.careful() x order by 1) as all`,
  )
  expect(rows[0]?.all).toEqual(rows[0]?.alone)
  expect(rows[0]?.all.length).toBeGreaterThanOrEqual(stated.length)
  const { rows: some } = await client.query<{ n: number }>(
    `select count(*)::int as n from identity.careful(array(select id from person
       where not people.custodian_decides(id)))`,
  )
  expect(some).toEqual([{ n: 0 }])
})

test('planned before somebody was protected, no link is made after', async () => {
  const dying: WorkerScope = {
    ask: (text, values) =>
      text.includes('make_links') ? Promise.reject(new Error('killed')) : worker.ask(text, values),
  }
  await expect(linkAll(dying, { threads: 0 })).rejects.toThrow('killed')
  const { rows } = await client.query('select 1 from match_plan')
  expect(rows).toHaveLength(1)
  await state('protected_name', 'h-free', { reason: 'r', set_on: '2026-01-01' })
  expect(await linkAll(worker, { threads: 0 })).toMatchObject({ planned: 1, linked: 0 })
  expect(await together('free')).toBe(false)
  await client.query(`delete from protected_name where reason = 'r' and record_id = $1`, [
    (await record('h-free')).id,
  ])
})

test('the machine links nobody else, and leaves those of a state to the custodian alone', async () => {
  expect(await linkAll(worker, { threads: 0 })).toMatchObject({ linked: 1 })
  expect(await together('free')).toBe(true)
  for (const ref of [...stated, 'apart']) expect([ref, await together(ref)]).toEqual([ref, false])
  const { rows } = await client.query<{ ref: string; role: string; version: string }>(
    `select substr(r.local_ref, 3) as ref, c.for_role as role, c.version from link_candidate c
     join record r on r.id = c.record_a join record o on o.id = c.record_b
     where c.decided_at is null and substr(r.local_ref, 3) = substr(o.local_ref, 3)`,
  )
  const byRef = new Map(rows.map(({ ref, role, version }) => [ref, [role, version]]))
  expect([...byRef.keys()].sort()).toEqual([...stated].sort())
  for (const told of byRef.values()) expect(told).toEqual(['custodian', 'shipped-2'])
})

test('a new run, a new look of the job, and the same file again change nothing of it', async () => {
  expect(await linkAll(worker, { threads: 0 })).toMatchObject({ linked: 0, planned: 0 })
  const lines = people.map(([ref, row]) => `m-${ref},${row}`)
  await takeIn(client, worker, health, csv(heading, ...lines, 'm-new,Someoneelse,Ann,1951,,'))
  await client.query(
    `insert into record_key select id, '!match' from record on conflict do nothing`,
  )
  expect((await matchWaiting(worker)).suggested).toBeGreaterThan(0)
  const { rows } = await client.query('select distinct version from link_candidate')
  expect(rows).toEqual([{ version: 'shipped-2' }])
  expect(await linkAll(worker, { threads: 0 })).toMatchObject({ linked: 0 })
  expect(await together('free')).toBe(true)
  for (const ref of [...stated, 'apart']) expect([ref, await together(ref)]).toEqual([ref, false])
})

test('a fact that changes drops what a record was compared by, and a link keeps it', async () => {
  const facets = async (ref: string) =>
    (
      await client.query('select 1 from record_facets where record_id = $1', [
        (await record(ref)).id,
      ])
    ).rowCount
  expect(await facets('h-free')).toBe(1)
  await client.query(`update person_name set family = 'Married' where record_id = $1`, [
    (await record('h-free')).id,
  ])
  expect(await facets('h-free')).toBe(0)
  expect(await facets('m-free')).toBe(1)
  await client.query(
    `select identity.undo_link(id, 'machine', 'test') from link_event where not evidence ? 'undoes'`,
  )
  expect(await facets('m-free')).toBe(1)
})
