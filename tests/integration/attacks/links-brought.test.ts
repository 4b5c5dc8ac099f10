import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { reviewPlace } from '@/tests/support/review-place'
import { addColleague, type Place } from '@/tests/support/transfer'

// A steward sends a file with a person made up to be like somebody whom another agency knows. Who
// says that they are one?
let place: Awaited<ReturnType<typeof reviewPlace>>
beforeAll(async () => {
  place = await reviewPlace()
  await place.shareBothWays('identity', 4)
})
afterAll(() => place.close())
afterEach(async () => {
  await place.client.query(
    `select identity.undo_link(id, 'machine', 'the end of a test') from link_event e
     where identity.holds(e.id) order by id desc`,
  )
  await place.client.query('delete from not_same; delete from link_candidate')
})

/** The machine links H1 and M1; gives the link. */
async function linked() {
  await place.client.query(`select identity.settle($1, $2, 9, '[]', 'why', true, 'shipped-2')`, [
    (await place.record('H1')).id,
    (await place.record('M1')).id,
  ])
  const [link] = await place.ask(place.desk, 'select id from identity.links(true, null, 1)')
  return String(link?.id)
}
const look = async (who: Place, link: string) =>
  (await place.ask(who, 'select identity.one_link($1) as l', [link]))[0]?.l
const waits = async (who: Place) =>
  (await place.ask(who, 'select id from identity.links(true, null, 20)')).map(({ id }) => id)
const confirm = (who: Place, link: string) =>
  place.ask(who, `select identity.review_link($1, true, '')`, [link])
const sure = async () =>
  (
    await place.client.query<{ sure: boolean }>(
      `select bool_and(confirmed) as sure from record where local_ref in ('H1', 'M1')`,
    )
  ).rows[0]?.sure

test('whoever sent the file says that its link is right: it waits for somebody else', async () => {
  for (const second of ['desk', 'health', 'custodian'] as const) {
    const link = await linked()
    expect(await look(place.housing, link)).toMatchObject({ unconfirmed: true, mine: true })
    expect(await look(place.desk, link)).toMatchObject({ unconfirmed: true, mine: false })
    await confirm(place.housing, link)
    expect(await sure(), 'one’s own word').toBe(false)
    expect(await look(place.housing, link)).toMatchObject({ unconfirmed: false, mine: true })
    await expect(confirm(place.housing, link)).rejects.toMatchObject({ code: 'CT404' })
    for (const other of ['desk', 'second', 'health', 'custodian'] as const)
      expect(await waits(place[other]), other).toEqual([link])
    await confirm(place[second], link)
    expect(await sure(), second).toBe(true)
    expect(await look(place.housing, link)).toMatchObject({ unconfirmed: false, mine: false })
    await place.client.query(`select identity.undo_link($1, 'machine', 'the end')`, [link])
    await place.client.query('delete from not_same; delete from link_candidate')
  }
})

test('somebody else’s word is enough, and a colleague’s at the same agency is', async () => {
  const colleague = await addColleague(place.client, place.housing, 'steward')
  for (const who of [colleague, place.desk]) {
    const link = await linked()
    await confirm(who, link)
    expect(await sure()).toBe(true)
    await place.client.query(`select identity.undo_link($1, 'machine', 'the end')`, [link])
    await place.client.query('delete from not_same; delete from link_candidate')
  }
})

test('a pair of which one brought one waits for a second in the same way', async () => {
  const pair = await place.suggest('H1', 'M1')
  const seen = async (who: Place) =>
    (await place.ask(who, 'select identity.candidate($1) as p', [pair]))[0]?.p
  const say = (who: Place) =>
    place.ask(who, `select identity.decide_pair($1, 'same', 'I know them')`, [pair])
  expect(await seen(place.housing)).toMatchObject({ stands: { mine: true, risky: false } })
  expect(await seen(place.desk)).toMatchObject({ stands: { mine: false } })
  await say(place.housing)
  expect(await place.together('H1', 'M1')).toBe(false)
  await expect(say(place.housing)).rejects.toMatchObject({ code: 'CT409' })
  expect(await seen(place.custodian)).toMatchObject({ stands: { first: 'other' } })
  await say(place.desk)
  expect(await place.together('H1', 'M1')).toBe(true)
})

test('what somebody typed counts as brought, in another role of theirs too', async () => {
  const typist = await addColleague(place.client, place.health, 'steward')
  const { id, person } = await place.record('M3')
  await place.client.query(
    `insert into birth (id, person_id, record_id, agency_id, team_id, given_by, year)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, 1960)`,
    [person, id, place.health.agency, place.health.team, typist.user],
  )
  const pair = await place.suggest('H3', 'M3')
  await place.ask(typist, `select identity.decide_pair($1, 'same', 'so')`, [pair])
  expect(await place.together('H3', 'M3')).toBe(false)
})

test('a record typed by hand says so, to the steward and to the custodian', async () => {
  const { id } = await place.record('M2')
  const typed = async (who: Place, pair: string) => {
    const [row] = await place.ask(
      who,
      `select one -> 'typed' as one, other -> 'typed' as other from identity.queue(null, 20)
       where id = $1`,
      [pair],
    )
    return [row?.one, row?.other].filter((one) => one === true).length
  }
  const pair = await place.suggest('H2', 'M2')
  expect(await typed(place.desk, pair)).toBe(0)
  // Typed into since, as a state may have it: of another's record a steward is shown nothing new.
  await place.client.query('update record set by_hand = true where id = $1', [id])
  expect(await typed(place.desk, pair)).toBe(0)
  await place.client.query(`update record set origin = 'worker' where id = $1`, [id])
  expect(await typed(place.desk, pair)).toBe(1)
  await place.client.query(`update link_candidate set for_role = 'custodian' where id = $1`, [pair])
  await place.client.query(
    `insert into protected_name (id, person_id, record_id, agency_id, team_id, given_by, set_on,
       reason)
     select gen_random_uuid(), person_id, id, agency_id, $2, $3, now(), 'r' from record where id = $1`,
    [id, place.health.team, place.health.user],
  )
  expect(await typed(place.custodian, pair)).toBe(1)
  await place.client.query('delete from protected_name')
})
