import { clusterPairs } from '../../lib/people/matching/cluster'
import type { ScoredPair } from '../../lib/people/matching/engine'

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

/** The best F1 any threshold reaches, by scored pairs and by groups (every bit is tried). */
export function bestQuality(
  pairs: readonly ScoredPair[],
  persons: readonly string[],
): { pairs: Quality; clusters: Quality } {
  let best = { pairs: quality(0, 1, 1), clusters: quality(0, 1, 1) }
  for (let threshold = -8; threshold <= 30; threshold += 1) {
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
 * What a worker sees first, among the other records of the same person.
 * recallAt1 and recallAt5: of the others that could stand among the first 1 or 5 suggestions for a
 * record, the share that do, over all records that have another. Where nobody has more than five
 * others, recallAt5 is the share of all true pairs, each counted from both sides.
 * meanReciprocalRank: one over the place of the first right suggestion, 0 when there is none.
 */
export function rankingQuality(
  pairs: readonly ScoredPair[],
  persons: readonly string[],
  suggest: number,
): Ranking {
  const lists = persons.map((): { other: number; bits: number }[] => [])
  for (const { a, b, bits } of pairs) {
    if (bits < suggest) continue
    lists[a]?.push({ other: b, bits })
    lists[b]?.push({ other: a, bits })
  }
  const sizes = new Map<string, number>()
  for (const person of persons) sizes.set(person, (sizes.get(person) ?? 0) + 1)
  const sum = { first: 0, five: 0, wantedFive: 0, asking: 0, reciprocal: 0 }
  lists.forEach((list, from) => {
    const others = (sizes.get(persons[from] ?? '') ?? 1) - 1
    if (others === 0) return
    list.sort((x, y) => y.bits - x.bits || x.other - y.other)
    const right = list.map(({ other }) => persons[other] === persons[from])
    sum.asking++
    sum.wantedFive += Math.min(5, others)
    sum.five += right.slice(0, 5).filter(Boolean).length
    if (right[0] === true) sum.first++
    const place = right.indexOf(true)
    if (place >= 0) sum.reciprocal += 1 / (place + 1)
  })
  const share = (part: number, whole: number) => round(whole === 0 ? 1 : part / whole)
  return {
    recallAt1: share(sum.first, sum.asking),
    recallAt5: share(sum.five, sum.wantedFive),
    meanReciprocalRank: share(sum.reciprocal, sum.asking),
  }
}
