import type { Day, Instant } from './entry-types'

const DAY_MS = 86_400_000
const known = new Map<Day, number>()
const texts = new Map<number, Day>()

/** Whole days since 1 January 1970. */
export function dayNumber(day: Day): number {
  const seen = known.get(day)
  if (seen !== undefined) return seen
  const n = Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
  if (Number.isNaN(n)) throw new RangeError(`Not a day: ${day}`)
  known.set(day, n)
  return n
}

/** The day of a day number. */
export function dayOf(n: number): Day {
  const seen = texts.get(n)
  if (seen !== undefined) return seen
  const day = new Date(n * DAY_MS).toISOString().slice(0, 10)
  texts.set(n, day)
  return day
}

export const addDays = (day: Day, n: number): Day => dayOf(dayNumber(day) + n)
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from)
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
export const later = (a: Day, b: Day): Day => (a > b ? a : b)

/** 0 is Sunday. */
export const weekday = (day: Day): number => (dayNumber(day) + 4) % 7

/** The day itself when Monday to Friday, else the Friday before. */
export function workday(day: Day): Day {
  const w = weekday(day)
  return w === 6 ? addDays(day, -1) : w === 0 ? addDays(day, -2) : day
}

/** The first day after `day` that falls on weekday `w` (0 Sunday to 6 Saturday). */
export const nextOn = (day: Day, w: number): Day => addDays(day, ((w - weekday(day) + 6) % 7) + 1)

const lastSunday = (year: number, month: number): number => {
  const end = dayNumber(`${year}-${month === 3 ? '03-31' : '10-31'}`)
  return end - ((end + 4) % 7)
}

const turns = new Map<number, [number, number]>()

/** Whether London is on summer time during the working hours of `day`. */
function summer(day: Day): boolean {
  const year = Number(day.slice(0, 4))
  const turn = turns.get(year) ?? [lastSunday(year, 3), lastSunday(year, 10)]
  turns.set(year, turn)
  const n = dayNumber(day)
  return n >= turn[0] && n < turn[1]
}

/**
 * Minutes past midnight, London time, as an instant. Faster than lib/dates.ts, which the tests hold
 * it against; right from 02:00 on (nobody works here in the hour when the clock changes).
 */
export function instantOf(day: Day, minutes: number): Instant {
  const ms = dayNumber(day) * DAY_MS + (minutes - (summer(day) ? 60 : 0)) * 60_000
  return new Date(ms).toISOString()
}

/** "24 November 2026". */
export function spokenDay(day: Day): string {
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? ''
  return `${Number(day.slice(8))} ${month} ${day.slice(0, 4)}`
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
]
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** "3 February". */
export const spokenDate = (day: Day): string => spokenDay(day).slice(0, -5)

/** "Thursday". */
export const spokenWeekday = (day: Day): string => WEEKDAYS[weekday(day)] ?? ''

/** Whole years between a birth and a day. */
export function ageOn(born: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) < born.slice(5) ? years - 1 : years
}
