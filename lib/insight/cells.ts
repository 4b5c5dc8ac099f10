/** The published figures of one table by their keys; null is withheld. */
export type Cells = ReadonlyMap<string, number | null>

const BETWEEN = '\u001f'

/** Cells as they were published, to be asked by their keys. */
export const makeCells = (
  rows: readonly { keys: readonly string[]; value: number | null }[],
): Cells => new Map(rows.map(({ keys, value }) => [keys.join(BETWEEN), value]))

/** What was published under these keys; what has no row is 0, which is shown as a range. */
export const valueAt = (cells: Cells, ...keys: string[]): number | null => {
  const value = cells.get(keys.join(BETWEEN))
  return value === undefined ? 0 : value
}
