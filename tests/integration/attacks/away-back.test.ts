import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { liftBar } from '@/lib/conflicts/commands'
import { listBars } from '@/lib/conflicts/queries'
import type { Act } from '@/lib/waiting/queries'
import { getAct, listActs } from '@/lib/waiting/queries'
import { decideAct, undoAct } from '@/lib/waiting/commands'
import * as states from '@/lib/states/commands'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// What waits: who is asked and sees who and why, who is not, and the way back of each act.
let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())
beforeEach(async () => {
  await place.look(`update conflict set ends_at = now() - interval '1 minute'`)
  await place.look('delete from taking_away')
  await place.look('delete from notice')
  // Workers whom another test allocated are named on a limit.
  await place.look('delete from involvement_worker')
})

const sam = () => place.people.sam
const opens = async (who: Worker) =>
  (
    await place.as(who, ({ db }) =>
      db.person.findMany({ where: { id: sam() }, select: { id: true } }),
    )
  ).length === 1
const waiting = (who: Worker) => place.as(who, (scope) => listActs(scope, false))
const done = (who: Worker) => place.as(who, (scope) => listActs(scope, true))
const decide = (who: Worker, actId: string, decision: 'agree' | 'decline' = 'agree') =>
  place.as(who, (scope) => decideAct(scope, { actId, decision }))
const undo = (who: Worker, actId: string) =>
  place.as(who, (scope) => undoAct(scope, { actId, sure: true }))
const bar = (who: Worker, whom: Worker, reason: 'related' | 'harm' = 'related') =>
  place.as(who, (scope) =>
    states.declareConflict(scope, { personId: sam(), userId: place.users[whom], reason }),
  )
const first = (acts: Act[]) => acts[0]?.id ?? ''
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Error) => error.name,
  )
const everybody: Worker[] = ['priya', 'ben', 'vi', 'tom', 'dana', 'lou', 'olu']

describe('a bar from another agency', () => {
  test('is shown to that agency’s manager and the custodian, with who and why', async () => {
    expect(await bar('tom', 'ben', 'harm')).toBe(true)
    for (const who of ['mo', 'cass'] as const)
      expect(await waiting(who)).toMatchObject([
        {
          kind: 'bar',
          by: 'tom',
          agency: 'housing',
          about: 'ben',
          reason: 'harm',
          person: 'sam Example',
        },
      ])
    const act = first(await waiting('mo'))
    for (const who of everybody) {
      expect(await waiting(who), who).toEqual([])
      // Who asked looks at it, to take it back.
      const looked = await place.as(who, (scope) => getAct(scope, act))
      if (who === 'tom') expect(looked).toMatchObject({ mine: true, waits: false })
      else expect(looked, who).toBeNull()
      expect(await failure(decide(who, act)), who).toBe('NotPermitted')
    }
    expect(await opens('ben')).toBe(true)
  })

  test('agreed it holds from the next statement, and its asker is told; undone it is as before', async () => {
    await bar('tom', 'ben')
    const act = first(await waiting('mo'))
    await decide('mo', act)
    expect(await opens('ben')).toBe(false)
    expect(await failure(decide('cass', act))).toBe('Refused')
    const told = await place.as('tom', ({ db }) => db.notice.findMany({ select: { kind: true } }))
    expect(told).toEqual([{ kind: 'act-agreed' }])
    expect(await done('mo')).toHaveLength(1)
    await undo('mo', act)
    expect(await opens('ben')).toBe(true)
    expect(await failure(undo('mo', act))).toBe('NotFound')
  })

  test('declined it changes nothing, and can be asked again', async () => {
    await bar('tom', 'ben')
    expect(await failure(bar('tom', 'ben'))).toBe('Refused')
    await decide('mo', first(await waiting('mo')), 'decline')
    expect(await opens('ben')).toBe(true)
    expect(await waiting('mo')).toEqual([])
    expect(await bar('tom', 'ben')).toBe(true)
  })

  test('against harm, or by the custodian’s word, is the custodian’s alone to lift', async () => {
    await bar('tom', 'ben', 'harm')
    await decide('mo', first(await waiting('mo')))
    expect(await done('mo')).toEqual([])
    await undo('cass', first(await done('cass')))
    expect(await opens('ben')).toBe(true)
    await bar('tom', 'ben')
    await decide('cass', first(await waiting('cass')))
    expect(await done('mo')).toEqual([])
    expect(await failure(undo('mo', first(await done('cass'))))).toBe('NotFound')
  })

  test('a manager who is barred neither sees, decides nor undoes it', async () => {
    await bar('tom', 'mo')
    expect(await waiting('mo')).toEqual([])
    const act = first(await waiting('cass'))
    expect(await failure(decide('mo', act))).toBe('NotFound')
    await decide('cass', act)
    expect(await failure(undo('mo', act))).toBe('NotFound')
    expect(await opens('mo')).toBe(false)
  })

  test('a manager is not told of an agency that they may not know of', async () => {
    const clinic = [sam(), place.agencies.clinic]
    const narrow = (audience: string) =>
      place.look(
        `update involvement set audience = '${audience}' where person_id = $1 and agency_id = $2`,
        clinic,
      )
    await narrow('team')
    await bar('dana', 'ben')
    expect(await waiting('mo')).toEqual([])
    expect(await waiting('cass')).toMatchObject([{ by: 'dana', agency: 'clinic' }])
    await narrow('agreed')
  })
})

