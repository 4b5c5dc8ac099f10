import { describe, expect, test } from 'vitest'
import {
  dayAfter,
  filtered,
  findingOf,
  stripOf,
  tallyWords,
  type MonthCount,
} from '@/lib/contacts/months'

const now = '2026-11-24'
const given = (month: string, outcome: string, count: number, more = {}): MonthCount => ({
  ...{ month, outcome, count, agencyId: 'a', agency: 'Probation', own: false },
  ...{ kind: 'visit', major: false, ...more },
})
const own = { agencyId: 'o', agency: 'Housing First', own: true }
const unknown = { agencyId: null, agency: 'another service' }

describe('twelve months', () => {
  test('end with this one, own agency first and who may not be named last', () => {
    const strip = stripOf(
      [
        given('2026-11', 'kept', 1, unknown),
        given('2026-11', 'not_seen', 9),
        given('2026-01', 'kept', 2, own),
      ],
      now,
    )
    expect([strip.months[0], strip.months.at(-1)]).toEqual(['2025-12', '2026-11'])
    expect(strip.lanes.map(({ agency }) => agency)).toEqual([
      'Housing First',
      'Probation',
      'another service',
    ])
    expect(strip.lanes[0]?.months[1]).toEqual({ seen: 2, tried: 0, other: 0 })
    expect(strip).toMatchObject({ newest: true, earlier: null, later: null })
  })

  test('go back by twelve, where there is something', () => {
    const counts = [given('2026-11', 'kept', 1), given('2024-12', 'no_reply', 4)]
    expect(stripOf(counts, now)).toMatchObject({ seen: 1, tried: 0, earlier: '2025-11' })
    const back = stripOf(counts, now, '2025-11')
    expect(back.months.at(-1)).toBe('2025-11')
    expect(back).toMatchObject({ tried: 4, newest: false, earlier: null, later: '2026-11' })
  })

  test('a month before the first, or after the last, is the nearest there is', () => {
    const counts = [given('2026-11', 'kept', 1)]
    expect(stripOf(counts, now, '1999-01').months.at(-1)).toBe('2026-11')
    expect(stripOf(counts, now, '2099-01').months.at(-1)).toBe('2026-11')
    expect(stripOf([given('2026-12', 'kept', 1)], now).months.at(-1)).toBe('2026-12')
  })

  test('the day after a month is in the next', () => {
    expect(dayAfter('2026-12')).toBe('2027-01-01')
    expect(dayAfter('2024-02')).toBe('2024-03-01')
  })
})

describe('what the strip finds', () => {
  test.each<[string, MonthCount[]]>([
    ['No contact since December 2025', []],
    ['Nobody tried to see them since December 2025', [given('2026-11', 'information', 2)]],
    ['Tried once and not seen since December 2025', [given('2026-11', 'no_reply', 1)]],
    ['Seen or spoken to 3 times since December 2025', [given('2026-11', 'kept', 3)]],
    [
      'Seen or spoken to 41 times of 82 since December 2025',
      [given('2026-11', 'kept', 41), given('2026-10', 'not_seen', 41)],
    ],
  ])('%s', (finding, counts) => {
    expect(findingOf(stripOf(counts, now))).toBe(finding)
  })

  test('between two months, further back', () => {
    const strip = stripOf([given('2025-03', 'kept', 1)], now, '2025-03')
    expect(findingOf(strip)).toBe('Seen or spoken to once from December 2024 to November 2025')
  })
})

test('a try that was called off is a try; information is not', () => {
  const counts = ['cancelled_by_us', 'cancelled_by_person', 'information'].map((outcome) =>
    given('2026-11', outcome, 1),
  )
  expect(stripOf(counts, now)).toMatchObject({ seen: 0, tried: 2, other: 1 })
  expect(tallyWords({ seen: 0, tried: 2, other: 1 })).toBe('2 not seen, 1 other')
  expect(tallyWords({ seen: 0, tried: 0, other: 0 })).toBe('none')
})

test('the list’s filters leave of the counts what they leave of the list', () => {
  const counts = [given('2026-11', 'kept', 1), given('2026-11', 'kept', 2, unknown)]
  expect(filtered(counts, {})).toHaveLength(2)
  expect(filtered(counts, { agency: 'a' })).toHaveLength(1)
  expect(filtered(counts, { agency: 'hidden' })).toEqual([])
  expect(filtered(counts, { kind: 'phone' })).toEqual([])
  expect(filtered(counts, { major: 'yes' })).toEqual([])
})
