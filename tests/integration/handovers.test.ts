import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getCaseload } from '@/lib/caseload/queries'
import { caseloadSchema } from '@/lib/caseload/schema'
import type { Scope } from '@/lib/db'
import { addDays, today } from '@/lib/dates'
import { NotFound, NotPermitted, Refused } from '@/lib/errors'
import {
  answerHandover,
  askHandover,
  askHandovers,
  withdrawHandover,
} from '@/lib/handovers/commands'
import { getHandover, listHandovers } from '@/lib/handovers/queries'
import { somebodyNew } from '@/tests/support/factories/somebody-new'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())

/** Somebody new, with Priya as their worker and lead. @returns the person and the work */
async function hers() {
  const personId = await somebodyNew(place)
  const [work] = await place.look<{ id: string }>(
    'select id from involvement where person_id = $1',
    [personId],
  )
  const involvementId = work?.id ?? ''
  await place.as(
    'mo',
    ({ db }) => db.$executeRaw`
      select work.add_worker(${involvementId}::uuid, ${place.users.priya}::uuid, true)`,
  )
  return { personId, involvementId }
}

type Hers = Awaited<ReturnType<typeof hers>>
const said = { words: 'Mornings are hard for her', movesOn: today() }
const ask = (by: Worker, to: Worker, of: Hers) =>
  place.as(by, (scope) => askHandover(scope, { ...of, ...said, worker: place.users[to] }))
const does = (who: Worker, what: (scope: Scope) => Promise<unknown>) =>
  place.as(who, what).then(
    () => 'done',
    (error: unknown) => error,
  )
const answer = (who: Worker, handingId: string, word: 'confirm' | 'decline' = 'confirm') =>
  does(who, (scope) => answerHandover(scope, { handingId, answer: word }))
const workers = async ({ involvementId }: Hers) =>
  (
    await place.look<{ worker_name: string; lead: boolean }>(
      `select worker_name, lead from involvement_worker where involvement_id = $1
         and (ends_on is null or ends_on > current_date) order by worker_name`,
      [involvementId],
    )
  ).map(({ worker_name: name, lead }) => (lead ? `${name} leads` : name))

test('both say so, and they move: until then nothing has changed', async () => {
  const of = await hers()
  const id = await ask('priya', 'ben', of)
  expect(await workers(of)).toEqual(['priya leads'])
  const waiting = await place.as('ben', (scope) => listHandovers(scope))
  expect(waiting.find((one) => one.id === id)).toMatchObject({ mine: true, from_name: 'priya' })
  const note = await place.as('ben', (scope) => getHandover(scope, id))
  expect(note?.words).toBe('Mornings are hard for her')
  expect(await answer('ben', id)).toBe('done')
  expect(await workers(of)).toEqual(['ben leads'])
  expect(await place.as('ben', (scope) => getHandover(scope, id))).toMatchObject({
    ended_how: 'moved',
  })
})

test('a manager asks; both confirm, and whichever is second moves them', async () => {
  const of = await hers()
  const id = await ask('mo', 'ben', of)
  expect(await answer('ben', id)).toBe('done')
  expect(await workers(of)).toEqual(['priya leads'])
  expect(await answer('mo', id)).toMatchObject({
    message: expect.stringContaining('not for yours'),
  })
  expect(await answer('priya', id)).toBe('done')
  expect(await workers(of)).toEqual(['ben leads'])
})

test('for who has left a manager’s asking is their word, several at once', async () => {
  const all = [await hers(), await hers()]
  await place.look(`update membership set ends_at = now() - interval '1 hour' where user_id = $1`, [
    place.users.priya,
  ])
  await place.as('mo', (scope) =>
    askHandovers(scope, {
      ...{ ...said, worker: place.users.ben },
      involvements: all.map(({ involvementId }) => involvementId),
    }),
  )
  const waiting = await place.as('ben', (scope) => listHandovers(scope))
  const theirs = waiting.filter(({ personId }) => all.some((one) => one.personId === personId))
  expect(theirs).toHaveLength(2)
  for (const { id } of theirs) expect(await answer('ben', id)).toBe('done')
  for (const of of all) expect(await workers(of)).toEqual(['ben leads'])
  await place.look(`update membership set ends_at = null where user_id = $1`, [place.users.priya])
})

test('what waits is the team’s manager’s to see, and nobody’s elsewhere', async () => {
  const id = await ask('priya', 'ben', await hers())
  const sees = async (who: Worker) =>
    (await place.as(who, (scope) => listHandovers(scope))).some((one) => one.id === id)
  expect(await sees('mo')).toBe(true)
  expect(await sees('tom')).toBe(false)
  expect(await answer('tom', id)).toBeInstanceOf(NotFound)
  expect(await answer('vi', id)).toBeInstanceOf(NotPermitted)
})

