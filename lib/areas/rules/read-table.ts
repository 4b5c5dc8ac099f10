import { CsvError, parse } from 'csv-parse/sync'
import type { Column } from './columns'
import { suggestColumns } from './columns'
import type { Problem } from './problems'

export type Row = { line: number; cells: string[] }

/** A table as read: headings with what they mean, rows with the line they ended on. */
export type Table = { file: string; columns: Column[]; rows: Row[]; problems: Problem[] }

type Parsed = { record: string[]; info: { lines: number } }

/**
 * Reads a CSV text whose first line holds the headings. Cells are trimmed. A row with too many or
 * too few cells is a problem and is left out; a text that is no CSV gives one problem.
 */
export function readTable(file: string, text: string): Table {
  const empty = (problem: Omit<Problem, 'file'>): Table => ({
    file,
    columns: [],
    rows: [],
    problems: [{ file, ...problem }],
  })
  let parsed: Parsed[]
  try {
    parsed = parse(text, {
      bom: true,
      info: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Parsed[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? { line: error['lines'] } : {}
    return empty({ ...line, message: 'a quotation mark is opened and not closed as CSV asks.' })
  }
  const [head, ...body] = parsed
  if (!head || body.length === 0) return empty({ message: 'there are no rows.' })
  const columns = suggestColumns(head.record)
  const problems: Problem[] = []
  const rows: Row[] = []
  for (const { record, info } of body) {
    if (record.length === columns.length) {
      rows.push({ line: info.lines, cells: record })
    } else {
      const message = `has ${record.length} cells where the heading has ${columns.length}.`
      problems.push({ file, line: info.lines, message })
    }
  }
  return { file, columns, rows, problems }
}

/** The text of a row's cell in a column; '' where there is none. */
export const cell = (row: Row, column: Column | undefined): string =>
  column ? (row.cells[column.index] ?? '') : ''

/**
 * A number as published: '1,517' and ' 0.5 ' pass; an empty cell gives null; anything else adds a
 * problem and gives null.
 */
export function numberAt(table: Table, row: Row, column: Column): number | null {
  const text = cell(row, column)
  if (text === '') return null
  const value = Number(text.replaceAll(',', ''))
  if (Number.isFinite(value)) return value
  table.problems.push({
    file: table.file,
    line: row.line,
    column: column.name,
    message: `“${text}” is not a number.`,
  })
  return null
}
