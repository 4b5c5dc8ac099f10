import { labelOf } from '@/lib/codes'
import { formatDate, formatDateTime, formatTime, type PlainDate } from '@/lib/dates'
import { APPOINTMENT_KINDS, MISSED_WHY, WEEKDAYS } from './lists'
import type { DateHeld, HardTime } from './view'

/** What it is called: of the list, or as an agency's own system has it. */
export const kindWords = (kind: string): string => labelOf(APPOINTMENT_KINDS, kind)

/** `agreed`, `offered, not yet agreed`, `not seen: a time that is hard for them`. */
export function stateWords(date: DateHeld, now: Date): string {
  const { outcome, missedWhy, cancelledBy, agreedOn, startsAt } = date
  if (outcome === 'kept') return 'kept'
  if (outcome === 'cancelled')
    return `cancelled${cancelledBy === 'person' ? ' by the person' : cancelledBy === 'us' ? ` by ${date.agency}` : ''}`
  if (outcome)
    return `not seen${missedWhy ? `: ${labelOf(MISSED_WHY, missedWhy).toLowerCase()}` : ''}`
  if (Date.parse(startsAt) < now.getTime()) return 'nobody has said what became of it'
  return agreedOn ? `agreed ${formatDate(agreedOn)}` : 'offered, not yet agreed'
}

/** What else is to be said of it: moved from when, another time offered and answered. */
export function besideWords({ movedFrom, otherAt, otherAnswer, otherAgency }: DateHeld): string[] {
  const other = otherAt ? formatDateTime(new Date(otherAt)) : ''
  const answers = { accepted: 'accepted', declined: 'declined' }
  return [
    movedFrom ? `Moved from ${formatDateTime(new Date(movedFrom))}` : '',
    otherAt
      ? `Another time offered by ${otherAgency ?? 'another service'}: ${other}, ` +
        (otherAnswer ? answers[otherAnswer] : 'waiting for an answer')
      : '',
  ].filter(Boolean)
}

/** `10:30 to 11:00` */
export function timeWords({ startsAt, minutes }: Pick<DateHeld, 'startsAt' | 'minutes'>): string {
  const start = new Date(startsAt)
  return `${formatTime(start)} to ${formatTime(new Date(start.getTime() + minutes * 60_000))}`
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** `Mondays, 09:00 to 12:00` */
export const hardWords = ({
  weekday,
  fromMinute,
  toMinute,
}: Omit<HardTime, 'id' | 'saidOn' | 'own'>) =>
  `${labelOf(WEEKDAYS, weekday === null ? 'every' : String(weekday))}, ` +
  `${clock(fromMinute)} to ${clock(toMinute)}`

/** The days from one on, so many. */
export const spanWords = (from: PlainDate, last: PlainDate): string =>
  `${formatDate(from)} to ${formatDate(last)}`
