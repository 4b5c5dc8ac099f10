import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allocate, getAllocated } from '@/lib/caseload/allocate'
import { getCaseload } from '@/lib/caseload/queries'
import { caseloadSchema } from '@/lib/caseload/schema'
import { rangeWords, rowName } from '@/lib/caseload/words'
import { getTimeline, timelinePage, timelineSchema } from '@/lib/contacts/timeline'
import { addDays, londonInstant, today } from '@/lib/dates'
import { keepDraft } from '@/lib/drafts/commands'
import { NotFound } from '@/lib/errors'
import { openOverview } from '@/lib/people/queries'
import { sortKey } from '@/lib/people/normalise'
import { listInvolved } from '@/lib/team/queries'
import { getToday } from '@/lib/today/queries'
import { plain } from '@/tests/support/factories/columns'
import { insertRows, type Row } from '@/tests/support/factories/rows'
import { connectAsDefiner } from '@/tests/support/factories/session'
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

/** Loads rows as the practice place does. */
async function put(table: string, rows: Row[]) {
  const url = new URL(place.adminUrl)
  const definer = await connectAsDefiner(url.toString(), inject('server').roles.definer)
  try {
    await insertRows(definer, table, rows)
  } finally {
    await definer.end()
  }
}

type Agency = keyof WorkingPlace['agencies']
type Who = { id: string; record: string; work: string; head: Row }

/** Somebody whom an agency works with, without a name. */
async function person(agency: Agency = 'probation', author: Worker = 'priya'): Promise<Who> {
  const [id, record, work] = [randomUUID(), randomUUID(), randomUUID()]
  await put('person', [{ id }])
  const agency_id = place.agencies[agency]
  await put('record', [{ id: record, person_id: id, agency_id, confirmed: true }])
  const team_id = place.teams[agency]
  const given_by = place.users[author]
  const head = { person_id: id, record_id: record, agency_id, team_id, given_by, categories: [] }
  await put('involvement', [{ ...head, id: work, came_from: 'present', starts_on: '2024-01-01' }])
  return { id, record, work, head }
}

const named = ({ head }: Who, name: { given: string; family: string; kind?: string }, more = {}) =>
  put('person_name', [
    {
      ...{ ...head, ...plain.person_name, id: randomUUID(), kind: 'legal' },
      ...{ ...name, sort_key: sortKey(name), norm: 'NORM' },
      ...more,
    },
  ])
const worker = ({ head, work }: Who, who: Worker) =>
  put('involvement_worker', [
    {
      ...{ ...head, id: randomUUID(), involvement_id: work, user_id: place.users[who] },
      ...{ worker_name: who, lead: true, starts_on: '2024-01-01' },
    },
  ])
const date = (who: Who, startsAt: Date, more: Row = {}) =>
  put('appointment', [
    {
      ...{ ...who.head, id: randomUUID(), starts_at: startsAt.toISOString(), minutes: 30 },
      ...{ kind: 'visit', source: 'worker', ...more },
    },
  ])

const caseload = (ask: object, who: Worker = 'mo') =>
  place.as(who, (scope) => getCaseload(scope, caseloadSchema.parse(ask)))
const namesOf = (rows: Awaited<ReturnType<typeof caseload>>['rows'], of: Who[]) =>
  rows.filter(({ personId }) => of.some(({ id }) => id === personId)).map(rowName)

