import { afterAll, beforeAll, expect, test } from 'vitest'
import { today } from '@/lib/dates'
import { NotFound, NotPermitted, Refused, Stale } from '@/lib/errors'
import { openPerson } from '@/lib/people/queries'
import { getOwnInvolvement, listColleagues } from '@/lib/team/choices'
import { endInvolvement, endWorker, nameWorker, startInvolvement } from '@/lib/team/commands'
import { endSchema } from '@/lib/team/schema'
import { listInvolved } from '@/lib/team/queries'
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

const involved = async (who: Worker, own: boolean) => {
  const all = await place.as(who, (scope) => listInvolved(scope, place.people.sam))
  return all.filter((one) => one.own === own && one.endsOn === null)
}
const ours = async (who: Worker) => (await involved(who, true))[0]
const opens = (who: Worker) =>
  place.as(who, (scope) => openPerson(scope, place.people.sam, 'overview'))

test('a worker is named and leads; another lead takes over and the first stays', async () => {
  const involvementId = (await ours('priya'))?.id ?? ''
  const name = (who: Worker, worker: Worker) =>
    place.as(who, (scope) =>
      nameWorker(scope, {
        personId: place.people.sam,
        involvementId,
        worker: place.users[worker],
        lead: true,
      }),
    )
  await name('priya', 'priya')
  await name('mo', 'ben')
  const workers = async (who: Worker, own: boolean) =>
    (await involved(who, own))
      .flatMap((one) => one.workers)
      .map((worker) => [worker.name, worker.lead])
  expect((await workers('priya', true)).sort()).toEqual([
    ['ben', true],
    ['priya', false],
  ])
  // Named already: only who leads changes.
  await name('mo', 'priya')
  expect(await workers('priya', true)).toEqual([
    ['priya', true],
    ['ben', false],
  ])
  await expect(name('priya', 'tom')).rejects.toBeInstanceOf(Refused)
  await expect(name('tom', 'tom')).rejects.toBeInstanceOf(NotFound)
  await expect(name('vi', 'vi')).rejects.toBeInstanceOf(NotPermitted)
})

test('a worker is taken off, and the team’s work goes on', async () => {
  const before = await ours('priya')
  const ben = before?.workers.find(({ name }) => name === 'ben')
  const end = () =>
    place.as('priya', (scope) =>
      endWorker(scope, {
        personId: place.people.sam,
        involvementId: before?.id ?? '',
        workerId: ben?.id ?? '',
        endsOn: today(),
      }),
    )
  await end()
  await expect(end()).rejects.toBeInstanceOf(NotFound)
  const held = await place.as('priya', (scope) =>
    getOwnInvolvement(scope, place.people.sam, before?.id ?? ''),
  )
  expect(held?.involvementWorkers.map(({ workerName }) => workerName)).toEqual(['priya'])
})

test('colleagues of one’s own teams are offered, and nobody else’s', async () => {
  const offered = await place.as('priya', (scope) => listColleagues(scope))
  expect(offered.map(({ label }) => label).sort()).toEqual(['ben', 'mo', 'priya', 'vi'])
})

test('a team that works with them already does not start again', async () => {
  const start = (who: Worker) =>
    place.as(who, (scope) =>
      startInvolvement(scope, {
        personId: place.people.sam,
        teamId: place.teams.probation,
        cameFrom: 'present',
        worker: null,
        lead: false,
      }),
    )
  await expect(start('priya')).rejects.toThrow('Your team already works with them.')
  await expect(start('lou')).rejects.toThrow()
  await expect(start('olu')).rejects.toBeInstanceOf(NotPermitted)
})

test('work ends with why and a handover; who ended first is shown to who was late', async () => {
  const before = await ours('dana')
  const end = (who: Worker, reason: 'finished' | 'lost_touch') =>
    place.as(who, (scope) =>
      endInvolvement(
        scope,
        {
          personId: place.people.sam,
          involvementId: before?.id ?? '',
          endsOn: '2026-01-31',
          reason,
          handover: 'Likes to be rung first.',
        },
        before?.version ?? null,
      ),
    )
  expect(endSchema.safeParse({}).success).toBe(false)
  await expect(end('tom', 'finished')).rejects.toBeInstanceOf(NotFound)
  await end('dana', 'finished')
  expect(await opens('dana')).toBeNull()
  const [row] = await place.look<object>(
    `select end_reason, h.words as handover, i.version from involvement i
     join handover h on h.involvement_id = i.id where i.id = $1`,
    [before?.id],
  )
  expect(row).toEqual({ end_reason: 'finished', handover: 'Likes to be rung first.', version: 2 })
})

test('two who end the same work: the second sees what the first said', async () => {
  const before = await ours('tom')
  const end = (reason: 'finished' | 'lost_touch') =>
    place.as('tom', (scope) =>
      endInvolvement(
        scope,
        {
          personId: place.people.sam,
          involvementId: before?.id ?? '',
          endsOn: today(),
          reason,
          handover: 'None',
        },
        before?.version ?? null,
      ),
    )
  await end('lost_touch')
  await expect(end('finished')).rejects.toBeInstanceOf(Stale)
  await expect(end('finished')).rejects.toMatchObject({ theirs: { reason: 'lost_touch' } })
})
