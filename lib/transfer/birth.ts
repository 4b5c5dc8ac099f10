import { ageOn, formatPartialDate, possibleDays } from '../partial-date'
import type { PartialDate } from '../partial-date'
import { quoted } from './cells'
import type { RowReader } from './cells'
import { DATE_ORDER_WORDS, isStandIn, readDate, salvageDate } from './dates'
import { dateOrderOf } from './mapping'
import type { Mapping } from './mapping'

/** Older than anybody has been known to become. */
const TOO_OLD = 125

/**
 * The date of birth of a row, or null with the reason as a warning: what cannot be read is left
 * out and never guessed. Of a date that does not exist the month and year are kept.
 */
export function readBirth(row: RowReader, mapping: Mapping, now: string): PartialDate | null {
  const cell = row.one('birth')
  if (!cell) return null
  const order = dateOrderOf(mapping, cell.column)
  const whole = readDate(cell.text, order, now)
  const date = whole ?? salvageDate(cell.text, order)
  if (!date) {
    const words = DATE_ORDER_WORDS[order]
    row.warn(cell, `${quoted(cell.text)} is no date written as ${words}. Left out.`)
    return null
  }
  if (isStandIn(date)) {
    row.warn(cell, 'This date stands for one that nobody knew. Left out.')
    return null
  }
  const age = ageOn(date, now)
  if (possibleDays(date).first > now || !age || age.max > TOO_OLD) {
    row.warn(cell, `${quoted(cell.text)} cannot be a date of birth. Left out.`)
    return null
  }
  if (!whole) {
    row.warn(cell, `${quoted(cell.text)} is no real date. Taken as ${formatPartialDate(date)}.`)
  } else if (/\D\d{2}$/.test(cell.text) && !/\d{4}/.test(cell.text)) {
    row.warn(cell, `The year was read as ${date.year}.`)
  }
  return date
}
