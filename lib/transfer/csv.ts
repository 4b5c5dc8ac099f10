import { BAD_LETTER, decodeFile } from './decode'
import type { Encoding } from './decode'
import { firstRecord, RECORD_CAP, records } from './csv-records'
import { FileRefused } from './problems'
import type { Problem } from './problems'

/** Caps on what one upload may hold: bytes, rows, letters in a cell, columns. */
export const CSV_LIMITS = {
  bytes: 10 * 1024 * 1024,
  rows: 50_000,
  cell: 2000,
  columns: 200,
} as const

/** One row after the heading: where it starts, its cells, and why it cannot be used if so. */
export type CsvRow = { line: number; cells: string[]; problem: Problem | null }

/** A CSV file opened: how it is written, its headings (each different), its rows as a stream. */
export type CsvFile = {
  encoding: Encoding
  delimiter: string
  lineEnds: 'CRLF' | 'LF' | 'CR' | 'mixed'
  header: string[]
  /** Reads from the start each time it is called. Throws `FileRefused` beyond the cap of rows. */
  rows: () => AsyncGenerator<CsvRow>
}

const thousands = (n: number) => n.toLocaleString('en-GB')

/** The sign between cells: of those in the heading, the one that most lines hold as often. */
export function sniffDelimiter(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/, 30)
    .filter((line) => line !== '')
  const count = (line: string, sign: string) =>
    line.replace(/"(?:[^"]|"")*"/g, '').split(sign).length - 1
  const scored = [',', ';', '\t', '|'].map((sign) => {
    const inHeader = count(lines[0] ?? '', sign)
    const same = lines.filter((line) => count(line, sign) === inHeader).length
    return { sign, score: inHeader === 0 ? 0 : same * 1000 + inHeader }
  })
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).sign
}

function lineEndsOf(text: string): CsvFile['lineEnds'] {
  const both = text.split('\r\n').length - 1
  const feeds = text.split('\n').length - 1 - both
  const returns = text.split('\r').length - 1 - both
  if (both > 0 && feeds + returns === 0) return 'CRLF'
  if (feeds > 0 && both + returns === 0) return 'LF'
  if (returns > 0 && both + feeds === 0) return 'CR'
  return both + feeds + returns === 0 ? 'LF' : 'mixed'
}

/** Headings made different from one another, so that a problem can name one. */
function distinct(cells: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return cells.map((cell, i) => {
    const name = cell.replaceAll(BAD_LETTER, '�').trim().slice(0, 100) || `Column ${i + 1}`
    const times = (seen.get(name.toLowerCase()) ?? 0) + 1
    seen.set(name.toLowerCase(), times)
    return times === 1 ? name : `${name} (${times})`
  })
}

/** What is wrong with a row before anybody asks what it means. */
function rowProblem(line: number, cells: readonly string[], file: CsvFile, badAt: number[]) {
  const at = (column: string | null, message: string): Problem => ({ line, column, message })
  const damaged = cells.findIndex((cell) => cell.includes(BAD_LETTER))
  if (damaged >= 0) {
    const where = `byte ${thousands(badAt[0] ?? 0)} of the file`
    const column = file.header[damaged] ?? `Column ${damaged + 1}`
    return at(column, `A letter could not be read (${where}). Export the file again as UTF-8.`)
  }
  if (cells.length !== file.header.length) {
    const counts = `${cells.length} cells where the heading has ${file.header.length}`
    return at(null, `This row has ${counts}. Look for a missing or extra separator.`)
  }
  const long = cells.findIndex((cell) => cell.length > CSV_LIMITS.cell)
  const column = file.header[long] ?? null
  return long < 0 ? null : at(column, `Longer than ${thousands(CSV_LIMITS.cell)} letters.`)
}

const marksIn = (text: string) => text.split(BAD_LETTER).length - 1

async function* readRows(text: string, file: CsvFile, badBytes: readonly number[]) {
  let [rows, marks] = [0, 0]
  for await (const { line, cells } of records(text, file.delimiter)) {
    const inRow = cells === null ? 0 : marksIn(cells.join(''))
    const badAt = badBytes.slice(marks, (marks += inRow))
    if (line === 1 || cells?.every((cell) => cell.trim() === '')) continue
    if ((rows += 1) > CSV_LIMITS.rows) throw tooManyRows()
    const problem = cells ? rowProblem(line, cells, file, badAt) : { line, ...NEVER_CLOSED }
    yield { line, cells: cells ?? [], problem } satisfies CsvRow
  }
}

const NEVER_CLOSED = {
  column: null,
  message: 'A quotation mark is opened in this row and never closed.',
}

const tooManyRows = () =>
  new FileRefused(`This file has more than ${thousands(CSV_LIMITS.rows)} rows. Send it in parts.`)

/**
 * Opens a CSV file from its bytes. Throws `FileRefused`, in words for whoever sent it, when it is
 * too large, not text, or has no heading. What is wrong with one row is with the row.
 */
export function openCsv(bytes: Uint8Array): CsvFile {
  if (bytes.length > CSV_LIMITS.bytes) {
    throw new FileRefused('This file is larger than 10 megabytes. Send it in parts.')
  }
  const { text: decoded, encoding, badBytes } = decodeFile(bytes)
  const lineEnds = lineEndsOf(decoded)
  const text = decoded.replace(/\r\n?/g, '\n')
  const delimiter = sniffDelimiter(text)
  const first = firstRecord(text.slice(0, RECORD_CAP * 2), delimiter)
  if (!first || first.every((cell) => cell.trim() === '')) {
    throw new FileRefused('The first line of this file must name the columns.')
  }
  if (first.length > CSV_LIMITS.columns) {
    throw new FileRefused(`This file has more than ${CSV_LIMITS.columns} columns.`)
  }
  const header = distinct(first)
  const rows = () => readRows(text, file, badBytes)
  const file: CsvFile = { encoding, delimiter, lineEnds, header, rows }
  return file
}
