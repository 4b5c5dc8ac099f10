import { execFileSync } from 'node:child_process'
import { describe, expect, it, vi } from 'vitest'
import {
  addDays,
  addMonths,
  dateParts,
  daysAgo,
  daysBetween,
  endOfLondonDay,
  formatDate,
  formatDateTime,
  formatShortDate,
  formatTime,
  isPlainDate,
  londonDate,
  londonInstant,
  mondayOf,
  plainDate,
  startOfLondonDay,
  today,
} from '@/lib/dates'

// Many rows or many tries: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

describe('plain dates', () => {
  it('knows which days exist', () => {
    expect(plainDate(2026, 11, 24)).toBe('2026-11-24')
    expect(plainDate(2024, 2, 29)).toBe('2024-02-29')
    expect(plainDate(2026, 2, 29)).toBeNull()
    expect(plainDate(2026, 13, 1)).toBeNull()
    expect(plainDate(0, 1, 1)).toBeNull()
    expect(plainDate(1984.5, 1, 1)).toBeNull()
    expect(isPlainDate('2026-11-31')).toBe(false)
    expect(isPlainDate('2026-1-1')).toBe(false)
    expect(() => dateParts('yesterday')).toThrow(RangeError)
  })

  it('counts over months, years and clock changes', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-11-24', '2026-11-20')).toBe(-4)
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
    expect(addMonths('2026-11-24', 3)).toBe('2027-02-24')
    expect(addMonths('2026-01-15', -2)).toBe('2025-11-15')
  })

  it('finds the Monday of a week', () => {
    expect(mondayOf('2026-11-24')).toBe('2026-11-23')
    expect(mondayOf('2026-11-23')).toBe('2026-11-23')
    expect(mondayOf('2026-11-29')).toBe('2026-11-23')
  })
})

describe('words', () => {
  it('writes dates as people say them', () => {
    expect(formatDate('2026-11-24')).toBe('24 November 2026')
    expect(formatDate('2026-09-01')).toBe('1 September 2026')
    expect(formatShortDate('2026-11-24', '2026-11-29')).toBe('Tue 24 Nov')
    expect(formatShortDate('2026-09-06', '2026-01-01')).toBe('Sun 6 Sep')
    expect(formatDateTime(new Date('2026-07-01T09:00:00Z'))).toBe('1 July 2026 at 10:00')
    expect(formatTime(new Date('2026-11-24T00:05:00Z'))).toBe('00:05')
  })

  it('gives a short date its year wherever that is not this one', () => {
    expect(formatShortDate('2024-11-15', '2026-11-29')).toBe('Fri 15 Nov 2024')
    expect(formatShortDate('2027-01-04', '2026-12-31')).toBe('Mon 4 Jan 2027')
    expect(formatShortDate(new Date('2026-12-31T23:59:00Z'), '2027-01-01')).toBe('Thu 31 Dec 2026')
  })

  it('says how long ago in days', () => {
    expect(daysAgo('2026-11-24', '2026-11-24')).toBe('today')
    expect(daysAgo('2026-11-23', '2026-11-24')).toBe('yesterday')
    expect(daysAgo('2026-11-21', '2026-11-24')).toBe('3 days ago')
    expect(daysAgo('2026-11-25', '2026-11-24')).toBe('tomorrow')
    expect(daysAgo('2026-11-27', '2026-11-24')).toBe('in 3 days')
    expect(daysAgo('2020-11-24', '2026-11-24')).toBe('2,191 days ago')
    // Ten minutes to midnight on the clock in London, so it was yesterday.
    expect(daysAgo(new Date('2026-07-01T22:50:00Z'), '2026-07-02')).toBe('yesterday')
  })
})

describe('London time', () => {
  it('turns the day over at London midnight in summer and winter', () => {
    expect(londonDate(new Date('2026-07-01T22:59:59Z'))).toBe('2026-07-01')
    expect(londonDate(new Date('2026-07-01T23:00:00Z'))).toBe('2026-07-02')
    expect(today(new Date('2026-12-01T23:59:59Z'))).toBe('2026-12-01')
    expect(startOfLondonDay('2026-07-02').toISOString()).toBe('2026-07-01T23:00:00.000Z')
    expect(endOfLondonDay('2026-12-01').toISOString()).toBe('2026-12-02T00:00:00.000Z')
  })

  it('makes the short day of March and the long day of October whole', () => {
    const hours = (d: string) =>
      (endOfLondonDay(d).getTime() - startOfLondonDay(d).getTime()) / 3_600_000
    expect(hours('2026-03-28')).toBe(24)
    expect(hours('2026-03-29')).toBe(23)
    expect(hours('2026-10-25')).toBe(25)
    expect(hours('2026-10-26')).toBe(24)
  })

  it('reads the hour that never comes and the hour that comes twice', () => {
    expect(londonInstant('2026-03-29', '00:59').toISOString()).toBe('2026-03-29T00:59:00.000Z')
    expect(londonInstant('2026-03-29', '01:30').toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(formatTime(londonInstant('2026-03-29', '01:30'))).toBe('02:30')
    expect(londonInstant('2026-03-29', '02:00').toISOString()).toBe('2026-03-29T01:00:00.000Z')
    expect(londonInstant('2026-10-25', '01:30').toISOString()).toBe('2026-10-25T00:30:00.000Z')
    expect(londonInstant('2026-10-25', '02:00').toISOString()).toBe('2026-10-25T02:00:00.000Z')
    expect(() => londonInstant('2026-10-25', '24:00')).toThrow(RangeError)
  })

  it('goes there and back for every hour of a year', () => {
    for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
      for (const hour of ['00', '03', '12', '23']) {
        const instant = londonInstant(day, `${hour}:15`)
        expect([londonDate(instant), formatTime(instant)]).toEqual([day, `${hour}:15`])
      }
    }
  })
})

// The rest of this file again, on machines whose own clock is elsewhere.
describe.runIf(process.env.DATES_ZONE === undefined)('in other zones', () => {
  it.each(['Pacific/Auckland', 'America/Los_Angeles', 'UTC', 'Europe/London'])(
    '%s',
    (zone) => {
      const vitest = 'node_modules/vitest/vitest.mjs'
      const args = [vitest, 'run', '--project', 'unit', 'tests/unit/dates']
      const env = { ...process.env, TZ: zone, DATES_ZONE: zone }
      expect(execFileSync(process.execPath, args, { env, encoding: 'utf8' })).toContain('passed')
    },
    60_000,
  )
})

it.runIf(process.env.DATES_ZONE)('runs in the zone it says', () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env.DATES_ZONE)
})
