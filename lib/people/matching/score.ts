import { compareFacets } from './compare'
import type { Facets } from './facets'
import { type Frequencies, wholeName } from './frequencies'
import { guardsOf, hardGuards, type Guard } from './guards'
import type { Outcome } from './levels'
import { commonnessWeight, weightOf, type Parameters } from './parameters'
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

/**
 * Bits of one outcome: log2(m / u), with the average chance of coincidence replaced by the share of
 * records that hold this very value (Winkler's frequency-based matching, as HMPPS uses it).
 */
export function bitsOf(outcome: Outcome, parameters: Parameters, frequencies: Frequencies): number {
  const levels = parameters.fields[outcome.field]
  const base = weightOf(levels?.[outcome.level])
  const weight = commonnessWeight[outcome.level] ?? 0
  const exact = levels?.exact
  if (weight === 0 || !exact || outcome.values.length === 0) return base
  const share = shareOf(outcome, parameters, frequencies)
  return share === null ? base : base + weight * Math.log2(exact.u / share)
}

/**
 * Share of the holders of a field that hold the commonest of the outcome's values, the person's own
 * records taken out (they are not coincidence); null when nothing was counted.
 */
function shareOf(
  outcome: Outcome,
  parameters: Parameters,
  frequencies: Frequencies,
): number | null {
  const fields = outcome.eitherName === true ? ['given', 'family'] : [outcome.field]
  let share = 0
  for (const field of fields) {
    const holders = frequencies.holders(field)
    if (holders === 0) continue
    for (const value of outcome.values) {
      let count = frequencies.count(field, value)
      if (identifierFields.has(field)) count = Math.max(0, count - mostCopies)
      else count = Math.max(0.5, count - parameters.recordsPerPerson)
      share = Math.max(share, count / holders)
    }
  }
  share = Math.max(share, shareWithGiven(outcome, parameters, frequencies))
  return share === 0 ? null : share
}

/**
 * Bearers of a given name below which its family names are too few to count by; between the plain
 * product of shares (equal links for the largest group) and the bare count (for the most crowded).
 * Chosen on invented people of seven origins, see docs/decisions.
 */
const fewBearers = 12

/**
 * Share of a family name among those of the same given name. Names go together: of seven peoples'
 * names in one register, Kwame Okafor is far commoner than Kwame and Okafor apart foretell, and
 * without this the crowded names of minorities would be linked wrongly more than others.
 */
function shareWithGiven(
  outcome: Outcome,
  parameters: Parameters,
  frequencies: Frequencies,
): number {
  let share = 0
  for (const given of outcome.withGiven ?? []) {
    const bearers = Math.max(
      frequencies.count('given', given),
      outcome.eitherName === true ? frequencies.count('family', given) : 0,
    )
    for (const family of outcome.values) {
      const all = frequencies.count('wholeName', wholeName(given, family))
      const others = Math.max(0, all - parameters.recordsPerPerson)
      share = Math.max(share, others / (Math.max(bearers, all) + fewBearers))
    }
  }
  return share
}

/**
 * Copies of one person's number that several agencies may hold; only what goes beyond it makes a
 * number look like a stand-in that many people share.
 */
const mostCopies = 12

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
): PairWeight => guarded(a, b, addedUp(a, b, parameters, frequencies))

/** As `weighPair`; null under so many bits, which most pairs are sooner told. */
export function weighPairFrom(
  floor: number,
  a: Facets,
  b: Facets,
  parameters: Parameters,
  frequencies: Frequencies,
): PairWeight | null {
  const sum = addedUp(a, b, parameters, frequencies)
  return sum.bits < floor ? null : guarded(a, b, sum)
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

type Sum = Pick<PairWeight, 'bits' | 'found'>

function addedUp(a: Facets, b: Facets, parameters: Parameters, frequencies: Frequencies): Sum {
  const found: PairWeight['found'] = []
  for (const outcome of compareFacets(a, b, (one) => bitsOf(one, parameters, frequencies))) {
    const bits = bitsOf(outcome, parameters, frequencies)
    found.push({ outcome, field: outcome.field, level: outcome.level, bits })
  }
  return { bits: capIdentifiers(found) + parameters.priorBits, found }
}

function guarded(a: Facets, b: Facets, sum: Sum): PairWeight {
  const guards = guardsOf(a, b, sum.found)
  const conflict = guards.some((guard) => hardGuards.includes(guard))
  return { bits: sum.bits, found: sum.found, conflict, guards }
}

const identifierFields = new Set(['nhs', 'nino', 'crn', 'pnc', 'cro', 'prison', 'local'])

/**
 * Identifier bits together count for at most 30: copies of one registration are not independent.
 */
function capIdentifiers(levels: readonly Pick<LevelScore, 'field' | 'bits'>[]): number {
  let identifiers = 0
  let others = 0
  for (const { field, bits } of levels) {
    if (identifierFields.has(field)) identifiers += bits
    else others += bits
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