describe('a caseload', () => {
  test('is sorted by the names it shows, and who has none is told apart', async () => {
    const people = await Promise.all([1, 2, 3, 4].map(() => person()))
    const [known, liam, nuno, unnamed] = people as [Who, Who, Who, Who]
    await named(known, { given: 'Daniel', family: 'Okafor' })
    await named(known, { given: 'Danny', family: '', kind: 'known_as' })
    await named(known, { given: 'Earlier', family: 'Aaron' }, { used_until: '2020-01-01' })
    await named(liam, { given: 'Liam', family: 'Cooper' })
    await named(nuno, { given: 'Nuno', family: 'da Silva' })
    await put('unnamed', [
      {
        ...{ ...unnamed.head, id: randomUUID(), description: 'Tall, school rucksack' },
        ...{ seen_where: 'By the library', seen_on: '2026-11-01', audience: 'team' },
      },
    ])
    const { rows } = await caseload({ sort: 'name' })
    expect(namesOf(rows, people)).toEqual([
      'Liam Cooper',
      'Nuno da Silva',
      'Danny Okafor',
      'Not named yet: Tall, school rucksack',
    ])
  })

  test('says on every page which part of the list it is', async () => {
    await Promise.all([1, 2, 3].map(() => person()))
    const page = (after?: string) =>
      place.as('mo', (scope) =>
        getCaseload(scope, caseloadSchema.parse({ sort: 'name', ...(after && { after }) }), 2),
      )
    const first = await page()
    expect(first).toMatchObject({ before: 0, shown: first.counts.people })
    const second = await page(first.next ?? '')
    expect(second).toMatchObject({ before: 2, shown: first.shown })
    expect(rangeWords(second.before, second.rows.length, 158)).toBe('3 to 4 of 158 people')
  })

  test('counts as overdue what is overdue, and not a warning that lapses soon', async () => {
    const [soon, late] = [await person(), await person()]
    const before = await caseload({ show: 'overdue' })
    await put('warning', [
      {
        ...{ ...soon.head, id: randomUUID(), kind: 'visit', headline: 'Visit in pairs' },
        ...{ told: 'no', starts_on: '2026-01-01', lapses_on: addDays(today(), 5) },
      },
    ])
    await put('plan_goal', [
      {
        ...{ ...late.head, id: randomUUID(), words: 'A home' },
        review_on: addDays(today(), -2),
      },
    ])
    const after = await caseload({ show: 'overdue' })
    expect(after.counts.overdue).toBe(before.counts.overdue + 1)
    expect(after.rows.map(({ personId }) => personId)).toContain(late.id)
    expect(after.rows.map(({ personId }) => personId)).not.toContain(soon.id)
    const attention = await caseload({ show: 'attention' })
    expect(attention.rows.find(({ personId }) => personId === soon.id)?.reviewOf).toBe('warning')
  })
})

describe('a worker who has left', () => {
  test('is nobody’s lead: not allocated everywhere, until somebody takes them', async () => {
    const who = await person()
    await worker(who, 'ben')
    const row = async () =>
      (await caseload({ show: 'all' })).rows.find(({ personId }) => personId === who.id)
    const waiting = async () => (await place.as('mo', getToday)).unallocated
    const before = await waiting()
    expect((await row())?.worker).toBe('ben')
    await place.look(`update membership set ends_at = now() where id = $1`, [place.memberships.ben])
    try {
      expect((await row())?.worker).toBeNull()
      expect(await waiting()).toBe(before + 1)
      const found = await place.as('mo', (scope) => openOverview(scope, who.id))
      expect(found?.overview.strip.lead).toBeNull()
      expect(found?.overview.team.flatMap(({ workers }) => workers)).toEqual([])
      const [card] = await place.as('mo', (scope) => listInvolved(scope, who.id))
      expect(card?.workers).toMatchObject([{ name: 'ben', lead: false, left: true }])

      const done = await place.as('mo', (scope) =>
        allocate(scope, {
          ...{ involvement: who.work, worker: place.users.priya, lead: true },
          filters: '',
        }),
      )
      expect((await row())?.worker).toBe('priya')
      expect(await waiting()).toBe(before)
      expect(await place.as('mo', (scope) => getAllocated(scope, done))).toBe(
        'priya now works with Name held by another agency. They have been told.',
      )
      // Said of what was written by whoever asks, and of nothing else.
      expect(await place.as('priya', (scope) => getAllocated(scope, done))).toBeNull()
      expect(await place.as('mo', (scope) => getAllocated(scope, randomUUID()))).toBeNull()
      const notices = await place.look(
        `select 1 from notice where user_id = $1 and kind = 'worker-named' and person_id = $2`,
        [place.users.priya, who.id],
      )
      expect(notices).toHaveLength(1)
    } finally {
      await place.look(`update membership set ends_at = null where id = $1`, [
        place.memberships.ben,
      ])
    }
  })

  test('of another agency is not allocated by us', async () => {
    const who = await person('housing', 'tom')
    const asMo = place.as('mo', (scope) =>
      allocate(scope, {
        ...{ involvement: who.work, worker: place.users.priya, lead: false },
        filters: '',
      }),
    )
    await expect(asMo).rejects.toBeInstanceOf(NotFound)
  })
})

