import { random } from '@/prisma/practice/random'

/** The value below which `share` of them lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)] ?? NaN
  const high = sorted[Math.ceil(at)] ?? NaN
  return low + (high - low) * (at - Math.floor(at))
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** A median with the interval that holds 95 in 100 bootstrap medians. */
export type Interval = { median: number; low: number; high: number }

/** Median of per-round ratios, and its bootstrap interval; seeded, so a report can be redone. */
export function interval(values: readonly number[], draws = 4000): Interval {
  const rng = random('bootstrap')
  const medians = Array.from({ length: draws }, () => median(values.map(() => rng.pick(values))))
  return { median: median(values), low: quantile(medians, 0.025), high: quantile(medians, 0.975) }
}
