import { afterAll, beforeAll, expect, test } from 'vitest'
import { reviewPlace } from '@/tests/support/review-place'
import { addColleague, makePlace, type Place } from '@/tests/support/transfer'

let place: Awaited<ReturnType<typeof reviewPlace>>
let reader: Place
let incident: string

const one = async (who: Place, sql: string, values: unknown[]) =>
  Object.values((await place.ask(who, sql, values))[0] ?? {})[0] as Record<string, unknown> | null
const read = (who: Place) => one(who, 'select identity.incident($1)', [incident])

// A link of the desk's, opened twice and printed once while it stood, and once before and after.
beforeAll(async () => {
  place = await reviewPlace()
  reader = await addColleague(place.client, place.health, 'practitioner')
  const { person } = await place.record('M1')
  await opened(person, 'timeline')
  const pair = await place.suggest('H1', 'M1')
  await place.ask(place.desk, `select identity.decide_pair($1, 'same', 'Alike')`, [pair])
  const linked = (await place.record('M1')).person
  await opened(linked, 'overview')
  await opened(linked, 'needs')
  await place.client.query(
    `insert into disclosure (id, person_id, user_id, membership_id, kind, recipient, what)
     select gen_random_uuid(), $1, $2, m.id, 'print', 'The person', 'overview'
     from membership m where m.user_id = $2`,
    [linked, reader.user],
  )
  const [link] = await place.ask(place.desk, 'select id from identity.links(false, null, 5)')
  const [row] = await place.ask(
    place.desk,
    `select identity.review_link($1, false, 'Two brothers') as incident`,
    [link?.id],
  )
  incident = String(row?.incident)
  await opened(linked, 'warnings')
})
afterAll(() => place.close())

const opened = (person: string, page: string) =>
  place.client.query(
    `insert into access_log (id, person_id, user_id, membership_id, agency_id, session_id, page,
       ground, row_hash) values (gen_random_uuid(), $1, $2, $2, $3, $2, $4, 'involvement', '\\x00')`,
    [person, reader.user, place.health.agency, page],
  )

test('undoing a link opens an incident; its steward has references, and counts nobody else', async () => {
  expect(await place.together('H1', 'M1')).toBe(false)
  const seen = await read(place.desk)
  // Whoever opened them is of an agency that the host may not know to work with either.
  expect(seen).toMatchObject({ opened: 0, readers: 0, given: 0, lines: null, identityOnly: false })
  const all = { opened: 2, readers: 1, given: 1 }
  expect(await read(place.custodian)).toMatchObject(all)
  expect(seen?.reference).toMatch(/^[0-9A-F]{8}$/)
  expect(JSON.stringify(seen)).not.toMatch(/overview|needs|brother.*health|A worker|The person/)
  expect(await read(place.second)).toBeNull()
})

/** What happened within one millisecond has no order of its own. */
type Line = { what: string; page: string | null }
const byKind = (lines: unknown): Line[] =>
  (lines as Line[]).toSorted((a, b) => `${a.what} ${a.page}`.localeCompare(`${b.what} ${b.page}`))

test('the officers of the agencies concerned and the custodian have who saw what', async () => {
  const officer = await addColleague(place.client, place.health, 'officer')
  const seen = await read(officer)
  expect(byKind(seen?.lines)).toMatchObject([
    { what: 'print', page: 'overview', reader: 'A worker', to: 'The person' },
    { what: 'read', page: 'needs', reader: 'A worker', agency: 'health' },
    { what: 'read', page: 'overview', reader: 'A worker', agency: 'health' },
  ])
  // That health works with the person is not for housing's officer, where no agreement says so.
  const other = await read(await addColleague(place.client, place.housing, 'officer'))
  expect(other).toMatchObject({ lines: [], opened: 0, readers: 0, given: 0 })
  expect((await read(place.custodian))?.lines).toMatchObject([{ reader: 'A worker' }, {}, {}])
})

test('nobody else has it, and a state that begins takes it from no officer', async () => {
  const apart = await makePlace(place.client, 'apart', 'officer')
  expect(await read(apart)).toBeNull()
  expect(await place.ask(apart, 'select * from identity.incidents(null, 9)')).toEqual([])
  for (const role of ['practitioner', 'manager', 'administrator', 'commissioner']) {
    const who = await addColleague(place.client, place.health, role)
    await expect(read(who)).rejects.toMatchObject({ code: 'CT403' })
  }
  const officer = await addColleague(place.client, place.health, 'officer')
  const before = await read(officer)
  expect(before?.lines).toHaveLength(3)
  const { id, person } = await place.record('M1')
  await place.client.query(
    `insert into protected_whereabouts (id, person_id, record_id, agency_id, team_id, given_by,
       reason, set_on, review_on) values (gen_random_uuid(), $1, $2, $3, $4, $5, 'r', '2026-01-01',
       '2030-01-01')`,
    [person, id, place.health.agency, place.health.team, place.health.user],
  )
  expect(await read(officer)).toEqual(before)
  expect(await read(place.custodian)).not.toBeNull()
})

test('those who answer for it are told, and the app reads no incident by itself', async () => {
  const { rows } = await place.client.query<{ n: number }>(
    `select count(*)::int as n from notice where kind = 'wrong-link'`,
  )
  // No officer was there yet when it was opened.
  expect(rows[0]?.n).toBe(0)
  await expect(place.ask(place.desk, 'select * from incident')).rejects.toMatchObject({
    code: '42501',
  })
  const officer = await addColleague(place.client, place.housing, 'officer')
  const pair = await place.suggest('H3', 'M3')
  await place.ask(place.desk, `select identity.decide_pair($1, 'same', 'Alike')`, [pair])
  const [link] = await place.ask(place.desk, 'select id from identity.links(false, null, 5)')
  await place.ask(place.desk, `select identity.review_link($1, false, 'Not')`, [link?.id])
  const told = await place.client.query<{ user_id: string }>(
    `select user_id from notice where kind = 'wrong-link'`,
  )
  expect(told.rows.map(({ user_id }) => user_id)).toContain(officer.user)
})
