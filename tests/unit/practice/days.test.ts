import { describe, expect, it } from 'vitest'
import { londonDate, londonTime } from '@/lib/dates'
import { addDays, ageOn, instantOf, nextOn, spokenDay, workday } from '@/prisma/practice/lives/days'

describe('days of the practice place', () => {
  it('agree with the clock of lib/dates on every day of five years', () => {
    for (let day = '2024-01-01'; day < '2029-01-01'; day = addDays(day, 1)) {
      const at = new Date(instantOf(day, 9 * 60 + 35))
      expect(`${londonDate(at)} ${londonTime(at)}`).toBe(`${day} 09:35`)
    }
  })

  it('count in the calendar', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
    expect(nextOn('2026-11-22', 2)).toBe('2026-11-24')
    expect(nextOn('2026-11-24', 2)).toBe('2026-12-01')
    expect(workday('2026-11-22')).toBe('2026-11-20')
    expect(ageOn('2008-11-23', '2026-11-22')).toBe(17)
    expect(spokenDay('2026-11-24')).toBe('24 November 2026')
  })
})