test('of a colleague: at once, their manager is told, and can undo it', async () => {
  expect(await bar('priya', 'ben')).toBe(false)
  expect(await opens('ben')).toBe(false)
  const told = await place.as('mo', ({ db }) => db.notice.findMany({ select: { kind: true } }))
  expect(told).toEqual([{ kind: 'act-done' }])
  expect(await done('mo')).toMatchObject([{ by: 'priya', about: 'ben', own: true }])
  expect(await failure(undo('priya', first(await done('mo'))))).toBe('NotPermitted')
  await undo('mo', first(await done('mo')))
  expect(await opens('ben')).toBe(true)
})

test('the custodian lifts any bar, and nobody else by any number', async () => {
  await place.look(
    `insert into conflict (id, user_id, person_id, reason, declared_by)
     values (gen_random_uuid(), $1, $2, 'related', $1)`,
    [place.users.ben, sam()],
  )
  const bars = await place.as('cass', (scope) => listBars(scope))
  expect(bars).toMatchObject([{ name: 'ben', person: 'sam Example', why: 'related' }])
  for (const who of [...everybody, 'mo' as const]) {
    const lift = place.as(
      who,
      ({ db }) => db.$executeRaw`select people.lift_bar(${bars[0]?.id}::uuid)`,
    )
    expect(await failure(lift), who).toBe('NotPermitted')
  }
  await place.as('cass', (scope) => liftBar(scope, bars[0]?.id ?? ''))
  expect(await opens('ben')).toBe(true)
})

