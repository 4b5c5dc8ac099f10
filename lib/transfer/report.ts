import type { Problem } from './problems'

/**
 * Signs at the start of a cell that make a spreadsheet run it (OWASP ASVS 5.0, 1.2.10): also after
 * blanks and signs that do not show, and in the full width that some spreadsheets read as the plain
 * sign.
 */
export const RUNS = /^[\s\p{C}]*[=+\-@\u0000\uFF1D\uFF0B\uFF0D\uFF20\u2212]|^[\t\r\n]/u

/** A cell that no spreadsheet runs, quoted where RFC 4180 asks for it. NUL is taken out. */
export function csvCell(value: string): string {
  const safe = (RUNS.test(value) ? `'${value}` : value).replaceAll('\u0000', '')
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line of a CSV file, its end included (RFC 4180: CRLF). For every export of the product. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** A refused row for the report: why, and the row as it came, in the order of the heading. */
export type RefusedRow = { problems: readonly Problem[]; cells: readonly string[] }

/**
 * The report of refused rows, line by line, to be streamed: line, column and reason, then the row
 * as it came with every cell, those beyond the heading too, so that it can be put right and sent
 * again. Begins with a byte-order mark, without
 * which spreadsheets read UTF-8 as something else.
 */
export function* refusedReport(
  header: readonly string[],
  rows: Iterable<RefusedRow>,
): Generator<string> {
  yield `\uFEFF${csvLine(['Line', 'Column', 'Reason', ...header])}`
  for (const { problems, cells } of rows) {
    const [first] = problems
    const columns = [...new Set(problems.flatMap(({ column }) => column ?? []))].join('; ')
    const reasons = problems.map(({ message }) => message).join(' ')
    const missing = header.slice(cells.length).map(() => '')
    yield csvLine([String(first?.line ?? ''), columns, reasons, ...cells, ...missing])
  }
}
