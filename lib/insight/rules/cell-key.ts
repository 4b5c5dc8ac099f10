import { keySpace, type PerturbationEntry, type PerturbationTable } from './perturbation-table'

/**
 * The key of a cell: the sum of the keys of the distinct people in it, modulo the space they are
 * drawn from. Our keys are of 32 bits; published examples count in hundred-thousandths. Two
 * thousand million people would fit a bigint of SQL; here sums are folded before they could round.
 */
export function cellKeyOf(personKeys: Iterable<number>, space = keySpace): number {
  let sum = 0
  for (const key of personKeys) {
    if (!Number.isInteger(key) || key < 0 || key >= space) {
      throw new RangeError(`A key is a whole number from 0 and below ${space}.`)
    }
    sum = (sum + key) % space
  }
  return sum
}

/** Which entry changes a true count above 0: the first of its row whose bound is above the key. */
export function entryFor(
  table: PerturbationTable,
  trueCount: number,
  cellKey: number,
): PerturbationEntry {
  const row = table.rows[Math.min(trueCount, table.rows.length - 1)]
  const entry = row?.find(({ keyBelow }) => cellKey < keyBelow)
  if (entry === undefined || cellKey < 0) throw new RangeError('No entry for this count and key.')
  return entry
}

/**
 * The count that is published for a cell of `trueCount` distinct people with this key. The same
 * people always give the same number, whoever asks and however. Nobody stays 0.
 */
export function publishedCount(
  table: PerturbationTable,
  trueCount: number,
  cellKey: number,
): number {
  if (!Number.isSafeInteger(trueCount) || trueCount < 0) {
    throw new RangeError('A count of people is a whole number, 0 or more.')
  }
  return trueCount === 0 ? 0 : trueCount + entryFor(table, trueCount, cellKey).v
}
