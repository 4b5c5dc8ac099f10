import type { Random } from './random'
import type { Deprivation, DeprivationDomain, Km, SmallArea } from './types'
import { deprivationDomains } from './types'

/** Small areas of England in 2021: ranks run from 1, the most deprived, to this. */
export const rankedAreas = 33_755

type Place = { point: Km; character: SmallArea['character'] }

/** What each domain takes from the kind of place it is. Crime and housing gather in the centre. */
const pulls: Record<DeprivationDomain, SmallArea['character']> = {
  income: { centre: 0.5, student: -0.2, estate: 1.5, leafy: -0.95 },
  employment: { centre: 0.4, student: -0.5, estate: 1.5, leafy: -1.0 },
  education: { centre: 0.1, student: -0.9, estate: 1.6, leafy: -1.2 },
  health: { centre: 0.7, student: -0.2, estate: 1.2, leafy: -0.8 },
  crime: { centre: 1.5, student: 0.5, estate: 0.8, leafy: -0.9 },
  housing: { centre: 0.8, student: 0.5, estate: 0.2, leafy: -0.2 },
  environment: { centre: 1.2, student: 0.4, estate: 0.1, leafy: -0.6 },
}

/** Weights of the domains in the English index (English Indices of Deprivation, since 2015). */
const weights: Record<DeprivationDomain, number> = {
  income: 0.225,
  employment: 0.225,
  education: 0.135,
  health: 0.135,
  crime: 0.093,
  housing: 0.093,
  environment: 0.093,
}

/** A slow unevenness over the map, so that neighbours are alike but no two areas the same. */
function makeGrain(random: Random) {
  const waves = Array.from({ length: 6 }, () => ({
    x: random.between(-0.9, 0.9),
    y: random.between(-0.9, 0.9),
    phase: random.between(0, 6.3),
  }))
  return ([x, y]: Km) =>
    waves.reduce((sum, w) => sum + Math.sin(w.x * x + w.y * y + w.phase), 0) / Math.sqrt(12)
}

/** The normal distribution's lower tail (Abramowitz and Stegun 26.2.17, error below 1e-7). */
function lowerTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly
  return z < 0 ? tail : 1 - tail
}

const decileOf = (share: number) => Math.min(10, Math.max(1, Math.ceil(share * 10)))

/** The same figures with this mean and spread, so that no seed makes a city of all one decile. */
function standardise(list: number[], mean: number, spread: number): number[] {
  const middle = list.reduce((a, b) => a + b, 0) / list.length
  const sd = Math.sqrt(list.reduce((sum, v) => sum + (v - middle) ** 2, 0) / list.length)
  return list.map((v) => mean + (spread * (v - middle)) / sd)
}

/** How much need each area has in one domain; above 0 is more than England's middle area. */
function domainNeeds(places: Place[], domain: DeprivationDomain, random: Random): number[] {
  const grain = makeGrain(random)
  const pull = pulls[domain]
  const raw = places.map(
    ({ point, character }) =>
      pull.centre * character.centre +
      pull.student * character.student +
      pull.estate * character.estate +
      pull.leafy * character.leafy +
      0.4 * grain(point) +
      0.25 * random.normal(),
  )
  return standardise(raw, 0.35, 1.05)
}

/** The English score has a long tail over the ranks; this curve runs from about 80 down to 1. */
const scoreOf = (share: number) =>
  Math.round(1000 * (1 + 26 * -Math.log(0.047 + 0.953 * share))) / 1000

/**
 * Deprivation of every area, in their order. The city as a whole is poorer than England: nearly
 * one area in five falls in the most deprived tenth, as in the real cities it stands for.
 */
export function makeDeprivation(places: Place[], random: Random): Deprivation[] {
  const grain = makeGrain(random.fork('grain'))
  const shared = places.map(({ point }) => 0.5 * grain(point))
  const needs = deprivationDomains.map((domain) => ({
    domain,
    list: domainNeeds(places, domain, random.fork(domain)).map((n, i) => n + (shared[i] ?? 0)),
  }))
  const whole = standardise(
    places.map((_, i) => needs.reduce((sum, n) => sum + weights[n.domain] * (n.list[i] ?? 0), 0)),
    0.35,
    1.05,
  )
  const taken = new Set<number>()
  return whole.map((need, i) => {
    let rank = Math.min(rankedAreas, Math.max(1, Math.ceil(lowerTail(-need) * rankedAreas)))
    while (taken.has(rank)) rank = (rank % rankedAreas) + 1
    taken.add(rank)
    const domains = Object.fromEntries(
      needs.map(({ domain, list }) => [domain, decileOf(lowerTail(-(list[i] ?? 0)))]),
    ) as Record<DeprivationDomain, number>
    const share = rank / rankedAreas
    return { rank, decile: decileOf(share), score: scoreOf(share), domains }
  })
}
