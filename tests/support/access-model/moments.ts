import type { Moment, Span } from './world'

const hour = 3_600_000
const day = 24 * hour

/** Is a span in force at this moment? It begins at its start and is over at its end. */
export function inForce(span: Span, now: Moment): boolean {
  return span.startsAt <= now && (span.endsAt === null || now < span.endsAt)
}

/** Days before or after a moment. */
export const days = (from: Moment, count: number): Moment => from + count * day

export const hours = (from: Moment, count: number): Moment => from + count * hour

/** The day in London, as YYYY-MM-DD. */
export function londonDay(moment: Moment): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(moment)
}

/** The moment a London day begins: midnight there, which in summer is 23:00 UTC the day before. */
export function startOfLondonDay(date: string): Moment {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  const there = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    hourCycle: 'h23',
  }).format(midnight - hour)
  return there === '00' ? midnight - hour : midnight
}

/** The moment a London day is over: a date that ends something means the end of that day. */
export function endOfLondonDay(date: string): Moment {
  const next = new Date(Date.parse(`${date}T00:00:00Z`) + day).toISOString().slice(0, 10)
  return startOfLondonDay(next)
}
