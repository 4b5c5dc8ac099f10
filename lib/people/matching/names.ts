import type { NameFacet } from './facets'
import {
  doubtfulEndings,
  doubtfulPlaceholders,
  doubtfulTitles,
  endings,
  particles,
  placeholders,
  titles,
} from './names-data'
import { wordsOf } from './text'

/**
 * A name given in two parts, as most systems hold it. Titles, endings and system words go; a part
 * that is only those is not known. One word alone may stand in either box and is marked `single`,
 * since many systems insist on one box and not the other.
 *
 * @returns null when nothing that can be a name is left.
 */
export function nameFromParts(given: string, family: string): NameFacet | null {
  if (given.length + family.length > longestName) return null
  if (allNothing([...wordsOf(given), ...wordsOf(family)])) return null
  const givenWords = cleanGiven(wordsOf(given))
  const familyWords = cleanFamily(wordsOf(family))
  if (givenWords.length === 0 && familyWords.length === 0) return null
  const single = givenWords.length === 0 ? familyWords : familyWords.length === 0 ? givenWords : []
  if (single.length === 1) return { given: single, family: [], single: true }
  return { given: givenWords, family: familyWords }
}

/**
 * A name given in one text: "SURNAME, Forename", or "Forename Middle Surname" with any titles.
 * One word alone may be either kind of name and is marked `single`.
 *
 * @returns null when nothing that can be a name is left.
 */
export function nameFromText(text: string): NameFacet | null {
  if (text.length > longestName) return null
  const comma = text.indexOf(',')
  if (comma >= 0) return nameFromParts(text.slice(comma + 1), text.slice(0, comma))
  const words = cleanFamily(dropLeadingTitles(wordsOf(text)))
  const last = words.at(-1)
  if (last === undefined) return null
  if (words.length === 1) return { given: [last], family: [], single: true }
  let start = words.length - 1
  while (start > 1 && particles.has(words[start - 1] ?? '')) start--
  const given = words.slice(0, start)
  const family = words.slice(start)
  return { given, family }
}

/** A text longer than this is a fault of an import, not a name. */
const longestName = 200

/** UNKNOWN, or one sign typed over and over. */
const saysNothing = (word: string) => placeholders.has(word) || /^(.)\1{2,}$/u.test(word)

/** Whether all words together only say that no name is known: NOT KNOWN, BABY BOY, N/A. */
const allNothing = (words: readonly string[]) =>
  words.length > 0 &&
  words.every((word) => saysNothing(word) || doubtfulPlaceholders.has(word)) &&
  (words.length > 1 || words.some(saysNothing))

const isTitle = (word: string) => titles.has(word) || /^\d+(ST|ND|RD|TH)$/.test(word)

function dropLeadingTitles(words: readonly string[]): string[] {
  let start = 0
  while (start < words.length) {
    const word = words[start] ?? ''
    const rest = words.length - start - 1
    if (isTitle(word) || (doubtfulTitles.has(word) && rest >= 2)) start++
    else break
  }
  return words.slice(start)
}

function cleanGiven(words: readonly string[]): string[] {
  if (allNothing(words)) return []
  const kept = withArticle(words).filter(
    (word) => !isTitle(word) && !saysNothing(word) && !endings.has(word),
  )
  const first = kept[0]
  return first !== undefined && kept.length > 1 && doubtfulTitles.has(first) ? kept.slice(1) : kept
}

/** AL HASSAN as ALHASSAN, as a family name is compared: among given names it is one too. */
function withArticle([first, second, ...rest]: readonly string[]): string[] {
  if (first === undefined || second === undefined) return first === undefined ? [] : [first]
  const article = (first === 'AL' || first === 'EL') && second.length > 2
  return article ? [first + second, ...rest] : [first, second, ...rest]
}

function cleanFamily(words: readonly string[]): string[] {
  if (allNothing(words)) return []
  const kept = words.filter((word) => !isTitle(word) && !saysNothing(word) && !endings.has(word))
  while (kept.length > 1 && doubtfulEndings.has(kept.at(-1) ?? '')) kept.pop()
  return kept
}
