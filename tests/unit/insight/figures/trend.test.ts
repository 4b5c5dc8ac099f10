import { expect, test } from 'vitest'
import { makeTrend, sayBreak, sayChange } from '@/lib/insight/trend'
import { drawTrend } from '@/lib/insight/drawing/draw-trend'
import { publicationOf } from './published'

const agencies = (...names: string[]) => ({
  agencies: names.map((name) => ({ name, fedTo: name === 'Market' ? null : '2026-03-01' })),
})
const [oldest, middle, newest] = [
  publicationOf({ no: 1, to: '2026-03-31', coverage: agencies('Harbour') }),
  publicationOf({ no: 2, to: '2026-06-30', coverage: agencies('Harbour', 'Turnstone') }),
  publicationOf({ no: 3, to: '2026-09-30', coverage: agencies('Harbour', 'Turnstone') }),
] as const
const all = [newest, middle, oldest]
const trend = (values: Record<number, number | null>, until = newest) =>
  makeTrend(all, until, new Map(Object.entries(values).map(([no, value]) => [Number(no), value])))

test('a trend runs from the oldest to the one that is read, and marks where it broke', () => {
  const points = trend({ 1: 40, 2: 60, 3: 70 })
  expect(points.map(({ no, broke }) => [no, broke])).toEqual([
    [1, null],
    [2, 'Turnstone joined'],
    [3, null],
  ])
  expect(trend({ 1: 40, 2: 60, 3: 70 }, middle).map(({ no }) => no)).toEqual([1, 2])
  expect(sayBreak(middle, oldest)).toBe('Turnstone left')
  // An agency whose first work falls into the year before: that year is not whole.
  const begun = { agencies: [{ name: 'Harbour', fedFrom: '2025-11-01', fedTo: '2026-03-01' }] }
  const partly = publicationOf({ no: 1, from: '2025-04-01', to: '2026-03-31', coverage: begun })
  const whole = publicationOf({ no: 2, from: '2026-01-01', to: '2026-12-31', coverage: begun })
  expect(sayBreak(partly, whole)).toBe('Harbour had not given a whole year before')
  expect(sayBreak(whole, whole)).toBeNull()
  // An agency that let its work be counted and had nothing to give yet.
  const waiting = publicationOf({ no: 4, coverage: agencies('Harbour', 'Market') })
  expect(sayBreak(oldest, waiting)).toBeNull()
})

test('figures of another profile are not in it', () => {
  const open = publicationOf({ no: 9, to: '2026-06-30', profile: 'open' })
  const points = makeTrend([newest, open, middle], newest, new Map([[3, 70], [9, 66], [2, 60]])) // prettier-ignore
  expect(points.map(({ no }) => no)).toEqual([2, 3])
})

test('a change is said from the margin on, and never across a break', () => {
  expect(sayChange(trend({ 1: 40, 2: 60, 3: 65 }), 2)).toBe('about 5 more than in publication 2')
  expect(sayChange(trend({ 1: 40, 2: 60, 3: 56 }), 2)).toBe('no clear change since publication 2')
  expect(sayChange(trend({ 1: 40, 2: 60, 3: 50 }), 2)).toBe('about 10 fewer than in publication 2')
  expect(sayChange(trend({ 1: 40, 2: 60, 3: 65 }), 1)).toBeNull()
  expect(sayChange(trend({ 1: 40, 2: null, 3: 65 }), 2)).toBeNull()
  expect(sayChange(trend({ 3: 65 }), 3)).toBeNull()
})

test('what is withheld is drawn as words, and a break as a line', () => {
  const { shapes } = drawTrend(trend({ 1: 40, 2: null, 3: 65 }), 'wide')
  const texts = shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
  expect(texts).toContain('withheld')
  expect(texts).toContain('65')
  expect(shapes.filter(({ kind }) => kind === 'line')).toHaveLength(1)
})
