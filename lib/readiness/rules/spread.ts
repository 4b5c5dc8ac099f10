import type { Sector } from '../statements'

/** One sector's middle answer to a statement. */
export type Mark = { readonly sector: Sector; readonly middle: number }

/** A statement as sectors see it: their middle answers, and how far apart those are. */
export type Spread = {
  readonly marks: readonly Mark[]
  /** Points from the lowest to the highest; null where fewer than two sectors are shown. */
  readonly apart: number | null
  readonly lowest: Mark | null
  readonly highest: Mark | null
}

/** How far apart sectors are on one statement. */
export function spreadOf(marks: readonly Mark[]): Spread {
  const sorted = marks.toSorted((a, b) => a.middle - b.middle)
  const [lowest = null, highest = null] = [sorted[0], sorted.at(-1)]
  const isOne = sorted.length < 2 || !lowest || !highest
  return { marks: sorted, apart: isOne ? null : highest.middle - lowest.middle, lowest, highest }
}

/** The widest first; where nothing can be compared, last, in the order asked. */
export const byWidest = <T extends { spread: Spread; no: number }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => (b.spread.apart ?? -1) - (a.spread.apart ?? -1) || a.no - b.no)
