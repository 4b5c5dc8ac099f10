import { firstCapital } from '@/lib/first-capital'

/** A date as it stands in a feed: when, how long, two initials, and the person's id for a link. */
export type FeedDate = {
  id: string
  personId: string
  startsAt: string
  minutes: number
  version: number
  cancelled: boolean | null
  initials: string | null
}

/** An instant in UTC, so that no zone has to be read: `20261124T103000Z`. */
const utc = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n')

/** A line of at most 75 octets, the rest on lines that begin with a blank (RFC 5545, 3.1). */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const sign of line) {
    if (Buffer.byteLength(part + sign) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part)
      part = ''
    }
    part += sign
  }
  return [...parts, part].join('\r\n ')
}

function event(date: FeedDate, origin: string, now: Date): string[] {
  const start = new Date(date.startsAt)
  const who = date.initials ? firstCapital(date.initials) : '?'
  // Some calendars do not read STATUS, so the summary says it too.
  const summary = date.cancelled ? `Cancelled: ${who}` : who
  return [
    'BEGIN:VEVENT',
    `UID:${date.id}@common-thread`,
    `DTSTAMP:${utc(now)}`,
    `SEQUENCE:${date.version}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(new Date(start.getTime() + date.minutes * 60_000))}`,
    `SUMMARY:${escaped(summary)}`,
    `STATUS:${date.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `URL:${origin}/people/${date.personId}/dates`,
    'END:VEVENT',
  ]
}

/** Said to whoever still asks for a feed that has ended: an empty one leaves old dates there. */
function ended(now: Date): string[] {
  const day = now.toISOString().slice(0, 10).replaceAll('-', '')
  return [
    'BEGIN:VEVENT',
    `UID:ended-${day}@common-thread`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART;VALUE=DATE:${day}`,
    'SUMMARY:This calendar has ended. Remove it\\, or make a new one in Common Thread.',
    'END:VEVENT',
  ]
}

/**
 * A feed in iCalendar (RFC 5545): each date an event of its own, in UTC; initials and a link, and
 * nothing else of anybody. Null dates: there is no such feed now, and it says so in one event.
 */
export function calendarOf(dates: readonly FeedDate[] | null, origin: string, now: Date): string {
  const events = dates ? dates.flatMap((date) => event(date, origin, now)) : ended(now)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Common Thread//Dates//EN',
    'METHOD:PUBLISH',
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events,
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
