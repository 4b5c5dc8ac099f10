import { ageBands, type AgeBand } from '@/lib/areas/schema'
import type { Cells } from './cells'
import type { Ground } from './ground'
import { bearingOf, distanceOf } from './ground'
import type { Random } from './random'
import type { Km, PopulationCount, SmallArea } from './types'

/** Residents of the city, about those of a middling English city. */
export const cityResidents = 310_000

type Character = SmallArea['character']

/** Where the university and two large post-war estates lie: they colour what is around them. */
export type Quarters = { university: Km; estates: Km[]; suburbs: Km[] }

export function makeQuarters(ground: Ground, random: Random): Quarters {
  const at = (bearing: number, share: number): Km => {
    const distance = ground.outlineRadius(bearing) * share
    return [distance * Math.cos(bearing), distance * Math.sin(bearing)]
  }
  const turn = random.between(0, 2 * Math.PI)
  return {
    university: at(turn, 0.38),
    estates: [at(turn + 1.7, 0.72), at(turn + 3.4, 0.6), at(turn + 4.4, 0.42)],
    suburbs: [at(turn + 2.5, 0.75), at(turn + 5.4, 0.7)],
  }
}

const glow = (a: Km, b: Km, reach: number) =>
  Math.exp(-(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) / reach ** 2))
const strongest = (point: Km, places: Km[], reach: number) =>
  Math.max(0, ...places.map((place) => glow(point, place, reach)))

export function characterOf(ground: Ground, quarters: Quarters, point: Km): Character {
  const out = distanceOf(point) / ground.outlineRadius(bearingOf(point))
  return {
    centre: Math.exp(-((out / 0.28) ** 2)),
    student: glow(point, quarters.university, 1.1),
    estate: strongest(point, quarters.estates, 1.25),
    leafy: strongest(point, quarters.suburbs, 1.9),
  }
}

/**
 * People in each cell, adding up to the city's residents. Cells differ as streets do; one in
 * thirty-odd holds nobody (a works, a park, a school).
 */
export function residentsByCell(cells: Cells, random: Random): number[] {
  const raw = cells.inside.map((inside) =>
    inside && random.next() > 0.03 ? Math.exp(0.32 * random.normal()) : 0,
  )
  const sum = raw.reduce((total, value) => total + value, 0)
  return raw.map((value) => Math.round((value / sum) * cityResidents))
}

/** Shares of an English city by band, near those of the 2021 census, out of 1,000. */
const usual: Record<AgeBand, number> = {
  '0-15': 196,
  '16-17': 23,
  '18-24': 112,
  '25-34': 158,
  '35-44': 136,
  '45-54': 122,
  '55-64': 110,
  '65-74': 76,
  '75+': 67,
}

/** How a band swells or shrinks (natural logarithm) with the character of a place. */
const leaning: Record<AgeBand, Character> = {
  '0-15': { centre: -0.7, student: -0.8, estate: 0.32, leafy: 0.02 },
  '16-17': { centre: -0.5, student: -0.5, estate: 0.25, leafy: 0.05 },
  '18-24': { centre: 0.7, student: 1.6, estate: -0.05, leafy: -0.35 },
  '25-34': { centre: 0.55, student: 0.15, estate: 0.05, leafy: -0.35 },
  '35-44': { centre: 0.05, student: -0.4, estate: 0.02, leafy: 0.05 },
  '45-54': { centre: -0.3, student: -0.6, estate: -0.05, leafy: 0.12 },
  '55-64': { centre: -0.4, student: -0.7, estate: -0.1, leafy: 0.22 },
  '65-74': { centre: -0.6, student: -0.9, estate: -0.25, leafy: 0.4 },
  '75+': { centre: -0.6, student: -0.9, estate: -0.35, leafy: 0.5 },
}

/** Of 100 residents, how many are women: they outlive men. Central blocks hold more young men. */
const women: Record<AgeBand, number> = {
  '0-15': 48.8,
  '16-17': 48.7,
  '18-24': 49,
  '25-34': 49.6,
  '35-44': 50.3,
  '45-54': 50.6,
  '55-64': 50.9,
  '65-74': 52,
  '75+': 57.5,
}

/** Whole numbers that keep the shares and add up to the total (largest remainders). */
function share(total: number, weights: number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((w) => (sum === 0 ? 0 : (total * w) / sum))
  const whole = exact.map(Math.floor)
  const order = exact
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
  const missing = total - whole.reduce((a, b) => a + b, 0)
  for (const { i } of order.slice(0, missing)) whole[i] = (whole[i] ?? 0) + 1
  return whole
}

/** A small area's residents by age band and sex; the counts add up to `residents`. */
export function populationOf(
  residents: number,
  character: Character,
  random: Random,
): PopulationCount[] {
  const weights = ageBands.map((band) => {
    const lean = leaning[band]
    const pull =
      lean.centre * character.centre +
      lean.student * character.student +
      lean.estate * character.estate +
      lean.leafy * character.leafy
    return usual[band] * Math.exp(pull + 0.09 * random.normal())
  })
  const counts = share(residents, weights)
  return ageBands.flatMap((ageBand, i) => {
    const count = counts[i] ?? 0
    const ofWomen = women[ageBand] - 2 * character.centre + 1.2 * random.normal()
    const female = Math.min(count, Math.max(0, Math.round((count * ofWomen) / 100)))
    return [
      { ageBand, sex: 'female' as const, count: female },
      { ageBand, sex: 'male' as const, count: count - female },
    ]
  })
}
