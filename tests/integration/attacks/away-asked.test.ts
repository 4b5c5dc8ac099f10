import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withScope } from '@/lib/db'
import { Refused } from '@/lib/errors'
import { getStates } from '@/lib/sharing/queries'
import {
  declareConflict,
  endLimitedAccess,
  endProtectedWhereabouts,
  limitAccess,
  protectWhereabouts,
} from '@/lib/states/commands'
import { decideAct, takeBackAct } from '@/lib/waiting/commands'
import { listActs, listAsked } from '@/lib/waiting/queries'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// Whoever asked for what waits for another agency's word may take it back, and nobody else.
let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())

const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Error) => error.name,
  )
const bar = () =>
  place.as('tom', (scope) =>
    declareConflict(scope, {
      personId: place.people.sam,
      userId: place.users.ben,
      reason: 'related',
    }),
  )
const asked = (who: Worker) => place.as(who, (scope) => listAsked(scope))
const back = (who: Worker, act: string) =>
  failure(place.as(who, (scope) => takeBackAct(scope, act)))
const waits = async () =>
  (await place.as('mo', (scope) => listActs(scope, false))).map(({ id }) => id)
const decide = (act: string) =>
  place.as('mo', (scope) => decideAct(scope, { actId: act, decision: 'agree' }))

test('a request is taken back by who asked, while it waits, and by nobody else', async () => {
  expect(await bar()).toBe(true)
  const [act = ''] = await waits()
  expect(await asked('tom')).toMatchObject([{ id: act, about: 'ben', person: 'sam Example' }])
  for (const who of ['priya', 'ben', 'mo', 'dana', 'cass', 'lou'] as const) {
    expect(await asked(who), who).toEqual([])
    expect(await back(who, act), who).toBe('NotFound')
  }
  expect(await back('tom', act)).toBe('done')
  expect(await back('tom', act)).toBe('Refused')
  expect(await waits()).toEqual([])
  expect(await failure(decide(act))).toBe('Refused')
  // Asked again it waits again; once agreed it is not the asker's to take back.
  expect(await bar()).toBe(true)
  const [again = ''] = await waits()
  await decide(again)
  expect(await asked('tom')).toEqual([])
  expect(await back('tom', again)).toBe('Refused')
})

test('asking several to end what they protect tells nothing of how many they are', async () => {
  const protect = (who: Worker) =>
    place.as(who, (scope) =>
      protectWhereabouts(scope, {
        personId: place.people.sam,
        reason: 'A partner',
        teams: [],
        reviewOn: '2990-01-01',
      }),
    )
  const ask = () =>
    place.as('tom', (scope) =>
      endProtectedWhereabouts(scope, {
        personId: place.people.sam,
        reason: 'Safe now',
        sure: true,
      }),
    )
  const told = async () =>
    place.as('tom', async (scope) => ({
      answer: await endProtectedWhereabouts(scope, {
        personId: place.people.sam,
        reason: 'Safe now',
        sure: true,
      }),
      asked: (await getStates(scope, place.people.sam)).asked.map(({ kind }) => kind),
      listed: (await listAsked(scope)).map(({ kind }) => kind),
    }))
  const forGood = () => place.look('delete from taking_away')
  const custodians = () => place.as('cass', (scope) => listActs(scope, false))

  await protect('priya')
  const one = await told()
  expect(one).toMatchObject({ asked: ['end-whereabouts'], listed: ['end-whereabouts'] })
  await forGood()
  await protect('dana')
  expect(await told()).toEqual(one)
  // Each agency answers for itself; taken back, all of it is.
  expect(await custodians()).toHaveLength(2)
  const [line] = await asked('tom')
  expect(await back('tom', line?.id ?? '')).toBe('done')
  expect(await custodians()).toEqual([])
  expect(await asked('tom')).toEqual([])

  // Told once, when the last has answered; agreed to where all have.
  await place.look('delete from notice')
  const notices = () => place.as('tom', ({ db }) => db.notice.findMany({ select: { kind: true } }))
  await ask()
  const [first, last] = await custodians()
  const say = (act: string, decision: 'agree' | 'decline') =>
    place.as('cass', (scope) => decideAct(scope, { actId: act, decision }))
  await say(first?.id ?? '', 'decline')
  expect(await notices()).toEqual([])
  expect(await asked('tom')).toHaveLength(1)
  await say(last?.id ?? '', 'agree')
  expect(await notices()).toEqual([{ kind: 'act-declined' }])

  // What the asker may not read is asked of nobody, as where nothing is protected.
  await forGood()
  await place.look(`update team set function = 'enforcement' where id = $1`, [place.teams.housing])
  const unread = await told()
  await place.look('update protected_whereabouts set ended_at = now() where ended_at is null')
  expect(await told()).toEqual(unread)
  expect(unread).toMatchObject({ asked: [], listed: [] })
  await place.look(`update team set function = 'support' where id = $1`, [place.teams.housing])
})

test('any custodian answers, also of a limited record, and who is in charge is named', async () => {
  // A second one, who came later and is named on nothing.
  const deputy = randomUUID()
  await place.look(
    `with u as (insert into app_user (id, name, email) values ($1, 'Dee', 'dee@example.org') returning id),
       m as (insert into membership (id, user_id, agency_id, role, starts_at)
         select gen_random_uuid(), id, $2, 'custodian', '2024-01-01' from u returning id, user_id)
     insert into session (id, token_hash, user_id, membership_id, idle_until, absolute_until)
     select gen_random_uuid(), sha256('dee'), user_id, id, '2999-01-01', '2999-01-01' from m`,
    [deputy, place.agencies.housing],
  )
  await place.look('delete from conflict')
  await place.as('priya', (scope) =>
    limitAccess(scope, {
      personId: place.people.sam,
      reason: 'A witness',
      users: [place.users.tom],
      reviewOn: '2990-01-01',
    }),
  )
  await place.as('tom', (scope) =>
    endLimitedAccess(scope, { personId: place.people.sam, reason: 'Safe now', sure: true }),
  )
  const [act] = await withScope('dee', (scope) => listActs(scope, false))
  expect(act).toMatchObject({ kind: 'end-limit', custodian: 'cass' })
  // They answer, and open nobody by it.
  expect(act?.personId).toBeNull()
  await withScope('dee', (scope) => decideAct(scope, { actId: act?.id ?? '', decision: 'decline' }))
  expect(await place.as('cass', (scope) => listActs(scope, false))).toEqual([])
  await expect(
    place.as('cass', (scope) => decideAct(scope, { actId: act?.id ?? '', decision: 'agree' })),
  ).rejects.toBeInstanceOf(Refused)
  // Barred from somebody, they are asked nothing about them.
  await place.look(
    `insert into conflict (id, user_id, person_id, reason, declared_by)
     values (gen_random_uuid(), $1, $2, 'related', $1)`,
    [deputy, place.people.sam],
  )
  await place.as('tom', (scope) =>
    endLimitedAccess(scope, { personId: place.people.sam, reason: 'Safe now', sure: true }),
  )
  expect(await withScope('dee', (scope) => listActs(scope, false))).toEqual([])
  expect(await place.as('cass', (scope) => listActs(scope, false))).toHaveLength(1)
})
