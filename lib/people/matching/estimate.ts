import { compareFacets } from './compare'
import { identifierKinds, type Facets } from './facets'
import type { Frequencies } from './frequencies'
import { levelsOf, type Outcome } from './levels'
import { type Chance, pairsPerRecord, type Parameters, priorFor } from './parameters'
import { bitsOf } from './bits'

/** What an estimate is made from; no labels anywhere. */
export type EstimateInput = {
  records: readonly Facets[]
  /** Index pairs that share a key: where nearly all true matches are. */
  candidates: readonly (readonly [number, number])[]
  frequencies: Frequencies
  start: Parameters
  /**
   * Where only some records' candidates are looked at: how many records, and how many there
   * are.
   */
  sample?: { asked: number; of: number }
}

const randomPairs = 200_000
const rounds = 12

/** Fields whose chance of coincidence is far below what random pairs can show: kept as shipped. */
const fixedU = new Set<string>(identifierKinds)

/** No level is so rare among true matches that a set which never shows it proves it impossible. */
const usualLeastM = 0.001

/** Names with the family name first are as common as the records of the people who bear them. */
const leastM: Readonly<Record<string, number>> = { 'order swapped': 0.002 }

/**
 * Weight of the starting values, in pairs; enough that a level never seen is not thought
 * impossible.
 */
const startMatches = 30
const startPairs = 20_000

/**
 * Estimates m and u without labels: u from random pairs, m by expectation-maximisation over the
 * candidates with u held fixed (Winkler 1988; Splink does the same). Because u is taken over all
 * pairs, no field is biased by the blocking; the few true matches among the random pairs are taken
 * out again. Deterministic.
 *
 * @returns a new version of the parameters; the caller decides whether to use it.
 */
export function estimate(input: EstimateInput): Parameters {
  const { records, candidates, frequencies, start } = input
  const { asked, of } = input.sample ?? { asked: records.length, of: records.length }
  const weighStart = (outcome: Outcome) => bitsOf(outcome, start, frequencies)
  const parameters = structuredClone(start)
  estimateU(input, parameters, weighStart)
  const compared = candidates.map(([i, j]) => outcomesOf(records, i, j, weighStart))
  let perRecord = pairsPerRecord
  for (let round = 0; round < rounds; round++) {
    parameters.priorBits = priorFor(of, perRecord)
    parameters.recordsPerPerson = 1 + 2 * perRecord
    const counts = new Map<string, number>()
    let matches = 0
    for (const outcomes of compared) {
      const bits = outcomes.reduce(
        (sum, outcome) => sum + bitsOf(outcome, parameters, frequencies),
        parameters.priorBits,
      )
      const chance = 1 / (1 + 2 ** -bits)
      if (chance < 1e-4) continue
      matches += chance
      for (const { field, level } of outcomes) bump(counts, field, level, chance)
    }
    updateM(parameters, counts, start)
    perRecord = Math.min(3, Math.max(0.05, matches / Math.max(1, asked)))
  }
  return parameters
}

function outcomesOf(
  records: readonly Facets[],
  i: number,
  j: number,
  weigh: (outcome: Outcome) => number,
): Outcome[] {
  const a = records[i]
  const b = records[j]
  if (!a || !b) return []
  const outcomes = compareFacets(a, b, weigh)
  const named = outcomes.some(({ field }) => field === 'given' || field === 'family')
  if (named && !outcomes.some(({ field }) => field === 'order')) {
    outcomes.push({ field: 'order', level: 'straight', values: [] })
  }
  return outcomes
}

function bump(counts: Map<string, number>, field: string, level: string, by: number): void {
  counts.set(`${field} ${level}`, (counts.get(`${field} ${level}`) ?? 0) + by)
  counts.set(field, (counts.get(field) ?? 0) + by)
}

function updateM(parameters: Parameters, counts: Map<string, number>, start: Parameters): void {
  for (const [field, levels] of Object.entries(levelsOf)) {
    const total = counts.get(field) ?? 0
    for (const level of levels) {
      const chance = parameters.fields[field]?.[level]
      const before = start.fields[field]?.[level]
      if (!chance || !before) continue
      const seen = counts.get(`${field} ${level}`) ?? 0
      const share = (seen + startMatches * before.m) / (total + startMatches)
      chance.m = Math.max(leastM[`${field} ${level}`] ?? usualLeastM, share)
    }
  }
}

function estimateU(
  { records, start }: EstimateInput,
  parameters: Parameters,
  weigh: (outcome: Outcome) => number,
): void {
  const counts = new Map<string, number>()
  const matched = 2 ** start.priorBits
  const next = randomNumbers(records.length)
  for (let pair = 0; pair < Math.min(randomPairs, records.length ** 2); pair++) {
    const i = next()
    const j = next()
    if (i === j) continue
    for (const { field, level } of outcomesOf(records, i, j, weigh)) bump(counts, field, level, 1)
  }
  for (const [field, levels] of Object.entries(levelsOf)) {
    if (field === 'order' || fixedU.has(field)) continue
    const total = counts.get(field) ?? 0
    for (const level of levels) {
      const chance: Chance | undefined = parameters.fields[field]?.[level]
      const before = start.fields[field]?.[level]
      if (!chance || !before) continue
      const share =
        ((counts.get(`${field} ${level}`) ?? 0) + startPairs * before.u) / (total + startPairs)
      chance.u = Math.max(share - matched * before.m, share / 10)
    }
  }
}

/** A small fixed generator (mulberry32): the same records always give the same estimate. */
function randomNumbers(below: number): () => number {
  let state = 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}
