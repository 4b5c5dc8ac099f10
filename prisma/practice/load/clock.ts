import { endOfLondonDay, londonDate, startOfLondonDay } from '@/lib/dates'
import { addDays } from '../lives/days'
import type { Day, Instant } from '../lives/entry-types'

const starts = new Map<Day, Date>()
const dates = new Map<string, Day>()

/** The first moment of a London day. */
export function startOf(day: Day): Date {
  const known = starts.get(day) ?? startOfLondonDay(day)
  starts.set(day, known)
  return known
}

/** The moment a London day has ended; null for no day. A date on paper means its whole day. */
export const endOf = (day: Day | null): Date | null => (day === null ? null : endOfLondonDay(day))

/** The London day an instant falls on. Kept: the same instants are asked for often. */
export function dayOfInstant(at: Instant): Day {
  const hour = at.slice(0, 13)
  const known = dates.get(hour) ?? londonDate(new Date(at))
  dates.set(hour, known)
  return known
}

/** `days` from today, as the start of that day; null stays null. */
export const daysFrom = (today: Day, days: number | null): Date | null =>
  days === null ? null : startOf(addDays(today, days))
