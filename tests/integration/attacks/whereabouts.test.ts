import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getReading } from '@/lib/contacts/queries'
import { getStates } from '@/lib/sharing/queries'
import * as states from '@/lib/states/commands'
import { undoAct } from '@/lib/waiting/commands'
import { listActs } from '@/lib/waiting/queries'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// Protecting somebody's whereabouts takes from no other agency what it gave itself, hinders none
// from protecting them too, is told to the custodian, and tells nobody which teams are named.
let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
  // All that probation gives about places reaches the others by a term, so that it can be taken.
  await place.look(
    `insert into agreement_term
     select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(),
       'category', 'whereabouts'))).* from agreement_term t where t.category = 'justice'`,
  )
  for (const who of ['priya', 'tom', 'dana'] as const)
    await place.as(who, ({ db }) =>
      db.address.createMany({
        data: { id: randomUUID(), personId: place.people.sam, lines: `${who} wrote it` },
      }),
    )
})
afterAll(() => place.close())
beforeEach(async () => {
  await place.look('update protected_whereabouts set ended_at = now() where ended_at is null')
  await place.look('delete from taking_away')
  await place.look('delete from notice')
})

const sam = () => place.people.sam
const protect = (who: Worker, ...teams: (keyof WorkingPlace['teams'])[]) =>
  place.as(who, (scope) =>
    states.protectWhereabouts(scope, {
      personId: sam(),
      reason: 'Somebody is looking for them.',
      teams: teams.map((team) => place.teams[team]),
      reviewOn: '2999-01-01',
    }),
  )
const end = (who: Worker) =>
  place.as(who, (scope) =>
    states.endProtectedWhereabouts(scope, { personId: sam(), reason: 'Safe now', sure: true }),
  )
const said = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Error) => error.message,
  )
const reads = async (who: Worker) =>
  (
    await place.as(who, ({ db }) =>
      db.address.findMany({
        where: { personId: sam() },
        select: { lines: true },
        orderBy: { lines: 'asc' },
      }),
    )
  ).map(({ lines }) => lines.split(' ')[0])

describe('one agency’s protection', () => {
  test('leaves every agency what it gave, and takes from those who are not named the rest', async () => {
    expect(await reads('tom')).toEqual(['priya', 'tom'])
    await protect('priya')
    expect(await reads('tom')).toEqual(['tom'])
    expect(await reads('dana')).toEqual(['dana'])
    expect(await reads('priya')).toEqual(['priya'])
  })

  test('hinders no other agency’s: each protects for itself, and ends its own', async () => {
    await protect('tom')
    expect(await said(protect('priya'))).toBe('done')
    expect(await said(protect('priya'))).toContain('Your agency protects')
    expect(await reads('dana')).toEqual(['dana'])
    expect(await end('priya')).toBe(false)
    const left = await place.look('select 1 from protected_whereabouts where ended_at is null')
    expect(left).toHaveLength(1)
  })

  test('within one’s own agency hides from the teams that are not named', async () => {
    const team = randomUUID()
    await place.look(
      `insert into team (id, key, name, agency_id, function, default_categories)
       values ($1, 'second', 'Second', $2, 'support', '{housing}')`,
      [team, place.agencies.probation],
    )
    await place.look('update membership_team set team_id = $1 where membership_id = $2', [
      team,
      place.memberships.ben,
    ])
    await place.look(
      `insert into involvement (id, person_id, record_id, agency_id, team_id, given_by, came_from, starts_on)
       select gen_random_uuid(), person_id, record_id, agency_id, $1, given_by, came_from, starts_on
       from involvement where person_id = $2 and agency_id = $3`,
      [team, sam(), place.agencies.probation],
    )
    expect(await reads('ben')).toEqual(['priya'])
    await protect('priya')
    expect(await reads('ben')).toEqual([])
  })

  test('is told to the custodian, with who and why, and can be undone', async () => {
    await protect('tom')
    const told = await place.as('cass', ({ db }) => db.notice.findMany({ select: { kind: true } }))
    expect(told).toEqual([{ kind: 'act-done' }])
    const [act] = await place.as('cass', (scope) => listActs(scope, true))
    expect(act).toMatchObject({ kind: 'protect-whereabouts', by: 'tom', agency: 'housing' })
    expect(await place.as('mo', (scope) => listActs(scope, true))).toEqual([])
    await place.as('cass', (scope) => undoAct(scope, { actId: act?.id ?? '', sure: true }))
    expect(await reads('tom')).toEqual(['priya', 'tom'])
    expect(await place.as('cass', (scope) => listActs(scope, true))).toEqual([])
  })

  test('those who lose by it can ask for its end, and it waits', async () => {
    await protect('tom')
    expect(await end('priya')).toBe(true)
    expect(await place.as('cass', (scope) => listActs(scope, false))).toMatchObject([
      { kind: 'end-whereabouts', by: 'priya' },
    ])
  })
})

describe('which teams are named', () => {
  const readers = (who: Worker, locates: boolean) =>
    place.as(who, (scope) =>
      getReading(scope, {
        personId: sam(),
        categories: ['justice'],
        audience: 'agreed',
        readers: [],
        locates,
      }),
    )

  test('is not told by who would read words that locate', async () => {
    const teams = async (locates: boolean) => (await readers('priya', locates)).teams
    const before = await teams(false)
    expect(before.length).toBeGreaterThan(1)
    await protect('tom', 'clinic')
    expect(await teams(true)).toEqual(before)
    expect((await readers('priya', true)).consequences.join()).toContain('only the teams named')
  })

  test('is told to those who are named on it', async () => {
    await protect('tom', 'probation')
    const { teams } = await readers('priya', true)
    const sees = Object.fromEntries(teams.map((one) => [one.team, one.sees]))
    expect(sees).toMatchObject({
      'housing, housing team': 'can read these words',
      'clinic, clinic team': 'only that it happened',
    })
    const named = await place.as('priya', (scope) => getStates(scope, sam()))
    expect(named.whereaboutsTeams.map(({ name }) => name)).toContain('probation team')
    const other = await place.as('dana', (scope) => getStates(scope, sam()))
    expect(other.whereaboutsTeams).toEqual([])
  })
})
