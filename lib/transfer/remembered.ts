import { detectDates } from './date-column'
import { readDate, type DateOrder } from './dates'
import { dateOrderOf, type Mapping } from './mapping'
import { AMBIGUOUS, DATE_FIELDS, doubtOf, type Suggestion } from './suggest'

const FIRST: Readonly<Record<DateOrder, string>> = {
  dmy: 'day first',
  mdy: 'month first',
  ymd: 'year first',
  serial: 'dates as numbers of days',
}

/**
 * A suggestion that reads the file as one with the same headings was read before, with the doubts
 * of this file beside its columns. Where the file's own dates speak against the order remembered,
 * the file is believed, and whoever sent it is asked. `settled`: the order was chosen for this very
 * file, and stays.
 */
export function asRemembered(
  { columns }: Suggestion,
  kept: Mapping,
  rows: readonly (readonly string[])[],
  now: string,
  settled = false,
): Suggestion {
  const dateOrders = { ...kept.dateOrders }
  const seen = columns.map((column, i) => {
    const field = kept.columns[i] ?? ''
    const values = rows.map((cells) => (cells[i] ?? '').trim()).filter((value) => value !== '')
    const dates = DATE_FIELDS.has(field) ? detectDates(values, now) : null
    const shown = { ...column, field, doubt: doubtOf(field, values, dates) }
    if (!dates) return shown
    const order = dateOrderOf(kept, i)
    const read = values.filter((value) => readDate(value, order, now) !== null).length
    if (read < values.length - dates.unread) {
      if (!settled) dateOrders[String(i)] = dates.order
      const other = settled ? 'other than chosen' : 'other than last time'
      return { ...shown, doubt: `This file writes ${FIRST[dates.order]}, ${other}. ${CHECK}` }
    }
    const asBefore = `Day and month could be either way round. Read ${FIRST[order]}, as last time.`
    return shown.doubt === AMBIGUOUS && !settled
      ? { ...shown, doubt: `${asBefore} ${CHECK}` }
      : shown
  })
  return { mapping: { ...kept, dateOrders }, columns: seen }
}

const CHECK = 'Check the order.'
