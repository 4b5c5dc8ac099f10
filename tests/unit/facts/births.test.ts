import { expect, test } from 'vitest'
import { formatPartialDate } from '@/lib/partial-date'
import { birthsDiffer, shownBirth, type BirthSaid } from '@/lib/people/births'

const said = (year: number | null, more: Partial<BirthSaid & { agency: string }> = {}) => ({
  ...{ year, month: 3, day: 19, estimated: false, proof: false, own: false, agency: 'Health' },
  givenAt: '2026-05-01T10:00:00+00:00',
  ...more,
})
const shown = (...births: BirthSaid[]) => {
  const birth = shownBirth(births)
  return birth && formatPartialDate(birth)
}

test('proof weighs more than one’s own agency, whoever reads', () => {
  const proved = { proof: true, agency: 'Housing' }
  expect(shown(said(1990, { own: true }), said(1991, proved))).toBe('19 March 1991')
  expect(shown(said(1990), said(1991, { ...proved, own: true }))).toBe('19 March 1991')
})

test('then one’s own agency, then a whole date, then the newest', () => {
  const newer = { givenAt: '2026-06-01T10:00:00+00:00' }
  expect(shown(said(1990, newer), said(1991, { own: true, day: null }))).toBe('March 1991')
  expect(shown(said(1990, { ...newer, day: null }), said(1991))).toBe('19 March 1991')
  expect(shown(said(1990), said(1991, newer))).toBe('19 March 1991')
})

test('without a year there is none to show, and none that differs', () => {
  expect(shown(said(null, { own: true }))).toBeNull()
  expect(birthsDiffer([said(1990), said(null, { agency: 'Housing' })])).toBe(false)
})

test('agencies differ by the newest that each of them said', () => {
  const newer = { givenAt: '2026-06-01T10:00:00+00:00' }
  const housing = said(1991, { agency: 'Housing' })
  expect(birthsDiffer([said(1990), housing])).toBe(true)
  expect(birthsDiffer([said(1990), housing, said(1991, newer)])).toBe(false)
})

test('those that may not be known are not told apart: each value of theirs counts', () => {
  const hidden = { agency: 'another service' }
  expect(birthsDiffer([said(1990, hidden), said(1991, hidden)])).toBe(true)
  expect(birthsDiffer([said(1990, hidden), said(1990, hidden)])).toBe(false)
})
