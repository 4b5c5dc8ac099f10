import { bitsOf, hair, identifierFields } from './bits'
import { bestNames, compareFacets, compareRest, readyNames } from './compare'
import type { Facets } from './facets'
import { type Frequencies, namesakesOf } from './frequencies'
import { guardsOf, hardGuards, type Guard } from './guards'
import type { Outcome } from './levels'
import { NameCeiling } from './name-ceiling'
import type { Parameters } from './parameters'
import { wordsFor } from './words'

/** One line of the explanation: the field, what was found, its bits, and the finding in words. */
export type LevelScore = { field: string; level: string; bits: number; words: string }

/** The weighed evidence that two records are one person. */
export type PairScore = {
  /** Total log2 odds, prior included. */
  bits: number
  /** The same as a chance, 0 to 1, before guards. */
  probability: number
  levels: LevelScore[]
  /** Evidence that cannot be averaged away: two different valid NHS numbers, impossible dates. */
  conflict: boolean
  /** Reasons why a machine must not link, however high the total. */
  guards: Guard[]
}

export type Decision = 'link' | 'suggest' | 'apart'

/** What a pair weighs, without words. */
export type PairWeight = Pick<PairScore, 'bits' | 'conflict' | 'guards'> & {
  found: { outcome: Outcome; field: string; level: string; bits: number }[]
}

/**
 * Weighs the evidence that two records are one person (Fellegi and Sunter 1969). Symmetric, and a
 * field unknown on either side never counts. Pure: the caller supplies parameters and frequencies.
 */
export const weighPair = (
  a: Facets,
  b: Facets,
  parameters: Parameters,
  frequencies: Frequencies,
): PairWeight => guarded(a, b, addedUp(a, b, parameters, frequencies), parameters, frequencies)

/** As `weighPair`; null under so many bits, which most pairs are sooner told. */
export function weighPairFrom(
  floor: number,
  a: Facets,
  b: Facets,
  parameters: Parameters,
  frequencies: Frequencies,
): PairWeight | null {
  const sum = addedUp(a, b, parameters, frequencies)
  return sum.bits < floor ? null : guarded(a, b, sum, parameters, frequencies)
}

/** As `weighPair`, and says each finding in words. */
export function scorePair(
  a: Facets,
  b: Facets,
  parameters: Parameters,
  frequencies: Frequencies,
): PairScore {
  const { bits, conflict, guards, found } = weighPair(a, b, parameters, frequencies)
  const levels = found.map(({ outcome, field, level, bits: share }) => {
    return { field, level, bits: share, words: wordsFor(outcome, share) }
  })
  return { bits, probability: 1 / (1 + 2 ** -bits), levels, conflict, guards }
}

/**
 * As `weighPairFrom`, for one record and many others in turn. Their names are compared only where,
 * beside all the rest, they can still make up for what is missing.
 */
export function weigherFrom(
  floor: number,
  a: Facets,
  parameters: Parameters,
  frequencies: Frequencies,
): (b: Facets) => PairWeight | null {
  const own = readyNames(a)
  const ceiling = new NameCeiling(own, parameters, frequencies)
  const weigh = (one: Outcome) => bitsOf(one, parameters, frequencies)
  return (b) => {
    const rest = compareRest(a, b, weigh)
    const names = readyNames(b)
    const most = parameters.priorBits + capIdentifiers(rest, weigh) + ceiling.of(names)
    if (most + hair < floor) return null
    const sum = added([...bestNames(own, names, weigh), ...rest], parameters, frequencies)
    return sum.bits < floor ? null : guarded(a, b, sum, parameters, frequencies)
  }
}

type Sum = Pick<PairWeight, 'bits' | 'found'>

const addedUp = (a: Facets, b: Facets, parameters: Parameters, frequencies: Frequencies): Sum =>
  added(
    compareFacets(a, b, (one) => bitsOf(one, parameters, frequencies)),
    parameters,
    frequencies,
  )

function added(
  outcomes: readonly Outcome[],
  parameters: Parameters,
  frequencies: Frequencies,
): Sum {
  const found: PairWeight['found'] = []
  for (const outcome of outcomes) {
    const bits = bitsOf(outcome, parameters, frequencies)
    found.push({ outcome, field: outcome.field, level: outcome.level, bits })
  }
  return { bits: capIdentifiers(found, ({ bits }) => bits) + parameters.priorBits, found }
}

function guarded(
  a: Facets,
  b: Facets,
  { bits, found }: Sum,
  { priorBits }: Parameters,
  frequencies: Frequencies,
): PairWeight {
  const namesakes = Math.max(namesakesOf(a, frequencies), namesakesOf(b, frequencies))
  const slip = isAlone(a, frequencies) || isAlone(b, frequencies)
  const guards = guardsOf(a, b, found, { prior: priorBits, namesakes, slip })
  const conflict = guards.some((guard) => hardGuards.includes(guard))
  return { bits, found, conflict, guards }
}

/** Whether a first name of one is nobody else's among all that were counted. */
const isAlone = ({ names }: Facets, { count }: Frequencies): boolean =>
  names.some(({ given: [first] }) => first !== undefined && count('given', first) < 2)

/**
 * Identifier bits together count for at most 30: copies of one registration are not independent.
 */
function capIdentifiers<T extends { field: string }>(
  found: readonly T[],
  bitsFor: (one: T) => number,
): number {
  let identifiers = 0
  let others = 0
  for (const one of found) {
    if (identifierFields.has(one.field)) identifiers += bitsFor(one)
    else others += bitsFor(one)
  }
  return Math.min(30, identifiers) + others
}

/** What may be done with a pair: link by machine, show as a suggestion, or leave apart. */
export function decide(
  score: Pick<PairScore, 'bits' | 'guards'>,
  parameters: Parameters,
): Decision {
  if (score.bits >= parameters.thresholds.link && score.guards.length === 0) return 'link'
  return score.bits >= parameters.thresholds.suggest ? 'suggest' : 'apart'
}
