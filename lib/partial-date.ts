import { dateParts, daysBetween, formatDate, formatMonth, isPlainDate, plainDate } from './dates'
import type { PlainDate } from './dates'

/**
 * A date of which less than all may be known: only the year, or the year and month. `estimated`
 * says that somebody judged it (many systems write 1 January when they do not know).
 */
export type PartialDate = {
  year: number
  month: number | null
  day: number | null
  estimated: boolean
}

/** A partial date from its text, `1984`, `1984-03` or `1984-03-07`; null when it is none. */
export function parsePartialDate(text: string, estimated = false): PartialDate | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text)
  if (!match) return null
  const year = Number(match[1])
  const month = match[2] === undefined ? null : Number(match[2])
  const day = match[3] === undefined ? null : Number(match[3])
  return plainDate(year, month ?? 1, day ?? 1) ? { year, month, day, estimated } : null
}

/** The text a partial date is stored as: `1984`, `1984-03` or `1984-03-07`. */
export function partialDateText({ year, month, day }: PartialDate): string {
  const parts = [String(year).padStart(4, '0')]
  if (month !== null) parts.push(String(month).padStart(2, '0'))
  if (month !== null && day !== null) parts.push(String(day).padStart(2, '0'))
  return parts.join('-')
}

/** In words: `7 March 1984`, `March 1984`, `1984`; `about 1984` when estimated. */
export function formatPartialDate(date: PartialDate): string {
  const { year, month, day, estimated } = date
  const words =
    month === null
      ? String(year)
      : day === null
        ? formatMonth(partialDateText({ ...date, day: 1 }))
        : formatDate(partialDateText(date))
  return estimated ? `about ${words}` : words
}

/** The first and last day a partial date can stand for. */
export function possibleDays(date: PartialDate): { first: PlainDate; last: PlainDate } {
  const { year, month, day } = date
  const first = plainDate(year, month ?? 1, day ?? 1)
  const lastMonth = month ?? 12
  const days = day === null ? [31, 30, 29, 28] : [day]
  const last = days.map((d) => plainDate(year, lastMonth, d)).find((d) => d !== null)
  if (!first || !last) throw new RangeError('Not a real date')
  return { first, last }
}

/** Whole years from one day to another, as a birthday counts them (29 February: 1 March). */
export function yearsBetween(birth: PlainDate, on: PlainDate): number {
  const from = dateParts(birth)
  const to = dateParts(on)
  const reached = to.month > from.month || (to.month === from.month && to.day >= from.day)
  return to.year - from.year - (reached ? 0 : 1)
}

/** An age in years. `min` and `max` differ when the birth date is partial; `words` for screens. */
export type Age = { min: number; max: number; words: string }

/**
 * The age on a day, in years: `42`; `41 or 42` when only the year or month is known; `about 42`
 * when the date was estimated. Null when the birth lies after that day, which no screen should
 * turn into a number. `birth` may also be a stored text (`1984-03`).
 */
export function ageOn(birth: PartialDate | string, on: PlainDate): Age | null {
  const partial = typeof birth === 'string' ? parsePartialDate(birth) : birth
  if (!partial || !isPlainDate(on)) return null
  const { first, last } = possibleDays(partial)
  if (daysBetween(first, on) < 0) return null
  const max = yearsBetween(first, on)
  const min = Math.max(0, yearsBetween(last, on))
  if (partial.estimated) return { min, max, words: `about ${max}` }
  return { min, max, words: min === max ? String(max) : `${min} or ${max}` }
}
