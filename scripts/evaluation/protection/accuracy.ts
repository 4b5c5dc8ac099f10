import { round } from './attack-result'
import { marginsBy, publishSeries, type Series } from './margins'
import { type Method, methods } from './methods'
import { type Person, sizes } from './population'

/** What protection costs: errors of cells of twenty and more, and how far wards keep order. */
export interface Accuracy {
  method: string
  cells: number
  medianRelativeError: number
  p90RelativeError: number
  /** Share of pairs of unequal wards that are shown in the right order; a tie counts half. */
  wardOrderKept: number
}

/** Measures two-way tables over sixteen publications, as they were published. */
export function measureAccuracy(atoms: readonly (readonly (readonly Person[])[])[]): Accuracy[] {
  const margins = marginsBy(2)
  const isWard = margins.map(({ by }) => by.length === 1 && by[0] === 'ward')
  return methods.map((method) => {
    const series = margins.map((margin) => seriesOf(method, margin.atoms, atoms))
    const errors = series.flatMap(errorsOf).toSorted((a, b) => a - b)
    const wards = series.filter((_, k) => isWard[k])
    if (wards.length !== sizes.ward) throw new Error('There is not one cell for each ward.')
    return {
      method: method.name,
      cells: errors.length,
      medianRelativeError: round(errors[Math.floor(errors.length / 2)] ?? NaN),
      p90RelativeError: round(errors[Math.floor(errors.length * 0.9)] ?? NaN),
      wardOrderKept: round(orderKept(wards)),
    }
  })
}

const seriesOf = (
  method: Method,
  cell: readonly number[],
  atoms: readonly (readonly (readonly Person[])[])[],
): Series =>
  publishSeries(
    method,
    atoms.map((quarter) => cell.flatMap((atom) => quarter[atom] ?? [])),
  )

const errorsOf = ({ counts, published }: Series): number[] =>
  counts.flatMap((n, quarter) => {
    const shown = published[quarter]?.shown
    return n < 20 || shown == null ? [] : [Math.abs(shown - n) / n]
  })

function orderKept(wards: readonly Series[]): number {
  let pairs = 0
  let kept = 0
  wards.forEach((one, a) => {
    wards.slice(a + 1).forEach((other) => {
      one.counts.forEach((n, quarter) => {
        const truth = Math.sign(n - (other.counts[quarter] ?? 0))
        if (truth === 0) return
        const [shown, beside] = [one, other].map(({ published }) => published[quarter]?.shown ?? 0)
        const told = Math.sign((shown ?? 0) - (beside ?? 0))
        pairs++
        kept += told === truth ? 1 : told === 0 ? 0.5 : 0
      })
    })
  })
  return kept / pairs
}
