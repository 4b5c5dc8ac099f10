import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MonthCount } from '@/lib/contacts/months'
import { getTimeline, listContactMonths, timelinePage } from '@/lib/contacts/timeline'
import type { Scope } from '@/lib/db'
import type { TimelineContact } from '@/lib/people/view'
import { connected } from '@/scripts/connection.mjs'
import { insertRows, type Row } from '@/tests/support/factories/rows'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

let place: WorkingPlace
const sam = () => place.people.sam

type Agency = 'probation' | 'housing' | 'clinic' | 'landlord'
const authors = { probation: 'priya', housing: 'tom', clinic: 'dana', landlord: 'lou' } as const

beforeAll(async () => {
  place = await workingPlace()
  await connected(place.adminUrl, async (client) => {
    const records = await client.query<{ id: string; agency_id: string }>(
      'select id, agency_id from record where person_id = $1',
      [sam()],
    )
    const mine = new Map(records.rows.map(({ id, agency_id }) => [agency_id, id]))
    const landlord = randomUUID()
    mine.set(place.agencies.landlord, landlord)
    await insertRows(client, 'record', [
      { id: landlord, person_id: sam(), agency_id: place.agencies.landlord, confirmed: true },
    ])
    const give = (agency: Agency, categories: string[], day: string, outcome: string, more = {}) =>
      insertRows(client, 'contact', [
        {
          ...{ id: randomUUID(), person_id: sam(), record_id: mine.get(place.agencies[agency]) },
          ...{ agency_id: place.agencies[agency], team_id: place.teams[agency] },
          ...{ given_by: place.users[authors[agency]], categories, happened_on: day },
          ...{ kind: 'visit', outcome, ...more },
        } satisfies Row,
      ])
    await give('probation', ['justice'], '2026-01-05', 'kept')
    await give('probation', ['justice'], '2026-01-31', 'kept')
    await give('probation', ['justice'], '2026-02-01', 'not_seen', { major: true })
    // Nothing is agreed about it: probation's own.
    await give('probation', ['substance_use'], '2026-01-06', 'kept')
    // Kept to the team by its author.
    await give('clinic', ['mental_health'], '2026-01-07', 'kept', { audience: 'team' })
    await give('clinic', ['mental_health'], '2026-03-07', 'no_reply')
    // In no agreement with anybody: what is about safety is open, and who gave it is not.
    await give('landlord', ['safety'], '2026-01-08', 'kept')
    await give('probation', ['justice'], '2026-03-09', 'kept', { withdrawn_at: '2026-03-10' })
    for (let day = 1; day <= timelinePage + 3; day += 1)
      await give('housing', ['housing'], `2025-10-${String(day).padStart(2, '0')}`, 'kept')
  })
})
afterAll(() => place.close())

/** Everything that the list shows, page after page. */
async function wholeList(scope: Scope, month?: string): Promise<TimelineContact[]> {
  const all: TimelineContact[] = []
  let next: { day: string; after: string } | null | undefined
  while (next !== null) {
    const page = await getTimeline(scope, sam(), { show: 'contacts', month, ...next })
    all.push(...page.entries.filter((item) => item.what === 'contact'))
    next = page.next
  }
  return all
}

const said = ({ month, agency, outcome, count }: MonthCount) =>
  `${month} ${agency} ${outcome} ${count}`

describe('contacts by month', () => {
  const expected: Partial<Record<Worker, string[]>> = {
    priya: [
      '2025-10 housing kept 28',
      '2026-01 another service kept 1',
      '2026-01 probation kept 3',
      '2026-02 probation not_seen 1',
      '2026-03 clinic no_reply 1',
    ],
    tom: [
      '2025-10 housing kept 28',
      '2026-01 another service kept 1',
      '2026-01 probation kept 2',
      '2026-02 probation not_seen 1',
      '2026-03 clinic no_reply 1',
    ],
    dana: [
      '2025-10 housing kept 28',
      '2026-01 another service kept 1',
      '2026-01 clinic kept 1',
      '2026-01 probation kept 2',
      '2026-02 probation not_seen 1',
      '2026-03 clinic no_reply 1',
    ],
    cass: [],
  }
  test.each(Object.entries(expected))('%s is told what they may see', async (who, rows) => {
    const counts = await place.as(who as Worker, (scope) => listContactMonths(scope, sam()))
    const merged = new Map<string, MonthCount>()
    for (const each of counts) {
      const key = `${each.month} ${each.agency} ${each.outcome}`
      merged.set(key, { ...each, count: each.count + (merged.get(key)?.count ?? 0) })
    }
    expect([...merged.values()].map(said).sort()).toEqual(rows)
  })

  test.each(['priya', 'tom', 'dana', 'mo', 'lou', 'vi'] as const)(
    '%s is counted no contact that the list would not show',
    async (who) => {
      const [counts, list] = await place.as(who, async (scope) => [
        await listContactMonths(scope, sam()),
        await wholeList(scope),
      ])
      const listed = new Map<string, number>()
      for (const { day, agency, outcome, kind, major, withdrawnAt } of list) {
        const key = [day.slice(0, 7), agency, outcome, kind, major].join(' ')
        if (!withdrawnAt) listed.set(key, (listed.get(key) ?? 0) + 1)
      }
      expect(
        Object.fromEntries(
          counts.map(({ month, agency, outcome, kind, major, count }) => [
            [month, agency, outcome, kind, major].join(' '),
            count,
          ]),
        ),
      ).toEqual(Object.fromEntries(listed))
    },
  )

  test('who may not be known has no id', async () => {
    const counts = await place.as('tom', (scope) => listContactMonths(scope, sam()))
    expect(JSON.stringify(counts)).not.toContain(place.agencies.landlord)
    expect(counts.filter(({ agencyId }) => agencyId === null)).toMatchObject([
      { agency: 'another service', own: false },
    ])
  })
})

describe('the list at a month', () => {
  test('begins with its last day and goes on in order, through all its pages', async () => {
    const [whole, from] = await place.as('priya', async (scope) => [
      await wholeList(scope),
      await wholeList(scope, '2026-01'),
    ])
    expect(from[0]?.day).toBe('2026-01-31')
    expect(from).toEqual(whole.filter(({ day }) => day <= '2026-01-31'))
    expect(from.length).toBeGreaterThan(timelinePage)
  })
})