describe('dates', () => {
  test('mine are those of my people, whoever made them, as I may see them, with whom', async () => {
    const [mine, theirs] = [await person(), await person()]
    await named(mine, { given: 'Ann', family: 'Example' })
    await worker(mine, 'priya')
    await worker(theirs, 'ben')
    const soon = new Date(Date.now() + 3_600_000)
    await date(mine, soon, { given_by: place.users.mo, worker_name: 'Priya S', source: 'feed' })
    await date(mine, londonInstant(addDays(today(), 3), '10:00'))
    await date(theirs, soon)
    const { dates } = await place.as('priya', getToday)
    expect(dates).toMatchObject([
      {
        ...{ personId: mine.id, kind: 'visit', own: true, agency: 'probation' },
        ...{ worker: 'Priya S', name: { given: 'Ann', family: 'Example' } },
      },
    ])
  })

  test('the next one is there, however far ahead', async () => {
    const who = await person()
    const datesOf = async () =>
      (await place.as('priya', (scope) => openOverview(scope, who.id)))?.overview.dates ?? []
    expect(await datesOf()).toEqual([])
    await date(who, londonInstant(addDays(today(), 200), '10:00'))
    await date(who, londonInstant(addDays(today(), 90), '11:00'))
    expect((await datesOf()).map(({ startsAt }) => startsAt.slice(0, 10))).toEqual([
      addDays(today(), 90),
    ])
    await date(who, londonInstant(addDays(today(), 5), '11:00'))
    await date(who, londonInstant(addDays(today(), 6), '11:00'))
    expect(await datesOf()).toHaveLength(2)
  })
})

describe('a timeline', () => {
  const contact = async (who: Who, day: string, time: string | null) => {
    const id = randomUUID()
    await put('contact', [
      { ...who.head, id, happened_on: day, kind: 'in_person', outcome: 'kept', major: false },
    ])
    await put('contact_place', [
      {
        ...{ ...who.head, id: randomUUID(), contact_id: id },
        happened_at: time && londonInstant(day, time).toISOString(),
      },
    ])
    return id
  }

  test('has the times of a day in order of happening, across its pages', async () => {
    const who = await person()
    const day = addDays(today(), -2)
    const times = ['08:00', '17:30', null, '09:15', '12:00', null]
    for (let at = 0; at < timelinePage; at += 1)
      times.push(`${String(10 + (at % 7))}:${String(at + 10)}`)
    for (const time of times) await contact(who, day, time)
    const later = await contact(who, addDays(day, 1), null)
    const earlier = await contact(who, addDays(day, -1), '23:00')
    const seen: { id: string; time: string | null }[] = []
    let next: { day: string; after: string } | null = null
    do {
      const ask = timelineSchema.parse({ show: 'contacts', ...next })
      const page = await place.as('priya', (scope) => getTimeline(scope, who.id, ask))
      const contacts = page.entries.filter((item) => item.what === 'contact')
      seen.push(...contacts.map(({ id, place: at }) => ({ id, time: at?.at ?? null })))
      next = page.next
    } while (next)
    expect(new Set(seen.map(({ id }) => id)).size).toBe(times.length + 2)
    expect(seen[0]?.id).toBe(later)
    expect(seen.at(-1)?.id).toBe(earlier)
    const ofDay = seen.slice(1, -1).map(({ time }) => time)
    const known = ofDay.filter((time) => time !== null)
    expect(known).toEqual([...known].sort().reverse())
    expect(ofDay.slice(known.length)).toEqual([null, null])
  })
})

test('Today says about whom a form was left unfinished, as far as its writer may know', async () => {
  const mine = await person()
  const theirs = await person('housing', 'tom')
  await named(mine, { given: 'Perpetua', family: 'Ash' })
  await named(theirs, { given: 'Wilfred', family: 'Oak' })
  const keep = (of: Who, form: string) =>
    place.as('priya', (scope) => keepDraft(scope, form, of.id, { personId: of.id }))
  await keep(mine, 'contact')
  await keep(theirs, 'need')
  const { drafts } = await place.as('priya', getToday)
  const whose = Object.fromEntries(drafts.map((draft) => [draft.form, draft.whose]))
  expect(whose).toMatchObject({ contact: 'Perpetua Ash', need: null })
})
