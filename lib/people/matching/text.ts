import { remembering } from '../../remembering'
import { foldName } from '../normalise'

/** Longest single word kept of a name; anything past it is a fault, not a name. */
const longestWord = 40

/** Most words kept of one name; the longest real names seen in public registers have about ten. */
const mostWords = 12

/**
 * One spelling for comparing: upper case, no accents or apostrophes, other signs as single spaces.
 * Letters of every script stay; digits stay (a digit inside a name is a slip of the keyboard). At
 * most the first 1,000 characters count.
 *
 * @example fold("O’Brien-Łukasiewicz") // 'OBRIEN LUKASIEWICZ'
 */
export const fold = (raw: string): string =>
  foldName(raw.slice(0, 1000))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

/** The words of a text, folded, within the limits above. */
export const wordsOf = remembering((raw): readonly string[] => {
  const folded = fold(raw)
  if (folded === '') return []
  return folded
    .split(' ')
    .slice(0, mostWords)
    .map((word) => word.slice(0, longestWord))
})

/** Only the letters and digits, upper case: for postcodes and local references. */
export const squash = (raw: string): string =>
  /^[A-Z0-9]{0,80}$/.test(raw) ? raw : fold(raw).replace(/ /g, '').slice(0, 80)
