import type { DeclaredLink } from './what-if'

/** One stretch of the matrix of who is linked to whom: rows give, columns receive. */
export type Stretch = {
  rows: { id: string; cells: (number | null)[] }[]
  columns: string[]
  /** How many stretches there are each way. */
  stretches: number
}

/**
 * A stretch of the matrix, with the strongest link of each pair; null where none is declared. Ids
 * in the order given.
 *
 * @param down which stretch of the rows, from 1; past the last is the last
 * @param across which stretch of the columns
 */
export function matrixOf(
  ids: readonly string[],
  links: readonly DeclaredLink[],
  { size, down, across }: { size: number; down: number; across: number },
): Stretch {
  const stretches = Math.max(1, Math.ceil(ids.length / size))
  const part = (at: number) => {
    const from = (Math.min(at, stretches) - 1) * size
    return ids.slice(from, from + size)
  }
  const strongest = new Map<string, number>()
  for (const { from, to, strength } of links) {
    const key = `${from} ${to}`
    strongest.set(key, Math.max(strongest.get(key) ?? 0, strength))
  }
  const columns = part(across)
  const rows = part(down).map((id) => ({
    id,
    cells: columns.map((to) => strongest.get(`${id} ${to}`) ?? null),
  }))
  return { rows, columns, stretches }
}
