import type { BirthFacet } from './facets'

/** A date with a digit in each half byte; noughts for a part not known. */
export function birthNumber({ year = 0, month = 0, day = 0 }: BirthFacet): number {
  const century = Math.floor(year / 100)
  return (
    (inDigits(century) << 24) |
    (inDigits(year % 100) << 16) |
    (inDigits(month) << 8) |
    inDigits(day)
  )
}

const inDigits = (n: number): number => ((Math.floor(n / 10) % 10) << 4) | (n % 10)

/** Days that say little: 1 January, or a part not known. A digit is in each half byte. */
export const isWeakDay = (date: number): boolean =>
  (date & 0xffff) === 0x0101 || (date & 0xff00) === 0 || (date & 0xff) === 0

const yearOf = (date: number): number =>
  ((date >>> 28) & 15) * 1000 +
  ((date >>> 24) & 15) * 100 +
  ((date >>> 20) & 15) * 10 +
  ((date >>> 16) & 15)

/** One digit another, or two neighbours turned: all that one edit can be in eight digits. */
function oneEdit(a: number, b: number): boolean {
  const differ = a ^ b
  const low = 31 - Math.clz32(differ & -differ)
  const at = low - (low % 4)
  const rest = differ & ~(15 << at)
  if (rest === 0) return true
  if (at > 24 || (rest & ~(15 << (at + 4))) !== 0) return false
  const turned = (((a >>> at) & 15) << 4) | ((a >>> (at + 4)) & 15)
  return turned === ((b >>> at) & 255)
}

/**
 * The level of two dates of birth, out of numbers alone; `decade` also where `compareBirths` goes
 * on to tell decade from different.
 */
export function birthLevelOf(a: number, b: number): string {
  if (a === b) return 'exact'
  const years = Math.abs(yearOf(a) - yearOf(b))
  const weak = isWeakDay(a) || isWeakDay(b)
  const turned = ((a & 0xff) << 8) | ((a >>> 8) & 0xff)
  if (years === 0 && !weak && turned === (b & 0xffff)) return 'swapped'
  if (years === 0 && weak) return 'habit'
  const edit = oneEdit(a, b)
  if (edit && years <= 9 && !(weak && years > 0)) return 'edit'
  if (weak) return edit ? 'yearSlip' : 'decade'
  const month = (a & 0xff00) === (b & 0xff00)
  const day = (a & 0xff) === (b & 0xff)
  if (years === 0) return month || day ? 'twoParts' : 'year'
  return month && day ? 'otherYear' : 'decade'
}
