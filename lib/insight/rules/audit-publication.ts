import { leverages } from './leverage'
import { provableIntervals, roundInwards, type Interval, type Knowledge } from './provable-interval'

/** A provable interval narrower than this tells too much of a small cell. */
export const narrowestAllowed = 3
/**
 * A best linear estimate may have this share of the variance of one change at least, whatever the
 * profile: of V 8 that is a standard deviation of 1.4 people.
 */
export const leastLeverage = 0.25

/** A count that must not be found: a published cell or an atom, its atoms and its true count. */
export interface Target {
  name: string
  atoms: number[]
  trueCount: number
}

/** What the audit found, for the people who decide; it names cells and no counts of people. */
export interface AuditReport {
  refusals: string[]
  warnings: string[]
  /** The width of the narrowest provable interval of a true 1 to 4; null where there is none. */
  tightest: { name: string; width: number } | null
  /** The smallest standard deviation of a best linear estimate of a published cell. */
  weakest: { name: string; deviation: number } | null
}

/**
 * Plays the reader who holds everything published, before it is. `knowledge` holds each set of
 * people once; `names` are those of its cells; `targets` are the small cells and the atoms of the
 * city; V is the variance of the change. Throws NoProof when the solver gives no answer: then
 * nothing may be published.
 */
export async function auditPublication(
  knowledge: Knowledge,
  names: readonly string[],
  targets: readonly Target[],
  V: number,
): Promise<AuditReport> {
  const small = targets.filter(({ trueCount }) => trueCount >= 1 && trueCount <= 4)
  const sums = small.map(({ atoms }) => atoms)
  const intervals = (await provableIntervals(knowledge, sums)).map(roundInwards)
  const widths = small.map(({ name }, k) => ({ name, width: widthOf(intervals[k]) }))
  const deviations = leverages(knowledge.cells.map(({ atoms }) => atoms)).map((h, k) => ({
    name: names[k] ?? `cell ${k + 1}`,
    deviation: Math.sqrt(V * h),
  }))
  const narrow = widths.filter(({ width }) => width < narrowestAllowed)
  const weak = deviations.filter(({ deviation }) => deviation < Math.sqrt(V * leastLeverage))
  return {
    refusals: [
      ...narrow.map(({ name, width }) => `${name} can be proved to within ${width}.`),
      ...weak.map(
        ({ name, deviation }) =>
          `${name} can be estimated to within ${deviation.toFixed(2)} (standard deviation).`,
      ),
    ],
    warnings: small
      .filter((_, k) => (intervals[k]?.low ?? 0) >= 1)
      .map(({ name }) => `${name}: it can be proved that somebody is there.`),
    tightest: least(widths, ({ width }) => width),
    weakest: least(deviations, ({ deviation }) => deviation),
  }
}

const widthOf = (interval: Interval | undefined) =>
  interval === undefined ? 0 : interval.high - interval.low

function least<Item>(items: Item[], size: (item: Item) => number): Item | null {
  return items.reduce<Item | null>(
    (found, item) => (found === null || size(item) < size(found) ? item : found),
    null,
  )
}
