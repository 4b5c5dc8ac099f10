import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { reviewPlace } from '@/tests/support/review-place'
import type { Place } from '@/tests/support/transfer'

// What a steward sees of two records tells them of no state of either person, then or later.
let place: Awaited<ReturnType<typeof reviewPlace>>
beforeAll(async () => {
  place = await reviewPlace()
})
afterAll(() => place.close())
afterEach(async () => {
  await place.client.query(
    `select identity.undo_link(id, 'machine', 'the end of a test') from link_event e
     where identity.holds(e.id) order by id desc`,
  )
  await place.client.query('delete from not_same; delete from link_candidate')
})

const say = (who: Place, pair: string, said: string, why = 'Rang both') =>
  place.ask(who, 'select identity.decide_pair($1, $2, $3) as next', [pair, said, why])
const takeBack = (who: Place, pair: string) =>
  place.ask(who, 'select identity.take_back($1)', [pair])
const offered = async (who: Place, pair: string) =>
  (await place.ask(who, 'select identity.mine_to_take_back($1) as said', [pair]))[0]?.said
const candidate = async (who: Place, pair: string) =>
  (await place.ask(who, 'select identity.candidate($1) as pair', [pair]))[0]?.pair as Record<
    string,
    unknown
  > | null
const pairsOf = async (who: Place) =>
  (await place.ask(who, 'select id from identity.queue(null, 20)')).map(({ id }) => id)

test('a state that begins while a pair waits changes nothing of it, and then it waits', async () => {
  const pair = await place.suggest('H1', 'M1')
  const links = async (who: Place) =>
    (await place.ask(who, 'select id from identity.links(false, null, 20)')).map(({ id }) => id)
  const shown = await candidate(place.desk, pair)
  await protect('H1', async () => {
    expect(await candidate(place.desk, pair)).toEqual(shown)
    expect(await pairsOf(place.custodian)).toEqual([])
    await say(place.desk, pair, 'same', 'Seen both')
    // To the steward it is as any other; nothing has been done.
    expect(await pairsOf(place.desk)).toEqual([])
    expect(await offered(place.desk, pair)).toBe('same')
    expect(await place.together('H1', 'M1')).toBe(false)
    const [link] = await links(place.desk)
    const [one] = await place.ask(place.desk, 'select identity.one_link($1) as link', [link])
    expect(one?.link).toMatchObject({ id: link, unconfirmed: false })
    // What was said can be unsaid, taken back or undone, in the same words.
    await takeBack(place.desk, pair)
    expect(await pairsOf(place.desk)).toEqual([pair])
    expect(await pairsOf(place.custodian)).toEqual([])
    await say(place.desk, pair, 'same', 'Seen both')
    expect(await pairsOf(place.custodian)).toEqual([pair])
    expect(await candidate(place.custodian, pair)).toMatchObject({
      stands: { first: 'other', firstReason: 'Seen both' },
    })
    await say(place.custodian, pair, 'same')
    expect(await place.together('H1', 'M1')).toBe(true)
  })
})

test('undone by the steward, what waited is undone as any other link', async () => {
  const undo = async (one: string, other: string) => {
    await say(place.desk, await place.suggest(one, other), 'same')
    const [link] = await place.ask(place.desk, 'select id from identity.links(false, null, 1)')
    const [did] = await place.ask(
      place.desk,
      `select identity.review_link($1, false, 'Two people') as incident`,
      [link?.id],
    )
    const [row] = await place.ask(place.desk, 'select identity.incident($1) as i', [did?.incident])
    return row?.i as Record<string, unknown>
  }
  const usual = await undo('H3', 'M3')
  await protect('H1', async () => {
    const waited = await undo('H1', 'M1')
    expect(Object.keys(waited)).toEqual(Object.keys(usual))
    for (const key of ['identityOnly', 'opened', 'given', 'readers', 'why', 'lines'])
      expect([key, waited[key]]).toEqual([key, usual[key]])
    expect(await pairsOf(place.custodian)).toEqual([])
  })
  await place.client.query('delete from incident')
})

test('a link of the machine stays with the steward who looks, whatever state began', async () => {
  await place.client.query(`select identity.settle($1, $2, 9, '[]', 'why', true, 'shipped-2')`, [
    (await place.record('H1')).id,
    (await place.record('M1')).id,
  ])
  const list = (who: Place, open: boolean) =>
    place.ask(who, 'select * from identity.links($1, null, 20)', [open])
  const before = await list(place.desk, true)
  expect(before).toHaveLength(1)
  await protect('H1', async () => {
    expect(await list(place.desk, true)).toEqual(before)
    await place.ask(place.desk, `select identity.review_link($1, true, 'x')`, [before[0]?.id])
    expect(await list(place.desk, true)).toEqual([])
    expect(await list(place.desk, false)).toEqual(before)
    const sure = () =>
      place.client.query(
        `select bool_and(confirmed) as sure from record where local_ref in ('H1', 'M1')`,
      )
    expect((await sure()).rows).toEqual([{ sure: false }])
    const [waits] = await list(place.custodian, true)
    expect(waits?.id).toBe(before[0]?.id)
    await place.ask(place.custodian, `select identity.review_link($1, true, 'x')`, [waits?.id])
    expect((await sure()).rows).toEqual([{ sure: true }])
  })
})

async function protect(ref: string, work: () => Promise<void>) {
  const { id, person } = await place.record(ref)
  const { agency, team, user } = place.housing
  await place.client.query(
    `insert into protected_whereabouts (id, person_id, record_id, agency_id, team_id, given_by,
       reason, set_on, review_on)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, 'r', '2026-01-01', '2030-01-01')`,
    [person, id, agency, team, user],
  )
  try {
    await work()
  } finally {
    await place.client.query('delete from protected_whereabouts')
  }
}
