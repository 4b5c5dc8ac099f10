import { nameParts } from '../people/normalise'
import { isExample, isRounded } from '../people/stand-ins'
import { remembering, rememberingEach } from '../remembering'
import { quoted, type Cell, type RowReader } from './cells'
import type { Mapping } from './mapping'
import { givenAndMiddle, properName, splitName } from './names'
import type { NameParts } from './names'
import { nameExtras, type NameExtras } from './name-extras'

/** A name from a row. With one word alone `family` is '', and it may be either. */
export type ImportedName = NameParts & { kind: 'legal' | 'known_as' | 'previous' }

/** Letters one part of a name may have. */
const LONGEST = 100

const saysSomething = ({ given, middle, family }: NameParts) =>
  nameParts(`${given} ${middle}`, 'given').length > 0 || nameParts(family, 'family').length > 0

/** What systems write for a first or last name that is not known; no one is called so. */
const UNKNOWN_PART = /^(?:fnu|lnu|nfn|nln|x{2,9}|[-.?*_]+)$/i

const saidPart = rememberingEach((part, kind: 'given' | 'family') =>
  nameParts(part, kind).length === 0 || UNKNOWN_PART.test(part) ? '' : part,
)

/** Drops the parts that only say that no name is known. */
const known = ({ given, middle, family }: NameParts): NameParts => ({
  given: saidPart(given, 'given'),
  middle,
  family: saidPart(family, 'family'),
})

const NONE: NameExtras = { plain: '', called: [], earlier: [], left: [], titled: false }

/** The text of a name column taken apart; what is left out of the name is said. */
function extrasOf(row: RowReader, cell: Cell | null | undefined): NameExtras {
  if (!cell) return NONE
  const extras = nameExtras(cell.text)
  for (const left of extras.left) row.warn(cell, `${quoted(left)} is left out of the name.`)
  return extras
}

/** A date or a number where a name should be. */
const SHIFTED =
  /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?!\d)|^[\d\s+()-]{6,}$|^\d{1,2}[\s-][a-z]{3,9}[\s-]\d{2,4}$/i
const POSTCODE = /^[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}$/i

/**
 * Whether a cell holds what no name is: the row's cells stand in other columns than its headings
 * say, or somebody typed there what stands for a number that is not known.
 */
const isNoName = (text: string): boolean =>
  SHIFTED.test(text) || POSTCODE.test(text) || isRounded(text) || isExample('local', bare(text))

const bare = (text: string) => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')

/** A word with two digits together is a code or part of a date; the 14th Lord is one. */
const holdsNumber = (text: string): boolean =>
  nameExtras(text)
    .plain.split(/[\s,]+/)
    .some((word) => /\d{2}/.test(word) && !/^\d{1,3}(?:st|nd|rd|th)$/i.test(word))

/** What a text in a name column is, by itself: no name, a name with a number in it, or a name. */
const lookOf = remembering((text): 'none' | 'numbered' | 'name' =>
  isNoName(text) ? 'none' : holdsNumber(text) ? 'numbered' : 'name',
)

const NAME_COLUMNS = ['family', 'given', 'middle', 'fullName'] as const

function fromParts(family: NameExtras, given: NameExtras, middle: NameExtras): NameParts {
  const first = givenAndMiddle(given.plain)
  const more = properName(middle.plain)
  const rest = first.middle && more ? `${first.middle} ${more}` : first.middle || more
  return known({ given: first.given, middle: rest, family: properName(family.plain, 'family') })
}

function fromWhole(whole: NameExtras, { nameOrder }: Mapping): NameParts {
  const split = splitName(whole.plain, nameOrder)
  // Mr Smith: a title stands before a family name.
  const isFamily = whole.titled && split.family === ''
  return known(isFamily ? { ...split, given: '', family: split.given } : split)
}

type Read = { legal: NameParts; others: readonly ImportedName[] }
const NO_OTHERS: readonly ImportedName[] = []

function wholeName(row: RowReader, mapping: Mapping): Read {
  const [ofFamily, ofGiven, ofMiddle, ofWhole] = NAME_COLUMNS.map((key) => row.one(key, true))
  for (const cell of [ofFamily, ofGiven, ofMiddle, ofWhole]) {
    const look = cell ? lookOf(cell.text) : 'name'
    if (!cell || look === 'name') continue
    if (look === 'numbered') row.warn(cell, `${quoted(cell.text)} holds a number.`)
    else row.refuse(cell, `${quoted(cell.text)} is no name. Look for a missing separator.`)
  }
  const family = extrasOf(row, ofFamily)
  const given = extrasOf(row, ofGiven)
  const middle = extrasOf(row, ofMiddle)
  const whole = family.plain === '' && given.plain === '' ? extrasOf(row, ofWhole) : NONE
  const legal = whole === NONE ? fromParts(family, given, middle) : fromWhole(whole, mapping)
  const called = [...given.called, ...whole.called, ...middle.called]
  const earlier = [...family.called, ...family.earlier, ...given.earlier, ...whole.earlier]
  if (called.length + earlier.length === 0) return { legal, others: NO_OTHERS }
  const nickname = (name: string): ImportedName => {
    const { given: short, middle: more, family: own } = splitName(name, 'given_first')
    return { kind: 'known_as', given: short, middle: more, family: own || legal.family }
  }
  return {
    legal,
    others: [
      ...called.map(nickname),
      ...earlier.map((name) => ({
        ...{ kind: 'previous' as const, given: legal.given, middle: legal.middle },
        family: properName(name, 'family'),
      })),
    ],
  }
}

/**
 * The names of a row: the one it is filed under, then the names the person is known by and was
 * known by. Titles, honours and notes are no part of them.
 */
export function readNames(row: RowReader, mapping: Mapping): ImportedName[] {
  const { legal, others } = wholeName(row, mapping)
  const aliases = row.all('knownAs', true).flatMap(({ text }) =>
    text.split(/\s*[;/|]\s*/).map((name) => {
      const split = splitName(nameExtras(name).plain, mapping.nameOrder)
      return known(split.family === '' ? { ...split, family: legal.family } : split)
    }),
  )
  const names: ImportedName[] = [
    { ...legal, kind: 'legal' },
    ...aliases.map((name) => ({ ...name, kind: 'known_as' as const })),
    ...others,
  ]
  const isLong = ({ given, middle, family }: NameParts) =>
    Math.max(given.length, middle.length, family.length) > LONGEST
  if (names.some(isLong)) row.refuse(null, `A name has more than ${LONGEST} letters in one part.`)
  return names.filter(saysSomething)
}
