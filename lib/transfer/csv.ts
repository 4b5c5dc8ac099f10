import { BAD_LETTER, decodeFile } from './decode'
import type { Encoding } from './decode'
import { cutText } from '../cut-text'
import { quoted } from './cells'
import { firstRecords, RECORD_CAP, records } from './csv-records'
import { namedDelimiter, sniffDelimiter } from './delimiter'
import { findHeading } from './heading'
import { plainCell, reportColumns } from './plain-cell'
import { FileRefused } from './problems'
import type { Problem } from './problems'
import { bareCells, isRunTogether, isSwallowed, swallowedRows } from './swallowed'

/** Caps on what one upload may hold: bytes, rows, letters in a cell, columns. */
export const CSV_LIMITS = {
  bytes: 10 * 1024 * 1024,
  rows: 50_000,
  cell: 2000,
  columns: 200,
} as const

/** One row after the heading: where it starts, its cells, and why it cannot be used if so. */
export type CsvRow = { line: number; cells: string[]; problem: Problem | null }

/** One of a file's first lines: its number, and its cells in short. */
export type TopLine = { line: number; words: string }

/** A CSV file opened: how it is written, its headings (each different), its rows as a stream. */
export type CsvFile = {
  encoding: Encoding
  delimiter: string
  lineEnds: 'CRLF' | 'LF' | 'CR' | 'mixed'
  header: string[]
  /** The line the headings stand on: 1, or further down below `sep=` or a title. */
  headingLine: number
  /** The first lines that hold something, to choose another heading from. */
  top: TopLine[]
  /** Reads from the start each time it is called. Throws `FileRefused` beyond the cap of rows. */
  rows: () => AsyncGenerator<CsvRow>
}

const thousands = (n: number) => n.toLocaleString('en-GB')

/** How often a sign is in a text, without making its pieces. */
function timesIn(text: string, sign: string): number {
  let times = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length)) times += 1
  return times
}

function lineEndsOf(text: string): CsvFile['lineEnds'] {
  const both = timesIn(text, '\r\n')
  const feeds = timesIn(text, '\n') - both
  const returns = timesIn(text, '\r') - both
  if (both > 0 && feeds + returns === 0) return 'CRLF'
  if (feeds > 0 && both + returns === 0) return 'LF'
  if (returns > 0 && both + feeds === 0) return 'CR'
  return both + feeds + returns === 0 ? 'LF' : 'mixed'
}

/** Headings made different from one another, so that a problem can name one. */
function distinct(cells: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return cells.map((cell, i) => {
    const name = cutText(cell.replaceAll(BAD_LETTER, '�').trim(), 100) || `Column ${i + 1}`
    const times = (seen.get(name.toLowerCase()) ?? 0) + 1
    seen.set(name.toLowerCase(), times)
    return times === 1 ? name : `${name} (${times})`
  })
}

/** Empty cells beyond the heading, and those missing at a row's end, mean nothing. */
function fitted(cells: readonly string[], width: number): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '')
  const kept = cells.slice(0, Math.max(width, last + 1))
  return [...kept, ...Array<string>(Math.max(0, width - kept.length)).fill('')]
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
  const width = file.header.length
  if (cells.length > width) {
    const beyond = cells.slice(width).filter((cell) => cell.trim() !== '')
    const counts = `${cells.length} cells where the heading has ${width}`
    const what = `after its end comes ${quoted(beyond.join(', '))}`
    return at(null, `This row has ${counts}; ${what}. Look for a separator inside a cell.`)
  }
  if (cells.every((cell, i) => plainCell(cell).trim() === file.header[i])) {
    return at(null, 'This is the heading again, not a row.')
  }
  const long = cells.findIndex((cell) => cell.length > CSV_LIMITS.cell)
  const column = file.header[long] ?? null
  return long < 0 ? null : at(column, `Longer than ${thousands(CSV_LIMITS.cell)} letters.`)
}

const marksIn = (text: string) => text.split(BAD_LETTER).length - 1

/** Where a file's rows begin, and how many columns of ours stand before its own. */
type Start = { line: number; ours: number }

