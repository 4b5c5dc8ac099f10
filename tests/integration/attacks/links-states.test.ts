import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { reviewPlace } from '@/tests/support/review-place'
import { addColleague, type Place } from '@/tests/support/transfer'

// Two stories that differ in a hidden state alone: where there is none, what a steward says is
// done; where there is one it waits for the custodian. Steward and officers are shown the same.
let place: Awaited<ReturnType<typeof reviewPlace>>
let officer: Place
let readers: Place[]
beforeAll(async () => {
  place = await reviewPlace()
  officer = await addColleague(place.client, place.housing, 'officer')
  readers = [
    await addColleague(place.client, place.desk, 'practitioner'),
    await addColleague(place.client, place.housing, 'practitioner'),
    await addColleague(place.client, place.health, 'manager'),
  ]
})
afterAll(() => place.close())
afterEach(async () => {
  for (const table of ['protected_whereabouts', 'protected_name', 'harm_link', 'conflict'])
    await place.client.query(`delete from ${table}`)
  await place.client.query(
    `select identity.undo_link(id, 'machine', 'the end of a test') from link_event e
     where identity.holds(e.id) order by id desc`,
  )
  await place.client.query(
    'delete from not_same; delete from link_candidate; delete from incident; delete from notice',
  )
})

const ask = async (who: Place, sql: string, values: unknown[] = []) =>
  Object.values((await place.ask(who, sql, values))[0] ?? {})[0]

/** A state of the person of one of the two records, as another agency would set it. */
async function begin(state: string, ref: string) {
  const { id, person } = await place.record(ref)
  const { agency, team, user } = place.health
  if (state === 'conflict')
    return place.client.query(
      `insert into conflict (id, user_id, person_id, reason, declared_by, starts_at)
       values (gen_random_uuid(), $1, $2, 'related', $1, now() - interval '1 day')`,
      [readers[1]?.user, person],
    )
  const [columns, values] = {
    protected_whereabouts: ['reason, set_on, review_on', `'r', '2026-01-01', '2030-01-01'`],
    protected_name: ['reason, set_on', `'r', '2026-01-01'`],
    harm_link: ['kind, other_record_id', `'partner', '${(await place.record('H2')).id}'`],
  }[state] ?? ['', '']
  return place.client.query(
    `insert into ${state} (id, person_id, record_id, agency_id, team_id, given_by, given_at, ${columns})
     values (gen_random_uuid(), $1, $2, $3, $4, $5, now() - interval '1 day', ${values})`,
    [person, id, agency, team, user],
  )
}

/** One of each agency opens a page about whoever one of the two is by now; one prints it. */
async function open(...refs: string[]) {
  for (const [at, { agency, user }] of readers.entries())
    await place.client.query(
      `insert into access_log (id, person_id, user_id, membership_id, agency_id, session_id, page,
         ground, row_hash) values (gen_random_uuid(), $1, $2, $2, $3, $2, 'overview', 'involvement', '\\x00')`,
      [(await place.record(refs[at % refs.length] ?? '')).person, user, agency],
    )
  await place.client.query(
    `insert into disclosure (id, person_id, user_id, membership_id, kind, recipient, what)
     select gen_random_uuid(), $1, $2, m.id, 'print', 'The person', 'overview'
     from membership m where m.user_id = $2`,
    [(await place.record(refs[0] ?? '')).person, readers[0]?.user],
  )
}

type Incident = { lines: Record<string, unknown>[] | null } & Record<string, unknown>
/** An incident without what differs between any two: ids, times and whom it is about. */
const told = (seen: unknown) => {
  const { id, reference, person, other, openedAt, since, lines, ...rest } = seen as Incident
  return {
    ...rest,
    named: [id, reference, person, other, openedAt, since].every((one) => one !== undefined),
    lines: lines
      ?.map(({ what, page, reader, agency, to }) => ({ what, page, reader, agency, to }))
      .toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
  }
}
const incidentOf = (who: Place, id: unknown) => ask(who, 'select identity.incident($1)', [id])
const news = async (who: Place) =>
  (await place.client.query('select kind from notice where user_id = $1', [who.user])).rows

