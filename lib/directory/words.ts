import { NEED_DOMAINS } from '@/lib/codes'
import { formatDate } from '@/lib/dates'
import type { Address, Hours } from './rules/listed-service'
import { WAYS_IN } from './schema'

const DAYS: Readonly<Record<string, string>> = {
  ...{ MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday' },
  ...{ SA: 'Saturday', SU: 'Sunday' },
}
const WEEK = Object.keys(DAYS)
const NTH: Readonly<Record<string, string>> = {
  ...{ '1': 'first', '2': 'second', '3': 'third', '4': 'fourth', '5': 'fifth', '-1': 'last' },
}

/** One day as a feed has it: MO, 2TU, -1FR. */
function dayWords(code: string): string {
  const [, nth = '', day = ''] = /^(-?\d)?([A-Z]{2})$/.exec(code.trim()) ?? []
  const name = DAYS[day] ?? code
  return NTH[nth] ? `${NTH[nth]} ${name} of the month` : name
}

/** `MO,TU,WE` as “Monday to Wednesday”; days that do not follow one another are listed. */
function daysWords(days: string): string {
  const codes = days.split(',').map((each) => each.trim())
  const from = WEEK.indexOf(codes[0] ?? '')
  const isRun = codes.length > 2 && codes.every((code, at) => code === WEEK[from + at])
  if (isRun && codes.length === 7) return 'Every day'
  if (isRun) return `${dayWords(codes[0] ?? '')} to ${dayWords(codes.at(-1) ?? '')}`
  return codes.map(dayWords).join(', ')
}

function timesWords({ opens, closes }: Hours): string {
  if (opens === null) return 'times not known'
  if (opens === closes) return 'day and night'
  return closes === null ? `from ${opens}` : `${opens} to ${closes}`
}

/** One line of when a service is open. */
export function hoursWords(hours: Hours): string {
  const { days, from, to, words } = hours
  const when = days === null ? (words ?? timesWords(hours)) : ''
  const line = days === null ? when : `${daysWords(days)}, ${timesWords(hours)}`
  const span = [from && `from ${formatDate(from)}`, to && `until ${formatDate(to)}`].filter(Boolean)
  return span.length > 0 ? `${line} (${span.join(' ')})` : line
}

/** Whom it is for, by age; null where nothing is said. */
export function ageWords(minimum: number | null, maximum: number | null): string | null {
  if (minimum === null && maximum === null) return null
  if (maximum === null) return `${minimum} and over`
  return minimum === null ? `up to ${maximum}` : `${minimum} to ${maximum}`
}

/** How long one waits; null where nobody knows. */
export function waitWords(days: number | null): string | null {
  if (days === null) return null
  if (days === 0) return 'no wait'
  return days < 14
    ? `about ${days} ${days === 1 ? 'day' : 'days'}`
    : `about ${Math.round(days / 7)} weeks`
}

type Confirmed = { confirmed_by: string | null; confirmed_on: string | null }

/** Who confirmed a listing, and when. */
export const confirmedWords = ({ confirmed_by: by, confirmed_on: on }: Confirmed): string =>
  by === null || on === null
    ? 'Nobody has confirmed this'
    : `Confirmed by ${by} on ${formatDate(on)}`

/** How one gets in; null where it is not known. */
export const wayWords = (key: string | null): string | null =>
  WAYS_IN.find((way) => way.key === key)?.label ?? null

/** Needs by their labels. */
export const needWords = (keys: readonly string[]): string[] =>
  NEED_DOMAINS.flatMap(({ key, label }) => (keys.includes(key) ? [label] : []))

/** An address in one line. */
export const addressWords = ({ lines, city, postcode }: Address): string =>
  [lines, city, postcode].join(', ')