test('not to another team, not what is somebody else’s, and one at a time', async () => {
  const of = await hers()
  await expect(ask('priya', 'tom', of)).rejects.toThrow('not in this team')
  await expect(ask('ben', 'ben', of)).rejects.toThrow('not named for them')
  await ask('priya', 'ben', of)
  await expect(ask('mo', 'ben', of)).rejects.toThrow('waits already')
  const theirs = { ...of, involvementId: of.personId }
  await expect(ask('priya', 'ben', theirs)).rejects.toBeInstanceOf(NotFound)
})

test('two at once: one counts, the other is told what happened', async () => {
  const id = await ask('priya', 'ben', await hers())
  const got = await Promise.all([
    answer('ben', id),
    does('priya', (scope) => withdrawHandover(scope, id)),
  ])
  expect(got.filter((one) => one === 'done')).toHaveLength(1)
  expect(String(got.find((one) => one !== 'done'))).toMatch(/(It is done|It was taken back)/)
})

// Anybody, in any order, against a model of a few lines.
type Move = { who: 'priya' | 'ben' | 'mo'; what: 'confirm' | 'decline' | 'withdraw' }

test('any order of answers stands as the rules say', async () => {
  const move = fc.record({
    who: fc.constantFrom<Move['who']>('priya', 'ben', 'mo'),
    what: fc.constantFrom<Move['what']>('confirm', 'decline', 'withdraw'),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Move['who']>('priya', 'mo'),
      fc.array(move, { maxLength: 6 }),
      async (asks, moves) => {
        const of = await hers()
        const id = await ask(asks, 'ben', of)
        const yes = { priya: asks === 'priya', ben: false }
        let over: string | null = null
        for (const { who, what } of moves) {
          const got =
            what === 'withdraw'
              ? await does(who, (scope) => withdrawHandover(scope, id))
              : await answer(who, id, what)
          const mine = who !== 'mo' && !yes[who]
          const may = over === null && (what === 'withdraw' ? who === asks || who === 'mo' : mine)
          if (!may) {
            expect(got).toBeInstanceOf(Refused)
            continue
          }
          expect(got).toBe('done')
          if (what === 'withdraw') over = 'withdrawn'
          else if (what === 'decline') over = 'declined'
          else if (who !== 'mo') yes[who] = true
          if (over === null && yes.priya && yes.ben) over = 'moved'
        }
        const now = await place.as('mo', (scope) => getHandover(scope, id))
        expect(now?.ended_how ?? null).toBe(over)
        expect(await workers(of)).toEqual([over === 'moved' ? 'ben leads' : 'priya leads'])
      },
    ),
    { numRuns: 15 },
  )
}, 240_000)

test('the day it moves is today or later', async () => {
  const { askSchema } = await import('@/lib/handovers/schema')
  const of = await hers()
  const typed = { ...of, worker: place.users.ben, words: 'x', movesOn: addDays(today(), -1) }
  expect(askSchema.safeParse(typed).success).toBe(false)
})

test('of somebody with two teams, a list hands over the work that its worker is named for', async () => {
  const [one, other] = [await hers(), await hers()]
  const beside = randomUUID()
  await place.look(
    `with t as (insert into team (id, key, name, agency_id, function, default_categories)
       select $1::uuid, 'beside', 'beside team', agency_id, function, default_categories
       from team where id = $2 returning id)
     insert into membership_team (membership_id, team_id)
     select m.id, t.id from membership m, t where m.user_id = $3`,
    [beside, place.teams.probation, place.users.mo],
  )
  const [first, second] = [randomUUID(), randomUUID()]
  for (const [id, of] of [
    [first, one],
    [second, other],
  ] as const)
    await place.look(
      `insert into involvement (id, person_id, record_id, agency_id, team_id, given_by, categories,
         came_from, starts_on)
       select $1, person_id, record_id, agency_id, $2, given_by, categories, came_from, starts_on
       from involvement where id = $3`,
      [id, beside, of.involvementId],
    )
  // Of the one she is named in the first team's work, of the other in the second's.
  await place.look(`update involvement_worker set involvement_id = $1 where involvement_id = $2`, [
    second,
    other.involvementId,
  ])
  const ask = { ...caseloadSchema.parse({}), worker: place.users.priya }
  const { rows } = await place.as('mo', (scope) => getCaseload(scope, ask, 50))
  const workOf = ({ personId }: Hers) =>
    rows.find((row) => row.personId === personId)?.involvementId
  expect([workOf(one), workOf(other)]).toEqual([one.involvementId, second])
})
