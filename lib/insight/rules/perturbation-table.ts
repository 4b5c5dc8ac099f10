import { checkParameters, type PerturbationParameters } from './perturbation-parameters'
import { chancesOf } from './perturbation-row'

/** Keys of people and of cells are whole numbers below this: 32 bits. */
export const keySpace = 2 ** 32

/** One line of a table: a true count i becomes j = i + v. */
export interface PerturbationEntry {
  i: number
  j: number
  v: number
  /** Cumulative probability before and after this change, to ten decimals. */
  from: number
  to: number
  /** The change is chosen by a cell key below this, and not below the one before. */
  keyBelow: number
}

/** Entries by true count, in order of rising change; the last row stands for all greater counts. */
export interface PerturbationTable {
  parameters: PerturbationParameters
  rows: PerturbationEntry[][]
}

/**
 * Makes the whole table: rows 0 to D + js + 1, or to D where js is 0. What the CSV prints is all
 * there is: key bounds are made from the ten decimals, so that nobody's exponential function or
 * rounding in another program can move a count. Throws InfeasibleParameters.
 */
export function makePerturbationTable(parameters: PerturbationParameters): PerturbationTable {
  checkParameters(parameters)
  const { D, js } = parameters
  const last = js === 0 ? D : D + js + 1
  const stay = { i: 0, j: 0, v: 0, from: 0, to: 1, keyBelow: keySpace }
  const rows = [[stay]]
  for (let i = 1; i <= last; i++) rows.push(makeRow(i, parameters))
  return { parameters, rows }
}

function makeRow(i: number, parameters: PerturbationParameters): PerturbationEntry[] {
  const chances = chancesOf(i, parameters)
  let exact = 0
  let from = 0
  return chances.map(({ v, p }, k) => {
    exact += p
    const isLast = k === chances.length - 1
    const to = isLast ? 1 : toTenDecimals(Math.min(exact, 1))
    const entry = { i, j: i + v, v, from, to, keyBelow: Math.round(to * keySpace) }
    from = to
    return entry
  })
}

const toTenDecimals = (share: number) => Math.round(share * 1e10) / 1e10

/** The table as the published ones are written: six columns, ten decimals, a line a change. */
export function writePerturbationCsv({ rows }: PerturbationTable): string {
  const lines = rows.flat().map(({ i, j, v, from, to }) => {
    const [p, below, above] = [to - from, from, to].map((share) => share.toFixed(10))
    return `${i},${j},${p},${v},${below},${above}`
  })
  return ['i,j,p,v,p_int_lb,p_int_ub', ...lines, ''].join('\n')
}