/** A pair is said to be one person, and undone; all that steward and officer are shown of it. */
async function story(one: string, other: string, opened: boolean) {
  const pair = await place.suggest(one, other)
  const offered = () => ask(place.desk, 'select identity.mine_to_take_back($1)', [pair])
  await ask(place.desk, `select identity.decide_pair($1, 'same', 'Alike')`, [pair])
  const joined = await place.together(one, other)
  const first = await offered()
  if (opened) await open(one, other)
  const then = await offered()
  const link = await ask(place.desk, 'select id from identity.links(false, null, 1)')
  const incident = await ask(place.desk, `select identity.review_link($1, false, 'Two people')`, [
    link,
  ])
  const seen = await incidentOf(place.desk, incident)
  const { person, other: apart } = seen as Record<string, unknown>
  const refs = await Promise.all([one, other].map(async (ref) => (await place.record(ref)).person))
  return {
    joined,
    incident,
    shown: {
      ...{ first, then },
      steward: told(seen),
      officer: told(await incidentOf(officer, incident)),
      // Which of the two comes first is no chance, and says nothing either.
      order: [person, apart].map((it) => refs.findIndex((id) => id.endsWith(String(it).slice(-6)))),
      news: await news(officer),
    },
  }
}

describe.each(['protected_whereabouts', 'protected_name', 'harm_link', 'conflict'])(
  '%s',
  (state) => {
    test.each([true, false])(
      'tells steward and officer nothing (opened since: %s)',
      async (opened) => {
        const without = await story('H3', 'M3', opened)
        expect(without.joined).toBe(true)
        expect(without.shown).toMatchObject({ first: 'same', then: opened ? null : 'same' })
        expect(without.shown.steward).toMatchObject({
          opened: opened ? 1 : 0,
          given: opened ? 1 : 0,
        })
        expect(without.shown.officer.lines).toHaveLength(opened ? 1 : 0)
        expect(without.shown.news).toEqual([{ kind: 'wrong-link' }])
        await place.client.query('delete from notice')
        await begin(state, 'M1')
        const within = await story('H1', 'M1', opened)
        expect(within.joined).toBe(false)
        expect(within.shown).toEqual(without.shown)
        // The custodian is told, and that the two were never one.
        expect(await news(place.custodian)).toEqual([{ kind: 'wrong-link' }])
        expect(await incidentOf(place.custodian, within.incident)).toMatchObject({
          opened: 0,
          lines: [],
        })
      },
    )

    test('takes nothing from the officer or the steward when it begins later', async () => {
      const { incident } = await story('H3', 'M3', true)
      const all = async () =>
        Promise.all([
          ...[officer, place.desk].map((who) => incidentOf(who, incident)),
          ask(officer, 'select identity.incidents(null, 9)'),
        ])
      const before = await all()
      expect(before).not.toContain(null)
      await begin(state, 'M3')
      expect(await all()).toEqual(before)
    })
  },
)

test('who an officer was told had looked is told when access is limited since', async () => {
  // Health works with H3's person by a record of its own, as housing may know by their agreement.
  await place.shareBothWays('housing', 2)
  const { person } = await place.record('H3')
  for (const { agency, team, user } of [place.health, place.housing]) {
    const { rows } = await place.client.query<{ id: string }>(
      `insert into record (id, person_id, agency_id, confirmed)
       values (gen_random_uuid(), $1, $2, true) returning id`,
      [person, agency],
    )
    await place.client.query(
      `insert into involvement (id, person_id, record_id, agency_id, team_id, given_by, categories,
         came_from, starts_on) values (gen_random_uuid(), $1, $2, $3, $4, $5, '{housing}', 'present',
         '2024-01-01')`,
      [person, rows[0]?.id, agency, team, user],
    )
    await place.client.query(
      `insert into cohort_member (id, agreement_id, person_id, agency_id, decided_by, starts_at)
       select gen_random_uuid(), id, $1, $2, $3, '2024-01-01' from agreement`,
      [person, agency, user],
    )
  }
  const { incident } = await story('H3', 'M3', true)
  const before = (await incidentOf(officer, incident)) as Incident
  expect(before.lines?.map(({ agency }) => agency).sort()).toEqual(['health', 'housing'])
  await place.client.query('update person_access set held = true where person_id = $1', [person])
  expect(await incidentOf(officer, incident)).toEqual(before)
  await place.client.query('update person_access set held = false where person_id = $1', [person])
})
