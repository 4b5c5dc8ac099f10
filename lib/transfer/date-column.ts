import { partsOf, readDate } from './dates'
import type { DateOrder } from './dates'

/**
 * What a look at a column found. `ambiguous`: every date could be read in both orders, and the
 * British one was taken. `twoDigitYears`: the century has to be guessed. `unread`: how many of the
 * values are no dates in this order.
 */
export type DateColumn = {
  order: DateOrder
  ambiguous: boolean
  twoDigitYears: boolean
  unread: number
  /** Whether it holds days and months in figures, and so tells this file's order. */
  dayAndMonth: boolean
}

/** Looks at a column's values and says how it writes dates; null when it does not hold dates. */
export function detectDates(values: readonly string[], now: string): DateColumn | null {
  const filled = values.filter((value) => value.trim() !== '')
  if (filled.length === 0) return null
  const read = (order: DateOrder) => filled.filter((v) => readDate(v, order, now) !== null).length
  const counts = (['dmy', 'ymd', 'mdy', 'serial'] as const).map((order) => ({
    order,
    read: read(order),
  }))
  // At equal counts the earlier stands: British order first.
  const best = counts.reduce((top, one) => (one.read > top.read ? one : top))
  if (best.read < filled.length * 0.8) return null
  const telling = filled.filter((v) => {
    const parts = partsOf(v)
    return (
      parts?.month === null && parts.numbers.length === 3 && (parts.numbers[0] ?? '').length < 3
    )
  })
  const yearFirst = telling.length === 0 && filled.some((v) => /^\s*\d{4}[-/.]\d/.test(v))
  const order = best.order === 'dmy' && yearFirst ? 'ymd' : best.order
  const american = counts.find(({ order }) => order === 'mdy')?.read ?? 0
  const both = best.order === 'dmy' && telling.length > 0 && american === best.read
  return {
    order,
    ambiguous: both && telling.some((v) => new Set(partsOf(v)?.numbers.slice(0, 2)).size === 2),
    twoDigitYears: telling.some((v) => (partsOf(v)?.numbers[2] ?? '').length <= 2),
    unread: filled.length - best.read,
    dayAndMonth: telling.length > 0 && (order === 'dmy' || order === 'mdy'),
  }
}
