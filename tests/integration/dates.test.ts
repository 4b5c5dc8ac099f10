import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bookDate, endHardTime, giveHardTime, stepDate } from '@/lib/appointments/commands'
import { endFeed, feedHash, getFeed, makeFeed } from '@/lib/appointments/feeds'
import type { FeedDate } from '@/lib/appointments/calendar'
import { getDates } from '@/lib/appointments/queries'
import { bookingSchema, dateStepSchema, hardTimeSchema } from '@/lib/appointments/schema'
import { addDays, today } from '@/lib/dates'
import { readFeed } from '@/lib/db'
import { NotFound, NotPermitted, Refused, Stale } from '@/lib/errors'
import { plain } from '@/tests/support/factories/columns'
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

const sam = () => place.people.sam
const book = (who: Worker, changes: object = {}) =>
  place.as(who, (scope) =>
    bookDate(
      scope,
      bookingSchema.parse({
        ...{ personId: sam(), kind: 'meeting', day: addDays(today(), 3), time: '10:00' },
        ...{ minutes: '30', ...changes },
      }),
    ),
  )
const step = (who: Worker, appointmentId: string, name: string, more: object = {}, seen?: number) =>
  place.as(who, (scope) =>
    stepDate(
      scope,
      dateStepSchema.parse({ personId: sam(), appointmentId, step: name, ...more }),
      seen,
    ),
  )
const dates = (who: Worker) =>
  place.as(who, (scope) => getDates(scope, sam(), addDays(today(), -5), addDays(today(), 60)))
const find = async (who: Worker, id: string) => (await dates(who)).dates.find((d) => d.id === id)
const passed = (id: string) =>
  place.look(`update appointment set starts_at = now() - interval '1 hour' where id = $1`, [id])

