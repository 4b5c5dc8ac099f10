import { remembering } from '../../remembering'
import type { BirthFacet } from './facets'

const months = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')

/** Dates that systems write when they know nothing (HMPPS and PDS cleaning rules). */
const emptyDates = new Set(['1900-1-1', '1970-1-1', '1753-1-1', '1800-1-1', '9999-12-31'])

/** Nobody born before this is alive to be supported; a year before it is a slip, not a date. */
const earliestYear = 1900

/**
 * A date of birth as written by any of the usual systems: 2001-03-24, 24/03/2001, 24-Mar-2001,
 * 20010324, or a year alone. Impossible months and days are kept as written, since a slip of one
 * key
 * is still evidence; placeholder dates are not known.
 *
 * @param oldest years before this are dropped; historical sets pass their own.
 * @returns null when there is no date in it.
 */
export function birthFromText(text: string, oldest = earliestYear): BirthFacet | null {
  const parts = partsOf(text)
  if (!parts) return null
  const [year, month, day] = parts
  if (year < oldest || year > new Date().getUTCFullYear()) return null
  return {
    year,
    ...(month > 0 ? { month } : {}),
    ...(day > 0 ? { day } : {}),
  }
}

const partsOf = remembering((text): readonly [number, number, number] | null => {
  const raw = text.trim().toUpperCase().slice(0, 40)
  let parts: [number, number, number] | null = null
  let match = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})/.exec(raw)
  if (match) parts = [Number(match[1]), Number(match[2]), Number(match[3])]
  match = parts ? null : /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})/.exec(raw)
  if (match) parts = [Number(match[3]), Number(match[2]), Number(match[1])]
  match = parts ? null : /^(\d{1,2})[-/. ]([A-Z]{3})[A-Z]*[-/. ](\d{4})/.exec(raw)
  if (match) parts = [Number(match[3]), months.indexOf(match[2] ?? '') + 1, Number(match[1])]
  match = parts ? null : /^(\d{4})(\d{2})(\d{2})$/.exec(raw)
  if (match) parts = [Number(match[1]), Number(match[2]), Number(match[3])]
  match = parts ? null : /^(\d{4})$/.exec(raw)
  if (match) parts = [Number(match[1]), 0, 0]
  if (!parts) return null
  return emptyDates.has(parts.join('-')) ? null : parts
})

/** Year, month and day as eight digits, 00 for a part not known; the key dates are counted by. */
export function birthDigits(birth: BirthFacet): string {
  return padded(birth.year, 4) + padded(birth.month, 2) + padded(birth.day, 2)
}

const padded = (value: number | undefined, width: number) => String(value ?? 0).padStart(width, '0')

/** Whether the day says little: 1 January is how many systems write "some day in that year". */
export const isHabitDay = (birth: BirthFacet): boolean =>
  birth.month === undefined || birth.day === undefined || (birth.month === 1 && birth.day === 1)
