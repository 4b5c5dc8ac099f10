import { birthLevelOf, birthNumber } from './birth-level'
import { birthDigits, isHabitDay } from './births'
import type { BirthFacet } from './facets'
import type { Outcome } from './levels'
import { edits, jaroWinkler } from './similarity'

/** How two dates of birth compare; null when either has no year. */
export function compareBirths(a: BirthFacet, b: BirthFacet): Outcome | null {
  if (a.year === undefined || b.year === undefined) return null
  const level = birthLevelOf(birthNumber(a), birthNumber(b))
  if (level === 'exact') return { field: 'birth', level, values: [birthDigits(a)] }
  if (level !== 'decade') return { field: 'birth', level, values: [] }
  const weak = isHabitDay(a) || isHabitDay(b)
  const close = Math.abs(a.year - b.year) <= 5
  const alike = close || (!weak && twoEdits(birthDigits(a), birthDigits(b)))
  return { field: 'birth', level: alike ? 'decade' : 'different', values: [] }
}

/** Whether two dates are at most two edits apart: no more of their digits can then go unmatched. */
function twoEdits(a: string, b: string): boolean {
  left.fill(0)
  for (let i = 0; i < 8; i++) left[a.charCodeAt(i) & 15] = (left[a.charCodeAt(i) & 15] ?? 0) + 1
  let unmatched = 0
  for (let i = 0; i < 8; i++) {
    const digit = b.charCodeAt(i) & 15
    const count = left[digit] ?? 0
    if (count === 0) unmatched += 1
    else left[digit] = count - 1
  }
  return unmatched <= 2 && edits(a, b, 2) <= 2
}

/** Digits of a date that the other has not matched yet. */
const left = new Uint8Array(16)

/** Two squashed postcodes; any unit has an outward part and three characters after it. */
export function comparePostcodes(a: string, b: string): Outcome {
  const level = postcodeLevel(a, b)
  return {
    field: 'postcode',
    level,
    values: level === 'different' ? [] : level === 'exact' ? [a] : [a, b],
  }
}

/** A British postcode, or the four digits of an Australian one: a slip mostly breaks the form. */
const wellFormed = (code: string) => /^([A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}|\d{4})$/.test(code)

function postcodeLevel(a: string, b: string): string {
  if (a === b) return 'exact'
  if (edits(a, b, 1) === 1 && Math.min(a.length, b.length) >= 4) {
    return wellFormed(a) && wellFormed(b) ? 'edit' : 'slip'
  }
  if (a.length < 5 || b.length < 5) return 'different'
  if (a.slice(0, -2) === b.slice(0, -2)) return 'sector'
  return a.slice(0, -3) === b.slice(0, -3) ? 'outward' : 'different'
}

/** Two numbers of one kind: equal, one slip apart (in six characters or more), or different. */
export function compareNumbers(field: string, a: string, b: string): Outcome {
  if (a === b) return { field, level: 'exact', values: [a] }
  const slip = Math.min(a.length, b.length) >= 6 && edits(a, b, 1) === 1
  return { field, level: slip ? 'edit' : 'different', values: [] }
}

/** Free text details: equal, nearly equal, one word shared, or different. */
export function compareDetails(field: string, a: string, b: string): Outcome {
  if (a === b) return { field, level: 'exact', values: [a] }
  if (jaroWinkler(a.replace(/ /g, ''), b.replace(/ /g, '')) >= 0.9) {
    return { field, level: 'near', values: [a, b] }
  }
  const words = new Set(a.split(' ').filter((word) => word.length > 3))
  const shared = b.split(' ').some((word) => words.has(word))
  return { field, level: shared ? 'part' : 'different', values: [] }
}

export function compareEmails(a: string, b: string): Outcome {
  if (a === b) return { field: 'email', level: 'exact', values: [a] }
  const alike = edits(a, b, 2) <= 2 || jaroWinkler(a, b) >= 0.92
  return { field: 'email', level: alike ? 'near' : 'different', values: [] }
}
