import type { NameFacet } from './facets'
import type { Outcome } from './levels'
import { particles } from './names-data'
import { givenForms, sameFamily, sameForm, slipOfForm } from './name-forms'
import { alikeFrom, near, reaches, shortSlip } from './similarity'
import { soundOf } from './sound'

/** A name made ready for comparing: joined forms worked out once. */
export type ReadyName = {
  given: string[]
  /** Words of the family name, and all of them in one. */
  familyWords: string[]
  family: string
  familyParts: string[]
  single: boolean
}

const isPart = (word: string) => word.length > 1 && !particles.has(word)

export function readyName({ given, family: words, single }: NameFacet): ReadyName {
  const [only] = words
  const one = words.length === 1 && only !== undefined // as nearly all, and made for every pair
  return {
    given,
    familyWords: words,
    family: one ? only : words.join(''),
    familyParts: one && isPart(only) ? words : words.filter(isPart),
    single: single === true,
  }
}

/**
 * The name with its two parts exchanged, for records that swap them or put the family name first.
 */
export function swapped(name: ReadyName): ReadyName {
  const first = name.given[0] ?? ''
  const words = first === '' ? [] : [first]
  return {
    given: name.family === '' ? [] : [name.family],
    ...{ familyWords: words, family: first, familyParts: words, single: false },
  }
}

/** Whether the first name, written out, sorts before the other or is the same. */
function comesFirst(one: ReadyName, other: ReadyName): boolean {
  const x = one.given[0]
  const y = other.given[0]
  if (x !== undefined && y !== undefined && !x.startsWith(y) && !y.startsWith(x)) return x < y
  return written(one) <= written(other)
}

const written = ({ given, familyWords }: ReadyName) =>
  `${given.join(' ')}, ${familyWords.join(' ')}`

/** Outcomes of two names read in the order written; parts missing on a side give none. */
export function compareNames(one: ReadyName, other: ReadyName): Outcome[] {
  // Always in the same order, so that the score does not depend on which record comes first.
  const straight = comesFirst(one, other)
  const a = straight ? one : other
  const b = straight ? other : one
  const outcomes: Outcome[] = []
  if (a.given.length > 0 && b.given.length > 0) {
    outcomes.push(compareGiven(a, b))
    if (a.given.length > 1 && b.given.length > 1) {
      outcomes.push(compareMiddle(a.given.slice(1), b.given.slice(1)))
    }
  }
  if (a.family !== '' && b.family !== '') {
    const found = compareFamily(a, b)
    const given = outcomes[0]?.values ?? []
    outcomes.push(given.length === 0 ? found : { ...found, withGiven: given })
  }
  return outcomes
}

const outcome = (field: string, level: string, ...values: string[]): Outcome => ({
  field,
  level,
  values,
})

function compareGiven(a: ReadyName, b: ReadyName): Outcome {
  const x = a.given[0] ?? ''
  const y = b.given[0] ?? ''
  if (x === y && x.length > 1) return outcome('given', 'exact', x)
  const forms = givenForms(x, y)
  if (forms === 'same') return outcome('given', 'nickname', x, y)
  if (near(x, y)) return outcome('given', 'near', x, y)
  for (const word of a.given) {
    if (word.length > 1 && b.given.includes(word)) return outcome('given', 'part', word)
  }
  for (const left of a.given) {
    for (const right of b.given) {
      if (left === x && right === y) continue // looked at above
      if (sameForm(left, right) || near(left, right)) {
        return outcome('given', 'part', left, right)
      }
    }
  }
  if ((x.length === 1 || y.length === 1) && x.charAt(0) === y.charAt(0)) {
    return outcome('given', 'initial')
  }
  if (alike(x, y) || shortSlip(x, y)) return outcome('given', 'sound')
  if (forms === 'oneListed' && slipOfForm(x, y)) return outcome('given', 'formSlip')
  return outcome('given', 'different')
}

function compareMiddle(a: string[], b: string[]): Outcome {
  const shared = a.find((word) => word.length > 1 && b.includes(word))
  if (shared !== undefined) return outcome('middle', 'exact', shared)
  for (const left of a) {
    for (const right of b) {
      if (near(left, right) || sameForm(left, right)) return outcome('middle', 'near')
    }
  }
  const initials = a.some((left) =>
    b.some(
      (right) => left.charAt(0) === right.charAt(0) && Math.min(left.length, right.length) === 1,
    ),
  )
  return outcome('middle', initials ? 'initial' : 'different')
}

function compareFamily(a: ReadyName, b: ReadyName): Outcome {
  if (a.family === b.family) {
    return a.family.length > 1 ? outcome('family', 'exact', a.family) : outcome('family', 'sound')
  }
  if (near(a.family, b.family) || sameFamily(a.family, b.family)) {
    return outcome('family', 'near', a.family, b.family)
  }
  const shared = a.familyParts.find((word) => b.familyParts.includes(word))
  if (shared !== undefined) return outcome('family', 'part', shared)
  for (const left of a.familyParts) {
    for (const right of b.familyParts) {
      if (left === a.family && right === b.family) continue // looked at above
      if (near(left, right)) return outcome('family', 'part', left, right)
    }
  }
  const crossed =
    b.given.find((word) => a.familyParts.some((part) => part === word || near(part, word))) ??
    a.given.find((word) => b.familyParts.some((part) => part === word || near(part, word)))
  if (crossed !== undefined && crossed.length > 2) return outcome('family', 'crossed', crossed)
  if (alike(a.family, b.family)) return outcome('family', 'sound')
  return outcome('family', 'different')
}

/** Heard alike or written roughly alike; the weakest likeness that still counts. */
function alike(x: string, y: string): boolean {
  if (Math.min(x.length, y.length) < 3) return false
  const sound = soundOf(x)
  return (sound.length > 1 && sound === soundOf(y)) || reaches(x, y, alikeFrom)
}