async function* readRows(
  text: string,
  file: CsvFile,
  badBytes: readonly number[],
  { line: heading, ours }: Start,
) {
  let [rows, marks] = [0, 0]
  let physical: string[] | null = null
  const { delimiter } = file
  const width = file.header.length + ours
  const own = (row: CsvRow): CsvRow => ({ ...row, cells: row.cells.slice(ours).map(plainCell) })
  for await (const { line, covers, cells } of records(text, delimiter)) {
    const lines =
      cells && covers === 1
        ? []
        : (physical ??= text.split('\n')).slice(line - 1, line - 1 + covers)
    const badAt = badBytes.slice(marks, (marks += marksIn(cells?.join('') ?? lines.join(''))))
    if (line <= heading) continue
    // Blank ones count: ten megabytes can hold ten million of them.
    if ((rows += 1) > CSV_LIMITS.rows) throw tooManyRows()
    if (!cells) {
      const bare = bareCells(lines[0] ?? '', delimiter)
      yield own({ line, cells: bare, problem: { line, ...NEVER_CLOSED } })
    } else if (covers > 1 && isSwallowed(cells, lines, delimiter, width)) {
      if ((rows += covers - 1) > CSV_LIMITS.rows) throw tooManyRows()
      yield* swallowedRows(lines, line, delimiter).map(own)
    } else if (cells.some((cell) => cell.trim() !== '')) {
      const fit = fitted(cells.slice(ours), file.header.length)
      const together = isRunTogether(cells, delimiter, width) ? { line, ...RUN_TOGETHER } : null
      const problem = rowProblem(line, fit, file, badAt) ?? together
      yield { line, cells: fit.map(plainCell), problem }
    }
  }
}

const NEVER_CLOSED = {
  column: null,
  message: 'A quotation mark is opened in this row and never closed.',
}
const RUN_TOGETHER = {
  column: null,
  message: 'Quotation marks hold several cells together in this row, so others are missing.',
}

const tooManyRows = () =>
  new FileRefused(
    `This file has more than ${thousands(CSV_LIMITS.rows)} rows, blank ones counted. Send it in parts.`,
  )

/** How far down a heading is looked for. */
const TOP = 20

/**
 * Opens a CSV file from its bytes. Throws `FileRefused`, in words for whoever sent it, when it is
 * too large, not text, or has no heading. What is wrong with one row is with the row. The report
 * of refused rows, sent again, is read as the file it was made of.
 *
 * @param heading the line its headings were said to stand on; null: looked for
 */
export function openCsv(bytes: Uint8Array, heading: number | null = null): CsvFile {
  if (bytes.length > CSV_LIMITS.bytes) {
    throw new FileRefused('This file is larger than 10 megabytes. Send it in parts.')
  }
  // A cell may hold lines, and twenty to a row is more than any file of people has.
  const ends = bytes.reduce((sum, byte) => (byte === 10 || byte === 13 ? sum + 1 : sum), 0)
  if (ends > CSV_LIMITS.rows * 20) throw tooManyRows()
  const { text: decoded, encoding, badBytes } = decodeFile(bytes)
  const lineEnds = lineEndsOf(decoded)
  const text = decoded.replace(/\r\n?/g, '\n')
  const named = namedDelimiter(text)
  const delimiter = named ?? sniffDelimiter(text)
  const top = firstRecords(text.slice(0, RECORD_CAP * 2), delimiter, TOP)
    .slice(named ? 1 : 0)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const found = findHeading(top.map(({ cells }) => cells))
  const first = top.find(({ line }) => line === heading) ?? top[found]
  if (!first) throw new FileRefused('The first line of this file must name the columns.')
  if (first.cells.length > CSV_LIMITS.columns) {
    throw new FileRefused(`This file has more than ${CSV_LIMITS.columns} columns.`)
  }
  const ours = reportColumns(first.cells)
  const header = distinct(first.cells.slice(ours).map(plainCell))
  const start = { line: first.line, ours }
  const rows = () => readRows(text, file, badBytes, start)
  const lines = top.map(({ line, cells }) => ({ line, words: cutText(cells.join(' · '), 100) }))
  const file: CsvFile = {
    ...{ encoding, delimiter, lineEnds, header },
    ...{ headingLine: first.line, top: lines, rows },
  }
  return file
}
