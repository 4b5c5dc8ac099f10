import { clusterPairs } from '../../lib/people/matching/cluster'
import type { EngineResult, ScoredPair } from '../../lib/people/matching/engine'

export type Quality = { precision: number; recall: number; f1: number }

/** Precision, recall and F1 of `found` pairs of which `right` are true, out of `all` true pairs. */
export function quality(right: number, found: number, all: number): Quality {
  const precision = found === 0 ? 1 : right / found
  const recall = all === 0 ? 1 : right / all
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision: round(precision), recall: round(recall), f1: round(f1) }
}

export const round = (value: number): number => Math.round(value * 10_000) / 10_000

/** How many pairs of records are truly one person. */
export function countTruePairs(persons: readonly string[]): number {
  return pairsWithin(persons.map((person) => [person, 0]))
}

function pairsWithin(keys: readonly (readonly [string, number])[]): number {
  const sizes = new Map<string, number>()
  for (const key of keys) sizes.set(String(key), (sizes.get(String(key)) ?? 0) + 1)
  let pairs = 0
  for (const size of sizes.values()) pairs += (size * (size - 1)) / 2
  return pairs
}

/** Quality of scored pairs at or above a total. */
export function pairQuality(
  pairs: readonly ScoredPair[],
  persons: readonly string[],
  accept: (pair: ScoredPair) => boolean,
): Quality {
  let found = 0
  let right = 0
  for (const pair of pairs) {
    if (!accept(pair)) continue
    found++
    if (persons[pair.a] === persons[pair.b]) right++
  }
  return quality(right, found, countTruePairs(persons))
}

/** Quality of groups: every pair inside a group counts as found. */
export function groupQuality(groupOf: readonly number[], persons: readonly string[]): Quality {
  const found = pairsWithin(groupOf.map((group) => ['', group]))
  const right = pairsWithin(groupOf.map((group, index) => [persons[index] ?? '', group]))
  return quality(right, found, countTruePairs(persons))
}

/** The best F1 any threshold reaches, by scored pairs and by groups (every half bit is tried). */
export function bestQuality(
  pairs: readonly ScoredPair[],
  persons: readonly string[],
): { pairs: Quality; clusters: Quality } {
  let best = { pairs: quality(0, 1, 1), clusters: quality(0, 1, 1) }
  for (let threshold = -12; threshold <= 40; threshold += 0.5) {
    const asPairs = pairQuality(pairs, persons, (pair) => pair.bits >= threshold)
    const open = pairs.map((pair) => ({ ...pair, blocked: false }))
    const { groupOf } = clusterPairs(persons.length, open, threshold)
    const asGroups = groupQuality(groupOf, persons)
    if (asPairs.f1 > best.pairs.f1) best = { ...best, pairs: asPairs }
    if (asGroups.f1 > best.clusters.f1) best = { ...best, clusters: asGroups }
  }
  return best
}

export type Ranking = { recallAt1: number; recallAt5: number; meanReciprocalRank: number }

/**
 * What a worker sees first. recallAt1 and recallAt5: of all (record, other record of the same
 * person), the share in which the other is among the first 1 or 5 suggestions for the record; since
 * a person of three records cannot have both others first, recallAt1 stays below 1.
 * meanReciprocalRank: over records that have another, one over the place of the first right one.
 */
export function rankingQuality(result: EngineResult, persons: readonly string[]): Ranking {
  const lists = new Map<number, { other: number; bits: number }[]>()
  const put = (from: number, other: number, bits: number) => {
    const list = lists.get(from)
    if (list) list.push({ other, bits })
    else lists.set(from, [{ other, bits }])
  }
  for (const { a, b, bits } of result.pairs) {
    if (bits < result.parameters.thresholds.suggest) continue
    put(a, b, bits)
    put(b, a, bits)
  }
  const wanted = 2 * countTruePairs(persons)
  let first = 0
  let five = 0
  let reciprocal = 0
  for (const [from, list] of lists) {
    list.sort((x, y) => y.bits - x.bits || x.other - y.other)
    const right = list.map(({ other }) => persons[other] === persons[from])
    if (right[0] === true) first++
    five += right.slice(0, 5).filter(Boolean).length
    const place = right.indexOf(true)
    if (place >= 0) reciprocal += 1 / (place + 1)
  }
  const counts = new Map<string, number>()
  for (const person of persons) counts.set(person, (counts.get(person) ?? 0) + 1)
  const asking = persons.filter((person) => (counts.get(person) ?? 0) > 1).length
  return {
    recallAt1: round(wanted === 0 ? 1 : first / wanted),
    recallAt5: round(wanted === 0 ? 1 : five / wanted),
    meanReciprocalRank: round(asking === 0 ? 1 : reciprocal / asking),
  }
}
