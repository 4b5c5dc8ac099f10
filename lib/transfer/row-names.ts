import { nameNorm } from '../people/normalise'
import { isExample, isRounded } from '../people/stand-ins'
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
  nameNorm(`${given} ${middle}`, 'given') !== '' || nameNorm(family, 'family') !== ''

/** What systems write for a first or last name that is not known; no one is called so. */
const UNKNOWN_PART = /^(?:fnu|lnu|nfn|nln|x{2,9}|[-.?*_]+)$/i

const saidPart = (part: string, kind: 'given' | 'family') =>
  nameNorm(part, kind) === '' || UNKNOWN_PART.test(part) ? '' : part

/** Drops the parts that only say that no name is known. */
const known = ({ given, middle, family }: NameParts): NameParts => ({
  ...{ given: saidPart(given, 'given'), middle, family: saidPart(family, 'family') },
})

const NONE: NameExtras = { plain: '', called: [], earlier: [], left: [], titled: false }

/** The text of a name column taken apart; what is left out of the name is said. */
function extrasOf(row: RowReader, cell: Cell | undefined): NameExtras {
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

type Read = { legal: NameParts; others: ImportedName[] }

function wholeName(row: RowReader, mapping: Mapping): Read {
  const of = (key: string) => row.all(key, true)[0]
  for (const cell of ['family', 'given', 'middle', 'fullName'].map(of)) {
    if (!cell) continue
    if (isNoName(cell.text)) {
      row.refuse(cell, `${quoted(cell.text)} is no name. Look for a missing separator.`)
    } else if (holdsNumber(cell.text)) row.warn(cell, `${quoted(cell.text)} holds a number.`)
  }
  const [family, given] = [extrasOf(row, of('family')), extrasOf(row, of('given'))]
  const middle = extrasOf(row, of('middle'))
  const whole = family.plain === '' && given.plain === '' ? extrasOf(row, of('fullName')) : NONE
  const split = splitName(whole.plain, mapping.nameOrder)
  // Mr Smith: a title stands before a family name.
  const titled =
    whole.titled && split.family === '' ? { ...split, given: '', family: split.given } : split
  const first = givenAndMiddle(given.plain)
  const rest = [first.middle, properName(middle.plain)].filter((part) => part !== '').join(' ')
  const legal = known(
    whole === NONE
      ? { given: first.given, middle: rest, family: properName(family.plain, 'family') }
      : titled,
  )
  const called = [...given.called, ...whole.called, ...middle.called]
  const earlier = [...family.called, ...[family, given, whole].flatMap((each) => each.earlier)]
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
  const long = names.some((name) => Object.values(name).some((part) => part.length > LONGEST))
  if (long) row.refuse(null, `A name has more than ${LONGEST} letters in one part.`)
  return names.filter(saysSomething)
}
