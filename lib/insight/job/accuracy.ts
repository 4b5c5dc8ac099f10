import type { RuledCell } from './audit'

/** From this many people on a figure is one that may be planned with. */
const enough = 20

/** What protection cost a table: by how much its larger figures are off, in hundredths. */
export type Accuracy = { table: string; cells: number; median: number; p90: number }

/** How far the figures of cells of twenty or more are from the truth, by table; for the report. */
export function accuracyOf(cells: readonly RuledCell[]): Accuracy[] {
  const tables = [...new Set(cells.map(({ table }) => table.key))]
  return tables.map((table) => {
    const errors = cells
      .filter((cell) => cell.table.key === table && cell.people >= enough)
      .flatMap(({ value, people }) => (value === null ? [] : [Math.abs(value - people) / people]))
      .sort((x, y) => x - y)
    const at = (share: number) =>
      errors[Math.min(errors.length - 1, Math.floor(share * errors.length))] ?? 0
    const percent = (share: number) => Math.round(at(share) * 1000) / 10
    return { table, cells: errors.length, median: percent(0.5), p90: percent(0.9) }
  })
}
