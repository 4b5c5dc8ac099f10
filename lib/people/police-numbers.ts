import type { CheckedIdentifier } from './identifiers'

/**
 * Police National Computer (PNC) and Criminal Records Office (CRO) numbers. The rules are those of
 * ministryofjustice/hmpps-person-record, `PNCIdentifier.kt` and `CROIdentifier.kt`; where that
 * returns nothing for a number that fails, this keeps it with a warning.
 */
const CHECK_LETTERS = 'ZABCDEFGHJKLMNPQRTUVWXY'

/** The letter that belongs to a serial number: its remainder by 23 picks from the list. */
const checkLetter = (digits: string): string => CHECK_LETTERS[Number(digits) % 23] ?? ''

/** The check letter of a PNC number, from its year (4 digits) and serial (up to 7). */
export const pncCheckLetter = (year: string, serial: string): string =>
  checkLetter(year.slice(-2) + serial.padStart(7, '0'))

/** The check letter of a CRO number, from its two-digit year and six-digit serial. */
export const croCheckLetter = (year: string, serial: string): string => checkLetter(year + serial)

/** A two-digit year is of this century unless that would lie ahead. */
const century = (yy: string, thisYear: number): string =>
  `${Math.floor(thisYear / 100) - (Number(yy) > thisYear % 100 ? 1 : 0)}${yy}`

/** A serial of noughts is typed where there is no number (000000/00Z). */
const noSerial = (display: string): CheckedIdentifier => ({
  norm: '',
  display,
  check: 'none',
  message: 'Not a number: it is what people type when they have none.',
})

/**
 * Year (2 or 4 digits), slash, up to 7 digits, letter; kept as YYYY/NNNNNNNL. Without the slash a
 * number of 11 characters or more has the long year, as only 7 digits can follow the year.
 */
export function checkPnc(given: string, thisYear: number): CheckedIdentifier {
  const match =
    /^(\d{4}|\d{2})\/(\d{1,7})([A-Z])$/.exec(given) ??
    /^(\d{4})(\d{6,7})([A-Z])$/.exec(given) ??
    /^(\d{2})(\d{1,7})([A-Z])$/.exec(given)
  if (!match) {
    const message = 'Not a number: a PNC number is like 2003/0011985X.'
    return { norm: '', display: given, check: 'none', message }
  }
  const [, shown = '', serial = '', letter = ''] = match
  const year = shown.length === 2 ? century(shown, thisYear) : shown
  const norm = `${year}/${serial.padStart(7, '0')}${letter}`
  if (/^0+$/.test(serial)) return noSerial(norm)
  if (pncCheckLetter(year, serial) === letter) return { norm, display: norm, check: 'ok' }
  const message = 'A digit or the letter of this PNC number seems to be wrong. Check it.'
  return { norm, display: norm, check: 'warning', message }
}

/** Standard form NNNNNN/YYL (serial padded to 6) or file form SFYY/NNNNNNL (not padded). */
export function checkCro(given: string): CheckedIdentifier {
  const file = /^SF(\d{2})\/?(\d{1,6})([A-Z])$/.exec(given)
  const standard =
    /^(\d{1,6})\/(\d{2})([A-Z])$/.exec(given) ?? /^(\d{6})(\d{2})([A-Z])$/.exec(given)
  if (!file && !standard) {
    const message = 'Not a number: a CRO number is like 265416/21G or SF39/123456L.'
    return { norm: '', display: given, check: 'none', message }
  }
  const [year = '', serial = '', letter = ''] = file
    ? file.slice(1)
    : [standard?.[2], standard?.[1]?.padStart(6, '0'), standard?.[3]]
  const norm = file ? `SF${year}/${serial}${letter}` : `${serial}/${year}${letter}`
  if (/^0+$/.test(serial)) return noSerial(norm)
  if (croCheckLetter(year, serial) === letter) return { norm, display: norm, check: 'ok' }
  const message = 'A digit or the letter of this CRO number seems to be wrong. Check it.'
  return { norm, display: norm, check: 'warning', message }
}
