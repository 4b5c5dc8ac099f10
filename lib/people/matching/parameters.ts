import { levelsOf } from './levels'
import { shippedLevels } from './parameters-data'

/** Chance of a level among true matches (m) and among two people at random (u). */
export type Chance = { m: number; u: number }

/**
 * Everything the score depends on besides the values themselves: plain data, stored as a version,
 * so that a score can be explained years later.
 */
export type Parameters = {
  version: string
  /** Log2 odds that two records drawn at random are one person; see `priorFor`. */
  priorBits: number
  /** Records one person has on average: what a count of a value owes to the person alone. */
  recordsPerPerson: number
  fields: Record<string, Record<string, Chance>>
  /** Totals in bits from which a pair is linked or suggested. */
  thresholds: { link: number; suggest: number }
}

/**
 * How far commonness moves a level's weight: wholly for equality, 0.7 for near equality (the weight
 * HMPPS uses for its near names), not at all where the values say nothing about chance.
 */
export const commonnessWeight: Readonly<Record<string, number>> = {
  exact: 1,
  nickname: 0.7,
  near: 0.7,
  part: 0.7,
  crossed: 0.7,
  edit: 0.7,
}

/**
 * True pairs a record has on average when nothing better is known: several agencies, some twice.
 */
export const pairsPerRecord = 0.75

/**
 * Prior log odds for a set of records: expected true pairs among all pairs. It comes from the
 * number
 * of records, not from the mixture estimate, which goes astray when fields are few
 * (design note on matching, section 4).
 *
 * @param records how many records are compared with one another
 * @returns bits; about -11.9 for five thousand records, -19.4 for a million
 */
export function priorFor(records: number, perRecord = pairsPerRecord): number {
  const pairs = Math.max(1, (records * (records - 1)) / 2)
  const share = Math.min(0.5, (perRecord * records) / pairs)
  return Math.log2(share / (1 - share))
}

/** Bits of a level before commonness: log2(m / u). */
export function weightOf(chance: Chance | undefined): number {
  return chance ? Math.log2(chance.m / chance.u) : 0
}

/** The values shipped with the product, for a register of `records` source records. */
export function shippedParameters(records = 5000): Parameters {
  return {
    version: 'shipped-2',
    priorBits: priorFor(records),
    recordsPerPerson: 1 + 2 * pairsPerRecord,
    fields: structuredClone(shippedLevels),
    thresholds: { link: 4, suggest: -7 },
  }
}

/**
 * Faults of a stored version: fields or levels missing, chances outside 0 to 1. Empty when sound.
 */
export function faultsOf(parameters: Parameters): string[] {
  const faults: string[] = []
  for (const [field, levels] of Object.entries(levelsOf)) {
    for (const level of levels) {
      const chance = parameters.fields[field]?.[level]
      if (!chance) faults.push(`${field} ${level} is missing`)
      else if (!(chance.m > 0 && chance.m <= 1 && chance.u > 0 && chance.u <= 1)) {
        faults.push(`${field} ${level} is not a chance`)
      }
    }
  }
  return faults
}
