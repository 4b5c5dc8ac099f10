import { expect, test } from 'vitest'
import { burdensOf, kilometres, minutesBetween } from '@/lib/appointments/burden'
import type { DateHeld, HardTime } from '@/lib/appointments/view'

let made = 0
const date = (startsAt: string, changes: Partial<DateHeld> = {}): DateHeld => {
  made += 1
  return {
    ...{ id: `d${made}`, startsAt, minutes: 30, kind: 'meeting', agreedOn: null, movedFrom: null },
    ...{ outcome: null, missedWhy: null, cancelledBy: null, otherAt: null, otherAnswer: null },
    ...{ otherAgency: null, place: null, lon: null, lat: null, worker: null, agency: 'One' },
    ...{ own: true, source: 'worker', version: 1 },
    ...changes,
  }
}
const kinds = (dates: DateHeld[], hard: HardTime[] = []) =>
  burdensOf(dates, hard).map(({ kind }) => kind)

test('two at once are called out, and what was cancelled is not', () => {
  const [one, other] = [date('2026-11-24T10:00:00Z'), date('2026-11-24T10:15:00Z')]
  expect(kinds([one, other])).toEqual(['two_at_once'])
  expect(kinds([one, { ...other, outcome: 'cancelled' }])).toEqual([])
})

test('too close to travel between: by the distance where it is known, else as allowed', () => {
  const north = { place: 'North', lon: -1.5, lat: 52.44 }
  const south = { place: 'South', lon: -1.5, lat: 52.4 }
  // Four hundredths of a degree of latitude are 4.45 km, whatever the longitude.
  expect(kilometres({ ...north }, { ...south })).toBeCloseTo(4.45, 1)
  expect(minutesBetween(north, south)).toEqual({ minutes: 45, known: true })
  expect(minutesBetween(north, { ...north })).toEqual({ minutes: 0, known: true })
  const [one, other] = [date('2026-11-24T10:00:00Z', north), date('2026-11-24T11:00:00Z', south)]
  const [found] = burdensOf([one, other], [])
  expect(found?.words).toMatch(/30 minutes apart; the way takes about 45, estimated from the dist/)
  expect(kinds([one, { ...other, startsAt: '2026-11-24T11:20:00Z' }])).toEqual([])
  expect(kinds([date('2026-11-24T10:00:00Z'), date('2026-11-24T11:00:00Z')])).toEqual(['too_close'])
})

test('too many in a week, counted from Monday in London', () => {
  const days = ['23', '24', '25', '26', '27'].map((day) => date(`2026-11-${day}T10:00:00Z`))
  expect(kinds(days)).toEqual(['too_many'])
  expect(kinds(days.slice(1))).toEqual([])
})

test('a time that does not work, on that day of the week or on every day', () => {
  const hard = { id: 'h', fromMinute: 540, toMinute: 720, saidOn: '2026-11-01', own: true }
  const tuesday = date('2026-11-24T11:30:00Z')
  expect(kinds([tuesday], [{ ...hard, weekday: null }])).toEqual(['hard_time'])
  expect(kinds([tuesday], [{ ...hard, weekday: 2 }])).toEqual(['hard_time'])
  expect(kinds([tuesday], [{ ...hard, weekday: 3 }])).toEqual([])
  expect(kinds([date('2026-11-24T12:00:00Z')], [{ ...hard, weekday: null }])).toEqual([])
  // In summer London is an hour ahead: 08:30 there is 07:30 in the world's time.
  expect(kinds([date('2026-07-07T07:30:00Z')], [{ ...hard, weekday: 2 }])).toEqual([])
  expect(kinds([date('2026-07-07T08:30:00Z')], [{ ...hard, weekday: 2 }])).toEqual(['hard_time'])
})

test('nothing else stands on the day of a date that must not be missed', () => {
  const court = date('2026-11-24T09:00:00Z', { kind: 'court' })
  expect(kinds([court, date('2026-11-24T15:00:00Z')])).toEqual(['beside'])
  expect(kinds([court, date('2026-11-25T15:00:00Z')])).toEqual([])
})
