/**
 * The only place that knows what time it is in London.
 *
 * A *plain date* is the text `YYYY-MM-DD` and has no time zone: birthdays, review dates, the day a
 * term ends. An *instant* is a `Date`: when something happened. Nothing here reads the machine's
 * own zone, so the answers are the same on a server in Auckland.
 */

/** `YYYY-MM-DD`, a real day of the Gregorian calendar. Sorts as text. */
export type PlainDate = string

const DAY_MS = 86_400_000
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const

const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

const two = (n: number) => String(n).padStart(2, '0')
const utc = (date: PlainDate) => Date.parse(`${date}T00:00:00Z`)
const fromUtc = (ms: number): PlainDate => new Date(ms).toISOString().slice(0, 10)

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Whether the Gregorian calendar has the day (month 1 to 12): 31 February is no day. */
const isDay = (year: number, month: number, day: number): boolean =>
  day >= 1 && day <= (MONTH_DAYS[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0)

/** A real day from its parts (month 1 to 12), or null: 31 February is no day. Years 1 to 9999. */
export function plainDate(year: number, month: number, day: number): PlainDate | null {
  if (![year, month, day].every(Number.isInteger) || year < 1 || year > 9999) return null
  if (!isDay(year, month, day)) return null
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** Whether a text is `YYYY-MM-DD` and that day exists. */
export function isPlainDate(text: string): text is PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  return isDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))
}

/** The parts of a plain date. Throws `RangeError` when the text is not one. */
export function dateParts(date: PlainDate): { year: number; month: number; day: number } {
  if (!isPlainDate(date)) throw new RangeError('Not a plain date')
  return { year: +date.slice(0, 4), month: +date.slice(5, 7), day: +date.slice(8, 10) }
}

/** What the London wall clock shows at an instant: `date` and `time` (`HH:MM`), and seconds. */
function wallClock(instant: Date): { date: PlainDate; time: string; ms: number } {
  const part: Record<string, string> = {}
  for (const { type, value } of londonClock.formatToParts(instant)) part[type] = value
  const date = `${(part.year ?? '').padStart(4, '0')}-${part.month}-${part.day}`
  const time = `${part.hour}:${part.minute}`
  return { date, time, ms: Date.parse(`${date}T${time}:${part.second}Z`) }
}

/** The day it is in London at an instant. */
export const londonDate = (instant: Date): PlainDate => wallClock(instant).date

/** The time it is in London at an instant, `HH:MM`. */
export const londonTime = (instant: Date): string => wallClock(instant).time

/** Today in London. `now` is for tests. */
export const today = (now: Date = new Date()): PlainDate => londonDate(now)

/**
 * The instant at which London's clocks show `time` (`HH:MM`) on `date`. When the hour comes twice
 * (October) the first is meant; when it does not come at all (March) the clock is read as if it
 * had not been put on, so 01:30 becomes 02:30 summer time. Throws `RangeError` on bad input.
 */
export function londonInstant(date: PlainDate, time = '00:00'): Date {
  if (!isPlainDate(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    throw new RangeError('Not a London date and time')
  }
  const wanted = Date.parse(`${date}T${time}:00Z`)
  const offsetAt = (ms: number) => wallClock(new Date(ms)).ms - ms
  // A day either side straddles any clock change, so both possible offsets are tried.
  const before = offsetAt(wanted - DAY_MS)
  const after = offsetAt(wanted + DAY_MS)
  const fits = [before, after].map((o) => wanted - o).filter((ms) => ms + offsetAt(ms) === wanted)
  return new Date(fits.length > 0 ? Math.min(...fits) : wanted - before)
}

/** Midnight at the start of a London day. */
export const startOfLondonDay = (date: PlainDate): Date => londonInstant(date)

/**
 * The instant a London day is over: midnight at the start of the next. A date stored as an end
 * means the end of that day, so a thing that ends on it is over when `now() >= endOfLondonDay`.
 */
export const endOfLondonDay = (date: PlainDate): Date => londonInstant(addDays(date, 1))

/** The date so many days later (earlier when negative). */
export const addDays = (date: PlainDate, days: number): PlainDate =>
  fromUtc(utc(date) + days * DAY_MS)

/** The same day so many months later, or the month's last day where there is none. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = dateParts(date)
  const first = Date.UTC(year, month - 1 + months, 1)
  const last = new Date(first)
  last.setUTCMonth(last.getUTCMonth() + 1, 0)
  return fromUtc(first + (Math.min(day, last.getUTCDate()) - 1) * DAY_MS)
}

/** Whole days from one date to another; negative when `to` is the earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Math.round((utc(to) - utc(from)) / DAY_MS)

/** The Monday of the week a date is in. */
export const mondayOf = (date: PlainDate): PlainDate =>
  addDays(date, -((new Date(utc(date)).getUTCDay() + 6) % 7))

const asDate = (when: PlainDate | Date): PlainDate =>
  typeof when === 'string' ? when : londonDate(when)

/** `24 November 2026`. Takes a plain date or an instant (its day in London). */
export function formatDate(when: PlainDate | Date): string {
  const { year, month, day } = dateParts(asDate(when))
  return `${day} ${MONTHS[month - 1]} ${year}`
}

/** `November 2026`: the month of a day, or of an instant in London. */
export function formatMonth(when: PlainDate | Date): string {
  const { year, month } = dateParts(asDate(when))
  return `${MONTHS[month - 1]} ${year}`
}

/** `Tue 24 Nov`, for lists; with its year wherever that is not this one: `Sun 24 Nov 2024`. */
export function formatShortDate(when: PlainDate | Date, now: PlainDate = today()): string {
  const date = asDate(when)
  const { year, month, day } = dateParts(date)
  const weekday = WEEKDAYS[new Date(utc(date)).getUTCDay()]
  const short = `${weekday} ${day} ${MONTHS[month - 1]?.slice(0, 3)}`
  return year === dateParts(now).year ? short : `${short} ${year}`
}

/** `10:00`, London time. */
export const formatTime = (instant: Date): string => londonTime(instant)

/** `24 November 2026 at 10:00`, London time. */
export const formatDateTime = (instant: Date): string =>
  `${formatDate(instant)} at ${londonTime(instant)}`

/**
 * How long ago a day was, in words: `today`, `yesterday`, `3 days ago`; ahead: `tomorrow`,
 * `in 3 days`. Always days, never weeks or months, so that nobody has to guess how it was rounded.
 */
export function daysAgo(when: PlainDate | Date, now: PlainDate): string {
  const days = daysBetween(asDate(when), now)
  if (days === 0) return 'today'
  if (days === 1) return 'yesterday'
  if (days === -1) return 'tomorrow'
  const count = Math.abs(days).toLocaleString('en-GB')
  return days > 0 ? `${count} days ago` : `in ${count} days`
}
