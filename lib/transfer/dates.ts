import { addDays, MONTHS, plainDate } from '../dates'
import { partialDateText, type PartialDate } from '../partial-date'
import { inLondon, withoutTime } from './zoned'

/** The order in which a column writes its dates; numbers of a spreadsheet are `serial`. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd' | 'serial'

export const DATE_ORDER_WORDS: Readonly<Record<DateOrder, string>> = {
  dmy: 'day, month, year (18/05/1997, 18-May-1997)',
  mdy: 'month, day, year (05/18/1997)',
  ymd: 'year, month, day (1997-05-18, 19970518)',
  serial: 'numbers of days, as spreadsheets keep them (35568)',
}

/** The parts of a date as written, before any order is known; a named month is known at once. */
type Parts = { numbers: string[]; month: number | null }

const SHORT_MONTHS = MONTHS.map((month) => month.slice(0, 3).toLowerCase())

/** Numbers and month name of a text, its time of day cut off; null when it is no date at all. */
export function partsOf(text: string): Parts | null {
  const plain = withoutTime(text.normalize('NFKC').trim())
    .replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1')
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i, '')
  if (/^\d{8}$/.test(plain)) return { numbers: [plain], month: null }
  const pieces = plain.split(/[\s/.,-]+/).filter((piece) => piece !== '')
  if (pieces.length === 0 || pieces.length > 3) return null
  let month: number | null = null
  const numbers: string[] = []
  for (const piece of pieces) {
    if (/^\d{1,5}$/.test(piece)) numbers.push(piece)
    else if (month === null && /^[a-z]{3,9}$/i.test(piece)) {
      const at = SHORT_MONTHS.indexOf(piece.slice(0, 3).toLowerCase())
      if (at < 0 || !MONTHS[at]?.toLowerCase().startsWith(piece.toLowerCase())) return null
      month = at + 1
    } else return null
  }
  return { numbers, month }
}

/** Years outside which eight digits are something else, or were read in the wrong order. */
const [EARLIEST, LATEST] = [1850, 2150]

/** Whether a date in two digits lies behind us, as births do, or may lie near either way. */
export type Century = 'behind' | 'near'

/** Today, and where years of two digits belong. */
type Now = { now: string; century: Century }

function whole(year: string, month: string, day: string, at: Now, named: number | null) {
  const parts = { month: named ?? Number(month), day: Number(day) }
  let date = { year: fullYear(year, at), ...parts }
  const text = plainDate(date.year, date.month, date.day)
  // A birth later this year was a hundred years ago.
  const ahead = text !== null && year.length <= 2 && at.century === 'behind' && text > at.now
  if (ahead) date = { ...date, year: date.year - 100 }
  const real = plainDate(date.year, date.month, date.day) !== null
  return real && date.year >= EARLIEST && date.year <= LATEST ? { ...date, estimated: false } : null
}

/**
 * A year of two digits is the last that was not ahead (people in services are seldom over 100), or
 * else the nearest.
 */
function fullYear(year: string, { now, century: which }: Now): number {
  if (year.length > 2) return Number(year)
  const [thisYear, century] = [Number(now.slice(0, 4)), Number(now.slice(0, 2)) * 100]
  const inCentury = century + Number(year)
  if (which === 'behind') return inCentury > thisYear ? inCentury - 100 : inCentury
  return inCentury > thisYear + 50 ? inCentury - 100 : inCentury
}

function withMonthName({ numbers, month }: Parts, now: Now): PartialDate | null {
  const [first = '', second] = numbers
  if (month === null || numbers.length > 2) return null
  if (second === undefined) {
    if (first.length < 3) return null
    return { year: fullYear(first, now), month, day: null, estimated: false }
  }
  const yearFirst = first.length > 2
  return yearFirst ? whole(first, '', second, now, month) : whole(second, '', first, now, month)
}

function eightDigits(digits: string, order: DateOrder, now: Now): PartialDate | null {
  const ymd = whole(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6), now, null)
  const [a, b, year] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)]
  if (order === 'dmy') return whole(year, b, a, now, null)
  return order === 'mdy' ? whole(year, a, b, now, null) : ymd
}

/**
 * Reads one date in the order of its column. Takes whole dates, a month and year, or a year alone,
 * with or without a time of day; null when it is none. With a zone it is the day in London. `now`
 * and `century` settle years of two digits.
 */
export function readDate(
  text: string,
  order: DateOrder,
  now: string,
  century: Century = 'behind',
): PartialDate | null {
  const written = readWritten(text, order, { now, century })
  if (!written || written.day === null) return written
  const there = inLondon(partialDateText(written), text.normalize('NFKC'))
  if (!there) return written
  const [year = 0, month = 0, day = 0] = there.date.split('-').map(Number)
  return { ...written, year, month, day }
}

function readWritten(text: string, order: DateOrder, now: Now): PartialDate | null {
  const parts = partsOf(text)
  if (!parts) return null
  const { numbers, month } = parts
  const [a = '', b = '', c = ''] = numbers
  if (month !== null) return withMonthName(parts, now)
  if (numbers.length === 1) {
    if (a.length === 8) return eightDigits(a, order, now)
    if (order === 'serial' && a.length !== 4) return fromSerial(Number(a))
    // Among a spreadsheet's numbers too: as such, four digits would be a day of 1902 to 1927.
    return a.length === 4 ? { year: Number(a), month: null, day: null, estimated: false } : null
  }
  if (numbers.length === 2) {
    const [year, at] = a.length === 4 ? [a, b] : [b, a]
    const real = year.length === 4 && plainDate(Number(year), Number(at), 1)
    return real ? { year: Number(year), month: Number(at), day: null, estimated: false } : null
  }
  if (a.length >= 3 || order === 'ymd') return whole(a, b, c, now, null)
  if (c.length === 3 || c.length > 4) return null
  return order === 'mdy' ? whole(c, a, b, now, null) : whole(c, b, a, now, null)
}

/**
 * What can be trusted of a date that does not exist: 53/02/1988 is of February 1988, 21/85/1951 of
 * 1951. A typing error in the day or month is common, and the rest is still worth having. Null when
 * not even the year can be told.
 */
export function salvageDate(text: string, order: DateOrder): PartialDate | null {
  const numbers = partsOf(text)?.numbers ?? []
  const [only = ''] = numbers
  const dayLast = order === 'ymd' || numbers.findIndex((part) => part.length === 4) === 0
  const pieces =
    numbers.length === 1 && only.length === 8
      ? dayLast
        ? [only.slice(0, 4), only.slice(4, 6)]
        : [only.slice(4), order === 'mdy' ? only.slice(0, 2) : only.slice(2, 4)]
      : dayLast
        ? [numbers[0], numbers[1]]
        : [numbers[2], order === 'mdy' ? numbers[0] : numbers[1]]
  const year = pieces[0]?.length === 4 ? Number(pieces[0]) : 0
  const month = Number(pieces[1] ?? 0)
  if (year < EARLIEST || year > LATEST) return null
  return { year, month: month >= 1 && month <= 12 ? month : null, day: null, estimated: false }
}

/** A spreadsheet's day number (1900 system, which counts from 30 December 1899). */
function fromSerial(days: number): PartialDate | null {
  if (days < 61 || days > 80_000) return null
  const [year = 0, month = 0, day = 0] = addDays('1899-12-30', days).split('-').map(Number)
  return { year, month, day, estimated: false }
}

/** Dates that systems write when they know none: never a birthday. */
export const isStandIn = ({ year, month, day }: PartialDate): boolean =>
  year < 1902 && month === 1 && day === 1
