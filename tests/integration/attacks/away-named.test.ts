import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listActs } from '@/lib/waiting/queries'
import { undoAct } from '@/lib/waiting/commands'
import * as states from '@/lib/states/commands'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// Who is named on a limited record: no answer tells of workers who are hidden, nobody is named by
// a rule who may be named by nobody, and whoever is put on or taken off is told, with a way back.
let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())

const sam = () => place.people.sam
const audience = (to: 'agreed' | 'team', ...agencies: ('probation' | 'clinic')[]) =>
  place.look('update involvement set audience = $1 where agency_id = any ($2::uuid[])', [
    to,
    agencies.map((key) => place.agencies[key]),
  ])
beforeEach(async () => {
  await place.look(`update limited_access set ended_at = now() - interval '1 minute'
    where ended_at is null`)
  await place.look(`update conflict set ends_at = now() - interval '1 minute'`)
  for (const table of ['taking_away', 'notice', 'involvement_worker'])
    await place.look(`delete from ${table}`)
  await resume()
  await audience('agreed', 'probation', 'clinic')
})
/** Everybody's work with Sam goes on, as if it had not ended. */
const resume = async () => {
  await place.look('update involvement set ends_on = null')
  await place.look(`update person_access set ends_at = null where ground = 'involvement'`)
}

const said = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Error) => error.message,
  )
const limit = (who: Worker, ...users: Worker[]) =>
  place.as(who, (scope) =>
    states.limitAccess(scope, {
      personId: sam(),
      reason: 'A colleague is related.',
      users: users.map((user) => place.users[user]),
      reviewOn: '2999-01-01',
    }),
  )
const change = (who: Worker, user: Worker, way: 'add' | 'remove') =>
  place.as(who, (scope) =>
    states.changeNamed(scope, {
      personId: sam(),
      change: way,
      add: way === 'add' ? place.users[user] : null,
      remove: way === 'remove' ? place.users[user] : null,
      reason: 'Why',
    }),
  )
const named = async () =>
  (
    await place.look<{ name: string }>(
      `select u.name from limited_access l join limited_access_named n on n.limited_access_id = l.id
       join app_user u on u.id = n.user_id where l.ended_at is null order by 1`,
    )
  ).map(({ name }) => name)
const told = async (who: Worker) =>
  (
    await place.as(who, ({ db }) =>
      db.notice.findMany({ select: { kind: true, personId: true }, orderBy: { madeAt: 'asc' } }),
    )
  ).map(({ kind, personId }) => `${kind}${personId ? ' with the person' : ''}`)
const opens = async (who: Worker) =>
  (await place.as(who, ({ db }) => db.person.count({ where: { id: sam() } }))) === 1
/** An allocated worker of this agency's involvement with Sam. */
const allocate = (agency: 'probation' | 'clinic', user: Worker) =>
  place.look(
    `insert into involvement_worker (id, person_id, record_id, agency_id, team_id, given_by,
       involvement_id, user_id, worker_name, lead, starts_on)
     select $1, person_id, record_id, agency_id, team_id, given_by, id, $2, 'A worker', true,
       '2024-01-01' from involvement where person_id = $3 and agency_id = $4`,
    [randomUUID(), place.users[user], sam(), place.agencies[agency]],
  )

describe('how many are named', () => {
  /** What Tom is told when he limits with nobody ticked, while these work with Sam unseen. */
  const answers = async (hidden: boolean) => {
    await audience('team', 'probation', 'clinic')
    if (hidden) {
      await allocate('probation', 'ben')
      await allocate('clinic', 'dana')
    } else
      await place.look('update involvement set ends_on = $1 where agency_id <> $2', [
        '2025-01-01',
        place.agencies.housing,
      ])
    return said(limit('tom'))
  }

  test('counts nobody whom the asker may not know of', async () => {
    const alone = await answers(false)
    await resume()
    expect(await answers(true)).toBe(alone)
    expect(alone).toContain('At least two people must be named')
    expect(await named()).toEqual([])
  })

  test('the same when one is taken off', async () => {
    await limit('priya')
    expect(await named()).toEqual(['cass', 'mo', 'priya'])
    const off = async (hidden: Worker[]) => {
      for (const user of hidden)
        await place.look(
          `insert into limited_access_named (limited_access_id, user_id)
           select id, $1 from limited_access where ended_at is null`,
          [place.users[user]],
        )
      return said(change('priya', 'mo', 'remove'))
    }
    await audience('team', 'clinic')
    const alone = await off([])
    expect(await off(['dana'])).toBe(alone)
    expect(alone).toContain('At least two people must be named')
  })
})

describe('who is named by the rule', () => {
  test('no team that enforces or decides benefits', async () => {
    await allocate('clinic', 'dana')
    for (const does of ['enforcement', 'benefit_decision']) {
      await place.look('update team set function = $1 where id = $2', [does, place.teams.clinic])
      await limit('priya', 'ben')
      expect(await named(), does).toEqual(['ben', 'cass', 'mo', 'priya'])
      expect(await opens('dana')).toBe(false)
      await place.look(`update limited_access set ended_at = now() - interval '1 minute'
        where ended_at is null`)
    }
    await place.look(`update team set function = 'clinical' where id = $1`, [place.teams.clinic])
  })

  test('everybody who is named is told, and the custodian', async () => {
    await allocate('clinic', 'dana')
    await limit('priya', 'ben')
    for (const who of ['ben', 'mo', 'dana', 'cass'] as const)
      expect(await told(who), who).toEqual(['limited-named with the person'])
    expect(await told('priya')).toEqual([])
    expect(await told('tom')).toEqual([])
  })
})

describe('taken off', () => {
  test('one’s own manager: they and the custodian are told, and the custodian puts back', async () => {
    await limit('priya', 'ben')
    await place.look('delete from notice')
    await change('priya', 'mo', 'remove')
    expect(await opens('mo')).toBe(false)
    expect(await told('mo')).toEqual(['limited-off'])
    expect(await told('cass')).toEqual(['act-done'])
    const [act] = await place.as('cass', (scope) => listActs(scope, true))
    expect(act).toMatchObject({ kind: 'unname', by: 'priya', about: 'mo' })
    await place.as('cass', (scope) => undoAct(scope, { actId: act?.id ?? '', sure: true }))
    expect(await opens('mo')).toBe(true)
    expect(await told('mo')).toEqual(['limited-off', 'limited-named with the person'])
  })

  test('a bar on one’s own manager is told to the custodian', async () => {
    await place.as('priya', (scope) =>
      states.declareConflict(scope, {
        personId: sam(),
        userId: place.users.mo,
        reason: 'related',
      }),
    )
    expect(await told('cass')).toEqual(['act-done'])
    expect(await told('mo')).toEqual([])
    const [act] = await place.as('cass', (scope) => listActs(scope, true))
    await place.as('cass', (scope) => undoAct(scope, { actId: act?.id ?? '', sure: true }))
    expect(await opens('mo')).toBe(true)
  })
})
