/** Overlaps are whole numbers: a remainder under this share of the largest is rounding. */
const rounding = 1e-9

/**
 * The leverage of each published cell: how little the other cells help to guess it, from 0 to 1.
 * The best linear estimate of its true count, from all published ones, has standard deviation
 * sqrt(V * leverage). It is the diagonal of the projection A (A'A)+ A' for the 0/1 matrix A of
 * cells by atoms. Cells with the same atoms share one change and are to be entered once.
 *
 * `cells` lists the atoms of each cell. Time grows with cells times the square of their rank.
 */
export function leverages(cells: number[][]): number[] {
  const basis = orthonormal(spanOf(cells))
  return cells.map((_, i) => basis.reduce((sum, column) => sum + (column[i] ?? 0) ** 2, 0))
}

/** The standard deviation of the best linear estimate of the weakest cell. */
export function weakestEstimate(cells: number[][], variance: number): number {
  return Math.sqrt(variance * Math.min(1, ...leverages(cells)))
}

/** Columns that span those of A: the factor of A A', by Cholesky with the largest pivot first. */
function spanOf(cells: number[][]): Float64Array[] {
  const sets = cells.map((atoms) => new Set(atoms))
  const left = Float64Array.from(sets, ({ size }) => size)
  const least = Math.max(...left) * rounding
  const columns: Float64Array[] = []
  for (;;) {
    const pivot = left.indexOf(Math.max(...left))
    const rest = left[pivot] ?? 0
    if (rest <= least) return columns
    const column = Float64Array.from(sets, (atoms) => overlap(atoms, sets[pivot] ?? new Set()))
    for (const earlier of columns) subtract(column, earlier, earlier[pivot] ?? 0)
    const root = Math.sqrt(rest)
    column.forEach((value, i) => {
      column[i] = value / root
      left[i] = (left[i] ?? 0) - (value / root) ** 2
    })
    left[pivot] = 0
    columns.push(column)
  }
}

function overlap(one: Set<number>, other: Set<number>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  let shared = 0
  for (const atom of small) if (large.has(atom)) shared++
  return shared
}

/** Gram and Schmidt, each column twice over: once leaves rounding behind. */
function orthonormal(columns: Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = []
  for (const column of columns) {
    const rest = column.slice()
    for (const unit of [...basis, ...basis]) subtract(rest, unit, product(rest, unit))
    const length = Math.sqrt(product(rest, rest))
    basis.push(rest.map((value) => value / length))
  }
  return basis
}

function subtract(from: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < from.length; i++) from[i] = (from[i] ?? 0) - times * (what[i] ?? 0)
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0)
  return sum
}
