import { withheldReason, type Withheld } from './withheld-rows'

/** A table's answers, as far as what may be shown depends on them. */
export type Axis = { categories: readonly string[]; sensitive: boolean; exclusive: boolean }

/** True counts by their keys; what is not there is 0. */
export type Counts = ReadonlyMap<string, number>

/** How keys are one text: no key holds this sign. */
export const joined = (keys: readonly string[]): string => keys.join('\u001f')

/**
 * Which breakdowns of a table are withheld, and why, from true counts. A row is everything but one
 * axis fixed, and its breakdown is along that axis. Each axis is looked along in turn, since who
 * knows that somebody is in a column must learn as little as who knows the row; the row's own total
 * stays. A row where nobody is looks like one where hardly anybody is. Keys are one an axis,
 * `total` for all of it.
 */
export function withheldCells(axes: readonly Axis[], counts: Counts, total: string) {
  const withheld = new Map<string, Withheld>()
  axes.forEach((axis, along) => {
    const others = axes.map((other, place) =>
      place === along ? [total] : [...other.categories, total],
    )
    for (const row of crossed(others)) {
      const cells = axis.categories.map((category) => row.with(along, category))
      const whole = counts.get(joined(row)) ?? 0
      const reason =
        whole === 0
          ? 'thin'
          : withheldReason({
              total: whole,
              counts: cells.map((cell) => counts.get(joined(cell)) ?? 0),
              sensitive: axis.sensitive,
              exclusive: axis.exclusive,
            })
      if (reason) for (const cell of cells) withheld.set(joined(cell), reason)
    }
  })
  return withheld
}

/** Every way of taking one of each. */
export function crossed(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (rows, list) => rows.flatMap((row) => list.map((one) => [...row, one])),
    [[]],
  )
}
