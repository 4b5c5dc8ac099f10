import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getTimeline, timelinePage, timelineSchema } from '@/lib/contacts/timeline'
import type { TimelineItem } from '@/lib/people/view'
import {
  fullDay,
  isEnd,
  keyOf,
  pagesOf,
  said,
  timelinePlace,
} from '@/tests/support/factories/timeline-place'
import type { WorkingPlace } from '@/tests/support/factories/working-place'

let place: WorkingPlace
const sam = () => place.people.sam

beforeAll(async () => {
  place = await timelinePlace()
})
afterAll(() => place.close())

describe('pages of a timeline', () => {
  test('of a day with more than fits are whole and in order, and so from every line on', async () => {
    await place.as('priya', async (scope) => {
      const list = await pagesOf(scope, sam())
      const [row] = await scope.db.$queryRaw<{ whole: TimelineItem[] }[]>`
        select page.happened(${sam()}::uuid, 'all', null, null, false, '{}', null, false, 500)
          as whole`
      expect(list.map(keyOf)).toEqual(row?.whole.map(keyOf))
      expect(new Set(list.map(keyOf)).size).toBe(list.length)
      expect(list.filter(({ day }) => day === fullDay)).toHaveLength(3 * timelinePage)
      for (const at of [3, 30, 41, 55, 70, list.length - 2]) {
        const last = list[at]
        if (!last) throw new Error('The list is too short')
        const from = timelineSchema.parse({
          ...{ day: last.day, after: last.id, part: isEnd(last) ? 'end' : undefined },
        })
        const { entries } = await getTimeline(scope, sam(), from)
        expect(entries.map(keyOf), `from ${at}`).toEqual(
          list.slice(at + 1, at + 1 + timelinePage).map(keyOf),
        )
      }
    })
  })

  test('hold contacts, changes or both, and a place in one is the same place in another', async () => {
    await place.as('priya', async (scope) => {
      const list = await pagesOf(scope, sam())
      const [contacts, changes] = [
        await pagesOf(scope, sam(), { show: 'contacts' }),
        await pagesOf(scope, sam(), { show: 'changes' }),
      ]
      const isContact = ({ what }: TimelineItem) => what === 'contact'
      expect(contacts).toEqual(list.filter(isContact))
      expect(changes).toEqual(list.filter((item) => !isContact(item)))
      for (const nr of [5, 20, 40, 60]) {
        const last = list[nr]
        const at = { day: last?.day, after: last?.id }
        const rest = list.slice(nr + 1)
        const from = { ...at, part: last && isEnd(last) ? 'end' : undefined }
        const ask = (show: string) => timelineSchema.parse({ ...from, show })
        expect((await getTimeline(scope, sam(), ask('changes'))).entries).toEqual(
          rest.filter((item) => !isContact(item)).slice(0, timelinePage),
        )
        expect((await getTimeline(scope, sam(), ask('contacts'))).entries).toEqual(
          rest.filter(isContact).slice(0, timelinePage),
        )
      }
    })
  })

  test('of a kind and of turning points are contacts, of an agency are both', async () => {
    const [kind, major, agency] = await place.as('priya', async (scope) => [
      await pagesOf(scope, sam(), { kind: 'phone' }),
      await pagesOf(scope, sam(), { major: 'yes' }),
      await pagesOf(scope, sam(), { agency: place.agencies.housing }),
    ])
    expect(kind.map(said)).toEqual(['2026-02-05 contact: probation'])
    expect(major).toEqual(kind)
    expect(new Set(agency.map((item) => item.agency))).toEqual(new Set(['housing']))
    expect(agency.length).toBeGreaterThan(2)
  })

  test('at a month begin with its last day', async () => {
    const [list, from] = await place.as('priya', async (scope) => [
      await pagesOf(scope, sam()),
      await pagesOf(scope, sam(), { month: '2026-01' }),
    ])
    expect(from).toEqual(list.filter(({ day }) => day <= '2026-01-31'))
  })
})
