/** What a perturbation table is made of. Whole numbers of people, but for V and pstay. */
export interface PerturbationParameters {
  /** The largest change, up or down. */
  D: number
  /** The variance of the change, which no row exceeds. */
  V: number
  /** Published counts 1 to js never appear; 0 forbids none. */
  js: number
  /** The least chance that a count stays as it is, where the variance can still be reached. */
  pstay: number
}

/** Parameters that no table can keep; the message is for whoever gave them. */
export class InfeasibleParameters extends Error {
  override name = 'InfeasibleParameters'
}

/**
 * Refuses parameters that no table can keep, and says which and why.
 *
 * A true count of i in 1 to js must leave for 0 or for js + 1 and more, with a mean change of 0.
 * The narrowest way of that is these two alone, and its variance is i * (js + 1 - i): 2 for js 2,
 * 6 for js 4. At that variance nothing is left to chance but one coin, so V has to be larger.
 * The widest table of largest entropy is even from -D to D, with variance D * (D + 1) / 3.
 */
export function checkParameters(parameters: PerturbationParameters): void {
  const reason = whyInfeasible(parameters)
  if (reason !== undefined) throw new InfeasibleParameters(reason)
}

function whyInfeasible({ D, V, js, pstay }: PerturbationParameters): string | undefined {
  if (!Number.isInteger(D) || D < 1 || D > 100) return 'D is a whole number from 1 to 100.'
  if (!Number.isInteger(js) || js < 0) return 'js is a whole number, 0 or more.'
  if (!Number.isFinite(V) || V <= 0) return 'V is a number above 0.'
  if (!(pstay >= 0 && pstay < 1)) return 'pstay is a chance: 0 or more, and below 1.'
  if (js > D) return `With js ${js}, D must be at least ${js}: a count of ${js} could not become 0.`
  const least = Math.floor((js + 1) / 2) * Math.ceil((js + 1) / 2)
  if (js > 0 && V <= least) {
    return `With js ${js}, V must be more than ${least}: with less, small counts cannot be hidden.`
  }
  const most = (D * (D + 1)) / 3
  if (V > most) {
    const reach = Math.floor(most * 100) / 100
    return `With D ${D}, V can be ${reach} at most: changes up to ${D} do not vary more.`
  }
  return undefined
}
