import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { workAll, workBatch } from '@/lib/transfer/job'
import { reviewPlace } from '@/tests/support/review-place'
import { countsOf, csv, takeIn, type Place } from '@/tests/support/transfer'

// Whether a file can be undone is its own agency's: it tells nothing of who else knows its people,
// nor of a state of anybody; and no file that cannot be undone holds up anybody else's.
let place: Awaited<ReturnType<typeof reviewPlace>>
beforeAll(async () => {
  place = await reviewPlace()
})
afterAll(() => place.close())
beforeEach(() => place.client.query('delete from incident'))

let nr = 0
/** A file of housing's with one person, who may be health's M1. */
async function bring() {
  const ref = `U${(nr += 1)}`
  const row = `${ref},Brocklehurst,William,18/05/1967,,CV4 9PT`
  const heading = 'Row Ref,Family Name,Given Names,DOB,NHS Number,Postcode'
  const { batch } = await takeIn(place.client, place.worker, place.housing, csv(heading, row))
  await place.client.query(`delete from record_key where key = '!match'`)
  return { ref, batch, ...(await place.record(ref)) }
}
const ask = (batch: string) => place.ask(place.housing, 'select transfer.undo_batch($1)', [batch])
async function undo(batch: string) {
  await ask(batch)
  await workBatch(place.worker, batch)
  const { state, error } = await countsOf(place.client, batch)
  return { state, error }
}
const undone = { state: 'undone', error: null }
const say = (who: Place, pair: string, said: string) =>
  place.ask(who, 'select identity.decide_pair($1, $2, $3)', [pair, said, 'Rang both'])

describe('a file whose people others know', () => {
  test('is undone though somebody is barred from one of them, and the bar goes too', async () => {
    const { batch, person } = await bring()
    await place.client.query(
      `insert into conflict (id, user_id, person_id, reason, declared_by)
       values (gen_random_uuid(), $1, $2, 'related', $1)`,
      [place.housing.user, person],
    )
    expect(await undo(batch)).toEqual(undone)
    expect(await left(person)).toBe(false)
  })

  test('is undone though another agency has placed one of them', async () => {
    const { batch, ref, person } = await bring()
    await say(place.desk, await place.suggest(ref, 'M1'), 'same')
    const joined = (await place.record(ref)).person
    await place.client.query(
      `insert into cohort_member (id, agreement_id, person_id, agency_id, decided_by)
       select gen_random_uuid(), id, $1, $2, $3 from agreement`,
      [joined, place.health.agency, place.health.user],
    )
    expect(await undo(batch)).toEqual(undone)
    expect((await place.record('M1')).person).not.toBe('')
    expect((await place.record(ref)).id).toBe('')
    expect(person).not.toBe('')
    await place.client.query('delete from cohort_member')
  })

  test('is not undone once its own agency has placed one', async () => {
    const { batch, person } = await bring()
    await place.client.query(
      `insert into cohort_member (id, agreement_id, person_id, agency_id, decided_by)
       select gen_random_uuid(), id, $1, $2, $3 from agreement`,
      [person, place.housing.agency, place.housing.user],
    )
    expect((await undo(batch)).error).toContain('written about')
  })
})

describe('whatever was said of a pair, and whatever state there is', () => {
  const told = async () =>
    (
      await place.client.query<{ lines: unknown }>(
        `select jsonb_array_length(detail -> 'read') as read, detail ->> 'why' as why,
           detail ->> 'madeHow' as how, opened_by, agency_id,
           (select count(*)::int from notice n
             where n.subject_id = i.id and n.user_id <> $1) as notices -- but the custodian's own
         from incident i where kind = 'wrong-link'`,
        [place.custodian.user],
      )
    ).rows
  const open = (person: string) =>
    place.client.query(
      `insert into access_log (id, person_id, user_id, membership_id, agency_id, session_id, page,
         ground, row_hash)
       select gen_random_uuid(), $1, s.user_id, s.membership_id, $3, s.id, 'overview', 'involvement', ''
       from session s where s.user_id = $2`,
      [person, place.health.user, place.health.agency],
    )
  /** What steward and officers are told when a file goes whose person was said to be M1. */
  const story = async (then: (pair: string, ref: string) => Promise<unknown>) => {
    await place.client.query('delete from incident')
    const { batch, ref } = await bring()
    const pair = await place.suggest(ref, 'M1')
    await say(place.desk, pair, 'same')
    await then(pair, ref)
    const answer = await undo(batch)
    return { answer, told: await told() }
  }
  const stories: Record<string, (pair: string, ref: string) => Promise<unknown>> = {
    'nothing more': () => Promise.resolve(),
    'somebody opened one': async () => open((await place.record('M1')).person),
    'taken back': (pair) => place.ask(place.desk, 'select identity.take_back($1)', [pair]),
  }
  test.each(Object.entries(stories))('the same answer: %s', async (_, then) => {
    const usual = await story(then)
    expect(usual.answer).toEqual(undone)
    await protectM1(async () => {
      expect(await story(then)).toEqual(usual)
    })
  })

  test('and when the custodian has done it, or said no', async () => {
    await protectM1(async () => {
      for (const said of ['same', 'not_same'] as const)
        expect((await story((pair) => say(place.custodian, pair, said))).answer).toEqual(undone)
    })
  })

  test('of a record that was there before, what somebody stands for stays', async () => {
    const { ref } = await bring()
    await say(place.desk, await place.suggest(ref, 'M1'), 'same')
    const heading = 'Row Ref,Family Name,Given Names,DOB,NHS Number,Postcode'
    const { batch } = await takeIn(
      ...([place.client, place.worker, place.housing] as const),
      csv(heading, `${ref},Brocklehurst,Bill,18/05/1967,,CV4 9PT`),
    )
    expect(await undo(batch)).toEqual(undone)
    expect(await place.together(ref, 'M1')).toBe(true)
  })
})

test('a fault in one undoing is told, ends it for now, and holds nobody else up', async () => {
  const [bad, good] = [await bring(), await bring()]
  await place.client.query(
    `create function break_it() returns trigger language plpgsql as
       $$ begin raise exception 'broken' using errcode = '23001'; end $$;
     create trigger break_it before delete on record for each row
       when (old.local_ref = '${bad.ref}') execute function break_it()`,
  )
  await ask(bad.batch)
  await ask(good.batch)
  await expect(workAll(place.worker)).rejects.toThrow('broken')
  expect(await countsOf(place.client, good.batch)).toMatchObject(undone)
  const met = await countsOf(place.client, bad.batch)
  expect(met.state).toBe('done')
  expect(met.error).toContain('Undo it again')
  expect(await workAll(place.worker)).toBe(0)
  await place.client.query('drop trigger break_it on record')
  expect(await undo(bad.batch)).toEqual(undone)
})

const left = async (person: string) =>
  (await place.client.query('select 1 from person where id = $1', [person])).rows.length > 0

async function protectM1(work: () => Promise<void>) {
  const { id, person } = await place.record('M1')
  const { agency, team, user } = place.health
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
