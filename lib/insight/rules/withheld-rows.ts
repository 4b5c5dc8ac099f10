/** Below this many people a row shows its total alone. */
export const thinRow = 10
/** One category may hold this share of a row at most, */
export const largestShare = 0.9
/** and at least this many people must be outside it. */
export const leastOutside = 3

/** A row of a table on true data: distinct people, and how many in each category. */
export interface TrueRow {
  total: number
  counts: readonly number[]
  sensitive: boolean
  /** Each person is in one category; else in any number, as with needs. */
  exclusive: boolean
}

/**
 * Why the breakdown of a row is withheld: too few people, or too alike. The reader is told neither
 * which nor how many, only that it is withheld: the reason is for the audit's report.
 */
export type Withheld = 'thin' | 'alike'

/**
 * Decides from true counts whether a row's breakdown may be shown. Who knows that somebody is in
 * the row must not learn their category: at least two categories are filled, none holds nearly
 * all. Where people may be in several, the same holds of each category against being outside it;
 * that hardly anybody is in one is no news of a person, since a shown 0 may be as many as js.
 */
export function withheldReason(row: TrueRow): Withheld | undefined {
  const { total, counts, sensitive, exclusive } = row
  if (total === 0) return undefined
  if (total < thinRow) return 'thin'
  if (!sensitive) return undefined
  const largest = Math.max(0, ...counts)
  const filled = counts.filter((count) => count > 0).length
  if (exclusive && filled < 2) return 'alike'
  if (largest > largestShare * total || total - largest < leastOutside) return 'alike'
  return undefined
}

/**
 * Whether agencies other than the one that supplies most of a row may see it by agency: not where
 * all but two of its people or more are one agency's. `counts` holds people by agency.
 */
export function isOneAgencysRow(total: number, counts: readonly number[]): boolean {
  return total > 0 && total - Math.max(0, ...counts) <= 2
}
