import { csvLine } from '@/lib/transfer/report'
import type { FlatTable } from './flatten-table'

/**
 * A table as CSV (RFC 4180) that no spreadsheet runs, with the mark without which some read UTF-8
 * as something else. Its columns are described by `describeCsv`.
 */
export const writeCsv = ({ columns, rows }: FlatTable): string =>
  '\uFEFF' +
  [
    columns.map(({ heading }) => heading),
    ...rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
  ]
    .map(csvLine)
    .join('')
