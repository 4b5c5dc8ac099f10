import { describe, expect, test } from 'vitest'
import { readLogAsk } from '@/lib/audit/schema'
import { visitsOf } from '@/lib/audit/visits'
import type { LogLine } from '@/lib/audit/queries'

const line = (minutes: number, changes: Partial<LogLine> = {}): LogLine => ({
  ...{ at: new Date(Date.UTC(2026, 2, 2, 10, minutes)), key: `k${minutes}`, visit: 'v' },
  ...{ person: 'A1B2C3D4', reader: 'Priya Shah', agency: 'Probation', ours: true },
  ...{ page: 'overview', ground: 'involvement', refused: false },
  ...changes,
})

describe('visits', () => {
  test('a visit stands where its newest line does, with all its lines', () => {
    const lines = [line(30), line(20, { visit: 'w', refused: true }), line(5)]
    expect(visitsOf(lines, null)).toMatchObject([
      { key: 'v', lines: [lines[0], lines[2]], first: lines[2]?.at, refused: 0, open: false },
      { key: 'w', refused: 1 },
    ])
    expect(visitsOf([], null)).toEqual([])
  })

  test('a page’s end may cut a visit in two: that is said of those it may have cut', () => {
    const lines = [line(59, { visit: 'early' }), line(30)]
    const open = (minutes: number) =>
      visitsOf(lines, { at: line(minutes).at.toISOString() }).map((visit) => visit.open)
    expect(open(29)).toEqual([true, true])
    expect(open(5)).toEqual([false, true])
    expect(open(-1)).toEqual([false, false])
  })
})

describe('what the address asks', () => {
  test('days in three boxes or as their text, both ends within', () => {
    const boxes = { 'from-day': '1', 'from-month': '3', 'from-year': '2026' }
    expect(readLogAsk(boxes)).toMatchObject({ ask: { from: '2026-03-01' }, errors: {} })
    const text = { from: '2026-03-01', until: '2026-03-01' }
    expect(readLogAsk(text)).toMatchObject({ ask: text, errors: {} })
    expect(readLogAsk({})).toMatchObject({ ask: { from: null, until: null }, errors: {} })
  })

  test('what is wrong with a day is said beside it, and no day is used', () => {
    const wrong = { 'from-day': '31', 'from-month': '2', 'from-year': '2026' }
    const { ask, errors } = readLogAsk({ ...wrong, until: '2026-03-01' })
    expect(errors).toEqual({ from: 'The first day must be a real date' })
    expect(ask.until).toBeUndefined()
    const turned = readLogAsk({ from: '2026-03-02', until: '2026-03-01' })
    expect(turned.errors).toEqual({ until: 'The last day must be the first day or after it' })
  })

  test('ids that are none are left out', () => {
    const { ask } = readLogAsk({ user: 'x', like: "' or 1", key: ['a', 'b'] })
    expect([ask.user, ask.like, ask.key]).toEqual([undefined, undefined, undefined])
  })
})
