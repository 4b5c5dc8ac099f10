import { nameNorm } from '../people/normalise'
import type { RowReader } from './cells'
import type { Mapping } from './mapping'
import { givenAndMiddle, properName, splitName } from './names'
import type { NameParts } from './names'

/** A name from a row. With one word alone `family` is '', and it may be either. */
export type ImportedName = NameParts & { kind: 'legal' | 'known_as' }

/** Letters one part of a name may have. */
const LONGEST = 100

const saysSomething = ({ given, middle, family }: NameParts) =>
  nameNorm(`${given} ${middle}`, 'given') !== '' || nameNorm(family, 'family') !== ''

/** Drops the parts that only say that no name is known. */
function known(name: NameParts): NameParts {
  const given = nameNorm(name.given, 'given') === '' ? '' : name.given
  const family = nameNorm(name.family, 'family') === '' ? '' : name.family
  return { given, middle: name.middle, family }
}

function wholeName(row: RowReader, mapping: Mapping): NameParts {
  const [family, given, middle] = [row.name('family'), row.name('given'), row.name('middle')]
  if (family === '' && given === '') return splitName(row.name('fullName'), mapping.nameOrder)
  const first = givenAndMiddle(given)
  const others = [first.middle, properName(middle)].filter((part) => part !== '').join(' ')
  return { given: first.given, middle: others, family: properName(family, 'family') }
}

/** The names of a row: the one it is filed under, then the names the person is known by. */
export function readNames(row: RowReader, mapping: Mapping): ImportedName[] {
  const legal = known(wholeName(row, mapping))
  const others = row.all('knownAs', true).flatMap(({ text }) =>
    text.split(/\s*[;/|]\s*/).map((name) => {
      const split = splitName(name, mapping.nameOrder)
      return known(split.family === '' ? { ...split, family: legal.family } : split)
    }),
  )
  const names: ImportedName[] = [
    { ...legal, kind: 'legal' },
    ...others.map((name) => ({ ...name, kind: 'known_as' as const })),
  ]
  const long = names.some((name) => Object.values(name).some((part) => part.length > LONGEST))
  if (long) row.refuse(null, `A name has more than ${LONGEST} letters in one part.`)
  return names.filter(saysSomething)
}
