import type { PerturbationParameters } from './rules/perturbation-parameters'

/** Below this many people shown no rate is given: insight's house rule. */
export const leastDenominator = 50

/** How a published count is shown. Nobody is told that a cell is empty: 0 may be as many as js. */
export function countInWords(shown: number, { js }: PerturbationParameters): string {
  return shown === 0 && js > 0 ? `0 to ${js}` : String(shown)
}

/**
 * Differences of fewer people than this between two figures mean nothing: 95 in 100 differences of
 * two equal counts stay below it. 1.96 * sqrt(2 V), to the nearest whole person.
 */
export function meaninglessDifference({ V }: PerturbationParameters): number {
  return Math.round(1.96 * Math.sqrt(2 * V))
}

/** The line under every table. */
export function marginInWords(parameters: PerturbationParameters): string {
  const least = meaninglessDifference(parameters)
  return (
    'Figures are altered slightly so that people cannot be worked out reliably. Totals may differ ' +
    `from sums and between tables; a difference of less than about ${least} between two figures ` +
    'means nothing.'
  )
}

/** What stands where a row's breakdown may not be shown, whatever the reason. */
export const withheldWords = 'Breakdown withheld'

/** What stands where no person can be: a combination that the definitions rule out. */
export const impossibleWords = '–'

/** A share of people in whole hundredths, with what it may be given how much counts are changed. */
export interface Share {
  percent: number
  low: number
  high: number
}

/**
 * A published count as a share of another, or undefined where too few people are shown for one.
 * `exactBase`: the base is a published population and was not changed. The range holds the true
 * share 95 times in 100 as far as the change goes; it says nothing of links missed or not asked.
 */
export function shareOf(
  shown: number,
  base: number,
  { V }: PerturbationParameters,
  exactBase = false,
): Share | undefined {
  if (base < leastDenominator) return undefined
  const ratio = shown / base
  const deviation = Math.sqrt(V * (1 + (exactBase ? 0 : ratio ** 2))) / base
  return shareAround(ratio, deviation)
}

/** A ratio in hundredths, with where the true one is 95 times in 100. */
export function shareAround(ratio: number, deviation: number): Share {
  const percent = (share: number) => Math.round(100 * Math.min(1, Math.max(0, share)))
  return {
    percent: percent(ratio),
    low: percent(ratio - 1.96 * deviation),
    high: percent(ratio + 1.96 * deviation),
  }
}

const plainShares: readonly (readonly [number, string])[] = [
  [1 / 10, 'one in ten'],
  [1 / 8, 'one in eight'],
  [1 / 6, 'one in six'],
  [1 / 5, 'one in five'],
  [1 / 4, 'one in four'],
  [3 / 10, 'three in ten'],
  [1 / 3, 'one in three'],
  [2 / 5, 'two in five'],
  [1 / 2, 'half'],
  [3 / 5, 'three in five'],
  [2 / 3, 'two in three'],
  [7 / 10, 'seven in ten'],
  [3 / 4, 'three in four'],
  [4 / 5, 'four in five'],
  [9 / 10, 'nine in ten'],
]

/** "about one in four": the nearest plain share that the range allows, else the range. */
export function shareInWords({ percent, low, high }: Share): string {
  const share = percent / 100
  const near = plainShares
    .filter(([value]) => value * 100 >= low && value * 100 <= high)
    .toSorted(([a], [b]) => Math.abs(a - share) - Math.abs(b - share))[0]
  if (near !== undefined) return `about ${near[1]}`
  return low === high ? `about ${low} in 100` : `between ${low} and ${high} in 100`
}
