import { ageOn, formatPartialDate, possibleDays } from '../partial-date'
import type { PartialDate } from '../partial-date'
import { rememberingEach } from '../remembering'
import { quoted } from './cells'
import type { RowReader } from './cells'
import { DATE_ORDER_WORDS, isStandIn, readDate, salvageDate, type DateOrder } from './dates'
import { dateOrderOf } from './mapping'
import type { Mapping } from './mapping'

/** Older than anybody has been known to become. */
const TOO_OLD = 125

/** A date of birth: null where there is none that can be used; what is to be said of it, if so. */
type Birth = { date: PartialDate | null; under18: boolean; words: string | null }

const none = (words: string | null): Birth => ({ date: null, under18: false, words })
const NOT_GIVEN = none(null)

/**
 * The date of birth of a row, or null with the reason as a warning: what cannot be read is left
 * out and never guessed. Of a date that does not exist the month and year are kept. `under18`: on
 * the day that is now, as far as the date tells.
 */
export function readBirth(row: RowReader, mapping: Mapping, now: string): Birth {
  const cell = row.one('birth')
  if (!cell) return NOT_GIVEN
  const birth = birthOf(cell.text, `${dateOrderOf(mapping, cell.column)} ${now}`)
  if (birth.words !== null) row.warn(cell, birth.words)
  return birth
}

/** How a date is read: in what order, and on what day. */
type Way = `${DateOrder} ${string}`

const birthOf = rememberingEach((text, way: Way): Birth => {
  const [order, now] = way.split(' ') as [DateOrder, string]
  const whole = readDate(text, order, now)
  const date = whole ?? salvageDate(text, order)
  if (!date) {
    return none(`${quoted(text)} is no date written as ${DATE_ORDER_WORDS[order]}. Left out.`)
  }
  if (isStandIn(date)) return none('This date stands for one that nobody knew. Left out.')
  const age = ageOn(date, now)
  if (possibleDays(date).first > now || !age || age.max > TOO_OLD) {
    return none(`${quoted(text)} cannot be a date of birth. Left out.`)
  }
  const shortYear = /\D\d{2}$/.test(text) && !/\d{4}/.test(text)
  const words = !whole
    ? `${quoted(text)} is no real date. Taken as ${formatPartialDate(date)}.`
    : shortYear
      ? `The year was read as ${date.year}.`
      : null
  return { date, under18: age.max < 18, words }
})
