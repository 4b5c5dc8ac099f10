import { momentsOf, type Moments, type Point, weighByEntropy } from './maximum-entropy'
import type { PerturbationParameters } from './perturbation-parameters'

/** One possible change of a count, and its probability. */
export interface Chance {
  v: number
  p: number
}

/** How far a second moment may be from V and still be V: a tenth of what the files are held to. */
const reached = 1e-7

/**
 * How a true count i is changed, in order of rising change: the distribution of largest entropy
 * with mean 0, variance at most V, no published count in 1 to js, and, where i itself may be
 * published, probabilities that do not fall from the largest loss up to no change.
 *
 * Source: the R package ptable 0.3.3 (Statistics Germany), whose tables it reproduces; method in
 * Giessing 2016. `pstay` gives way by 0.05 at a time where the variance could not be V, as there.
 */
export function chancesOf(i: number, parameters: PerturbationParameters): Chance[] {
  const changes = changesOf(i, parameters)
  const stays = changes.includes(0)
  let chances = spread(changes, parameters.V, stays, 0)
  if (!stays || parameters.pstay === 0) return chances
  for (let stay = parameters.pstay; stay > 0; stay -= 0.05) {
    if ((chances.find(({ v }) => v === 0)?.p ?? 0) >= stay) return chances
    const held = spread(changes, parameters.V, stays, stay)
    const variance = held.reduce((sum, { v, p }) => sum + v * v * p, 0)
    if (Math.abs(variance - parameters.V) < reached) {
      chances = held
      break
    }
  }
  return chances
}

/** The changes that a true count i may suffer, rising. */
function changesOf(i: number, { D, js }: PerturbationParameters): number[] {
  const targets = Array.from({ length: 2 * D + 1 }, (_, k) => i - D + k)
  return targets.filter((j) => j === 0 || j > js).map((j) => j - i)
}

/** A run of neighbouring changes with one probability; `held` where that is fixed beforehand. */
interface Run {
  changes: number[]
  held: number | undefined
}

/** Merges neighbours that break monotony, the worst first, until none does. */
function spread(changes: number[], V: number, monotone: boolean, stay: number): Chance[] {
  let runs: Run[] = changes.map((v) => ({
    changes: [v],
    held: v === 0 && stay > 0 ? stay : undefined,
  }))
  for (;;) {
    const each = solveRuns(runs, V)
    const worst = monotone ? worstFall(runs, each) : undefined
    if (worst === undefined) {
      return runs.flatMap((run, k) => run.changes.map((v) => ({ v, p: each[k] ?? 0 })))
    }
    runs = mergeAt(runs, worst)
  }
}

/** Where probability falls most towards no change: the place of the left of the two runs. */
function worstFall(runs: Run[], each: number[]): number | undefined {
  let worst: number | undefined
  let most = 1e-12
  runs.forEach((run, k) => {
    const next = runs[k + 1]
    if (next === undefined || (next.changes[0] ?? 1) > 0) return
    const fall = (each[k] ?? 0) - (each[k + 1] ?? 0)
    if (fall > most) {
      most = fall
      worst = k
    }
  })
  return worst
}

function mergeAt(runs: Run[], place: number): Run[] {
  const two = runs.slice(place, place + 2)
  const merged = {
    changes: two.flatMap((run) => run.changes),
    held: two.find(({ held }) => held !== undefined)?.held,
  }
  return [...runs.slice(0, place), merged, ...runs.slice(place + 2)]
}

/** The probability of each single change in each run. */
function solveRuns(runs: Run[], V: number): number[] {
  const free = runs.filter(({ held }) => held === undefined)
  const wanted = leftFor(runs, V)
  const weights = weighByEntropy(free.map(pointOf), wanted.moments)
  const share = new Map(free.map((run, k) => [run, (weights[k] ?? 0) * wanted.mass]))
  return runs.map((run) => run.held ?? (share.get(run) ?? 0) / run.changes.length)
}

/** The mass and the moments that held runs leave for the free ones. */
function leftFor(runs: Run[], V: number): { mass: number; moments: Moments } {
  const held = runs.filter((run) => run.held !== undefined)
  const points = held.map(pointOf)
  const taken = held.map((run) => (run.held ?? 0) * run.changes.length)
  const mass = 1 - taken.reduce((sum, weight) => sum + weight, 0)
  const { mean, square } = momentsOf(points, taken)
  return { mass, moments: { mean: (0 - mean) / mass, square: (V - square) / mass } }
}

function pointOf({ changes }: Run): Point {
  const size = changes.length
  return {
    v: changes.reduce((sum, v) => sum + v, 0) / size,
    square: changes.reduce((sum, v) => sum + v * v, 0) / size,
    size,
  }
}
