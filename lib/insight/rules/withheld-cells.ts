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

/**
 * The same where the last axis is what may be so of somebody, any number of it, counted of those
 * who have `base`: the rows of the others are each looked at against their own base. The city's own
 * row is shown: nobody is told by what is so of some of everybody.
 */
export function withheldMarks(axes: readonly Axis[], counts: Counts, base: string | undefined) {
  const withheld = new Map<string, Withheld>()
  const loose = axes.at(-1)
  if (axes.length < 2 || !loose || base === undefined) return withheld
  for (const row of crossed(axes.slice(0, -1).map(({ categories }) => categories))) {
    const at = (mark: string) => joined([...row, mark])
    const others = loose.categories.filter((mark) => mark !== base)
    const whole = counts.get(at(base)) ?? 0
    const reason =
      whole === 0
        ? 'thin'
        : withheldReason({
            ...{ total: whole, sensitive: loose.sensitive, exclusive: false },
            counts: others.map((mark) => counts.get(at(mark)) ?? 0),
          })
    if (reason) for (const mark of others) withheld.set(at(mark), reason)
  }
  return withheld
}

/** Every way of taking one of each. */
export function crossed(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (rows, list) => rows.flatMap((row) => list.map((one) => [...row, one])),
    [[]],
  )
}