describe('dates', () => {
  test('a date is offered until they agree; its place is content', async () => {
    const id = await book('tom', { place: 'Room 2' })
    expect(await find('priya', id)).toMatchObject({ agreedOn: null, place: 'Room 2', own: false })
    await step('tom', id, 'agree')
    expect(await find('priya', id)).toMatchObject({ agreedOn: today() })
    const theirs = await book('dana', { place: 'Clinic, room 1' })
    // The clinic gives headlines alone.
    expect(await find('priya', theirs)).toMatchObject({ place: null })
    expect(await find('lou', id)).toBeUndefined()
    await expect(book('vi')).rejects.toThrow(NotPermitted)
    await expect(book('lou')).rejects.toThrow(Refused)
    await expect(book('tom', { day: today(), time: '00:00' })).rejects.toThrow(/still to come/)
  })

  test('what became of it is said once it has been, with what got in the way', async () => {
    const id = await book('tom')
    await expect(step('tom', id, 'became', { became: 'kept' })).rejects.toThrow(/still to come/)
    await passed(id)
    const missed = { became: 'not_seen', missedWhy: 'hard_time' }
    await step('tom', id, 'became', missed)
    expect(await find('priya', id)).toMatchObject({ outcome: 'not_seen', missedWhy: 'hard_time' })
    await expect(step('tom', id, 'became', missed)).rejects.toThrow(/Undo that first/)
    await step('tom', id, 'undo')
    const next = await book('tom')
    await step('tom', next, 'became', { became: 'cancelled_by_person' })
    expect(await find('priya', next)).toMatchObject({ outcome: 'cancelled', cancelledBy: 'person' })
  })

  test('another agency offers another time; its holder answers, and the offerer reads it', async () => {
    const id = await book('tom')
    const other = { day: addDays(today(), 4), time: '14:00' }
    await expect(step('priya', id, 'move', other)).rejects.toThrow(/Offer them another time/)
    await expect(step('tom', id, 'offer', other)).rejects.toThrow(/your own agency’s/)
    await expect(step('lou', id, 'offer', other)).rejects.toThrow(NotFound)
    await step('priya', id, 'offer', other)
    await expect(step('dana', id, 'offer', other)).rejects.toThrow(Error)
    expect(await find('tom', id)).toMatchObject({ otherAgency: 'probation', otherAnswer: null })
    await step('tom', id, 'answer', { answer: 'accepted' })
    const seen = await find('priya', id)
    expect(seen?.otherAnswer).toBe('accepted')
    expect(seen?.startsAt).toBe(seen?.otherAt)
  })

  test('two at once: one succeeds, the other is told', async () => {
    const id = await book('priya')
    const both = await Promise.allSettled([
      step('priya', id, 'agree', {}, 1),
      step('ben', id, 'became', { became: 'cancelled_by_us' }, 1),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const lost = both.find((one) => one.status === 'rejected')
    expect(lost?.reason).toBeInstanceOf(Stale)
  })

  const byHand = (who: Worker, sql: string) => place.as(who, ({ db }) => db.$executeRawUnsafe(sql))

  test('by hand nobody goes where no step leads', async () => {
    const id = await book('priya')
    const change = (sets: string) => `update appointment set ${sets} where id = '${id}'`
    for (const sets of [
      `outcome = 'kept'`,
      `outcome = 'run away'`,
      `starts_at = '2020-01-01'`,
      `other_answer = 'accepted'`,
      `outcome = 'cancelled', agreed_on = now()`,
    ])
      await expect(byHand('priya', change(sets)), sets).rejects.toThrow(Refused)
    await expect(byHand('tom', change('agreed_on = now()'))).resolves.toBe(0)
    const told = `insert into appointment (id, person_id, starts_at, kind)
      values (gen_random_uuid(), '${sam()}', now() + interval '1 day', 'Drug test')`
    await expect(byHand('priya', told)).rejects.toThrow(/from the list/)
  })
})

test('a time that does not work is safety, read by all who may open them', async () => {
  const input = hardTimeSchema.parse({
    ...{ personId: sam(), weekday: '2', from: '9:00', until: '12:00' },
  })
  const hardTimeId = await place.as('dana', (scope) => giveHardTime(scope, input))
  expect((await dates('tom')).hard).toMatchObject([{ weekday: 2, fromMinute: 540, own: false }])
  const end = { personId: sam(), hardTimeId }
  await expect(place.as('tom', (scope) => endHardTime(scope, end))).rejects.toThrow(NotFound)
  await place.as('dana', (scope) => endHardTime(scope, end))
  expect((await dates('tom')).hard).toEqual([])
})

test('who serves two people that must be kept apart is told before booking, and goes on knowing', async () => {
  const { sam: one, alex: other } = place.people
  await book('priya', { personId: other, day: addDays(today(), 9) })
  await place.look(
    `insert into harm_link (id, person_id, record_id, agency_id, team_id, class_id, categories,
       given_by, kind, other_record_id)
     select gen_random_uuid(), r.person_id, r.id, r.agency_id, i.team_id, i.class_id, i.categories,
       i.given_by, 'partner', o.id
     from record r join involvement i on i.record_id = r.id, record o
     where r.person_id = $1 and o.person_id = $2 and r.agency_id = $3 limit 1`,
    [one, other, place.agencies.probation],
  )
  const near = { day: addDays(today(), 9), time: '11:00' }
  await expect(book('priya', near)).rejects.toThrow(/Keep these two people apart/)
  await book('priya', { ...near, anyway: 'on' })
  await book('priya', { day: addDays(today(), 9), time: '15:00' })
  // Housing knows one of them alone: nothing is said.
  await book('tom', near)
})

test('whatever is tried in whatever order, a date stands where the model says', async () => {
  type Model = { agreed: boolean; ended: boolean }
  const next = (model: Model, tried: string): Model | null => {
    if (tried === 'undo') return model.ended ? { ...model, ended: false } : null
    if (model.ended || tried === 'answer') return null
    if (tried === 'agree') return model.agreed ? null : { ...model, agreed: true }
    return tried === 'became' ? { ...model, ended: true } : model
  }
  const moves = fc.array(
    fc.record({
      who: fc.constantFrom<Worker>('priya', 'ben'),
      name: fc.constantFrom('agree', 'became', 'move', 'answer', 'undo'),
      ahead: fc.integer({ min: 2, max: 40 }),
    }),
    { minLength: 1, maxLength: 7 },
  )
  await fc.assert(
    fc.asyncProperty(moves, async (tried) => {
      const id = await book('priya', { personId: place.people.sam, anyway: 'on' })
      let model: Model = { agreed: false, ended: false }
      for (const { who, name, ahead } of tried) {
        const after = next(model, name)
        const more = {
          ...{ day: addDays(today(), ahead), time: '16:00', anyway: 'on', answer: 'declined' },
          became: 'cancelled_by_us',
        }
        if (after === null) await expect(step(who, id, name, more)).rejects.toThrow(Refused)
        else await step(who, id, name, more)
        model = after ?? model
      }
      expect(await find('ben', id)).toMatchObject({
        outcome: model.ended ? 'cancelled' : null,
        agreedOn: model.agreed ? today() : null,
      })
    }),
    { numRuns: 15 },
  )
}, 90_000)

test('a feed holds its worker’s dates, ends at once, and says nothing of whom it must not', async () => {
  await place.look(
    `insert into person_name (id, person_id, record_id, agency_id, team_id, class_id, categories,
       given_by, kind, given, family, sort_key, norm)
     select gen_random_uuid(), i.person_id, i.record_id, i.agency_id, i.team_id, i.class_id,
       i.categories, i.given_by, 'legal', 'Sam', 'Lee', 'x', 'x'
     from involvement i where i.person_id = $1 and i.agency_id = $2`,
    [sam(), place.agencies.clinic],
  )
  const id = await book('dana')
  await place.as('dana', makeFeed)
  const feed = await place.as('dana', getFeed)
  const read = () => readFeed<FeedDate[]>(feedHash(feed?.token ?? ''))
  expect((await read())?.find((one) => one.id === id)).toMatchObject({ initials: 'SL' })
  expect((await read())?.some((one) => one.personId !== sam())).toBe(false)
  const logged = await place.look<{ n: number }>(
    `select count(*)::int as n from disclosure where kind = 'calendar'`,
  )
  expect(logged[0]?.n).toBe(1)
  await place.look(
    `insert into protected_whereabouts (id, person_id, record_id, agency_id, team_id, class_id,
       categories, given_by, reason, set_on, review_on)
     select gen_random_uuid(), i.person_id, i.record_id, i.agency_id, i.team_id, i.class_id,
       array['safety'], i.given_by, 'x', '2024-01-01', $2
     from involvement i where i.person_id = $1 limit 1`,
    [sam(), String(plain.protected_whereabouts?.review_on)],
  )
  expect(await read()).toEqual([])
  await place.as('dana', endFeed)
  expect(await read()).toBeNull()
  expect(await readFeed(feedHash('nobody’s'))).toBeNull()
})