describe('a death', () => {
  const work = async () =>
    (
      await place.look<{ agency: string }>(
        `select g.name as agency from involvement i join agency g on g.id = i.agency_id
         where i.person_id = $1 and (i.ends_on is null) order by 1`,
        [sam()],
      )
    ).map(({ agency }) => agency)
  const booked = async () =>
    (await place.look(`select 1 from appointment where outcome is null`)).length
  const lasting = async () =>
    (
      await place.look(
        `select 1 from person_access where person_id = $1 and ground in ('involvement', 'worker')
           and ends_at is null`,
        [sam()],
      )
    ).length
  const record = () =>
    place.as('priya', (scope) =>
      states.recordDeath(scope, {
        personId: sam(),
        diedOn: null,
        source: 'Her sister',
        confirmedBy: 'The hospital',
        sure: true,
      }),
    )

  test('ends one’s own work; each other agency’s when it says so; taken back, all is as it was', async () => {
    await place.look(
      `insert into appointment (id, person_id, record_id, agency_id, team_id, given_by, starts_at, kind)
       select gen_random_uuid(), person_id, record_id, agency_id, team_id, given_by,
         now() + interval '2 days', 'visit' from involvement where person_id = $1`,
      [sam()],
    )
    await place.look(
      `insert into involvement_worker (id, person_id, record_id, agency_id, team_id, given_by,
         involvement_id, user_id, worker_name, lead, starts_on)
       select gen_random_uuid(), person_id, record_id, agency_id, team_id, given_by, id, given_by,
         'A worker', true, '2024-01-01' from involvement where person_id = $1`,
      [sam()],
    )
    const before = [await work(), await booked(), await lasting()]
    expect(before).toEqual([['clinic', 'housing', 'probation'], 3, 6])
    await record()
    expect(await work()).toEqual(['clinic', 'housing'])
    expect(await booked()).toBe(2)
    const acts = await waiting('cass')
    expect(acts.map(({ kind, from }) => `${kind} ${from ?? ''}`).sort()).toEqual([
      'death clinic',
      'death housing',
    ])
    await decide('cass', acts.find(({ from }) => from === 'housing')?.id ?? '')
    expect(await work()).toEqual(['clinic'])
    await place.as('ben', (scope) => states.takeBackDeath(scope, { personId: sam(), sure: true }))
    expect([await work(), await booked(), await lasting()]).toEqual(before)
    const seen = (who: Worker) => place.as(who, ({ db }) => db.death.count())
    expect([await seen('priya'), await seen('tom')]).toEqual([1, 0])
    expect(await waiting('cass')).toEqual([])
  })

  test('recorded by us, is not taken back by another agency', async () => {
    await record()
    const back = place.as('tom', (scope) =>
      states.takeBackDeath(scope, { personId: sam(), sure: true }),
    )
    expect(await failure(back)).toBe('NotFound')
    await undo('mo', first(await done('mo')))
    expect(await work()).toHaveLength(3)
  })
})

describe('protections', () => {
  const ended = { reason: 'It is safe now.', sure: true as const }
  test('limited access ends and comes back by the custodian’s word', async () => {
    await place.as('priya', (scope) =>
      states.limitAccess(scope, {
        personId: sam(),
        reason: 'A colleague is related.',
        users: [place.users.ben],
        reviewOn: '2999-01-01',
      }),
    )
    expect(await opens('dana')).toBe(false)
    await place.as('priya', (scope) =>
      states.endLimitedAccess(scope, { personId: sam(), ...ended }),
    )
    const act = first(await waiting('cass'))
    await decide('cass', act)
    expect(await opens('dana')).toBe(true)
    await undo('cass', act)
    expect([await opens('dana'), await opens('ben'), await opens('cass')]).toEqual([
      false,
      true,
      true,
    ])
    await place.as('cass', (scope) => states.endLimitedAccess(scope, { personId: sam(), ...ended }))
    expect(await opens('dana')).toBe(true)
  })

  test('whereabouts stay protected until the agency that protected them agrees', async () => {
    const strip = async () =>
      (await place.look('select 1 from protected_whereabouts where ended_at is null')).length
    await place.as('priya', (scope) =>
      states.protectWhereabouts(scope, {
        personId: sam(),
        reason: 'She is looked for.',
        teams: [place.teams.housing],
        reviewOn: '2999-01-01',
      }),
    )
    await place.as('tom', (scope) =>
      states.endProtectedWhereabouts(scope, { personId: sam(), ...ended }),
    )
    expect(await strip()).toBe(1)
    const act = first(await waiting('mo'))
    await decide('mo', act)
    expect(await strip()).toBe(0)
    await undo('mo', act)
    expect(await strip()).toBe(1)
  })
})
