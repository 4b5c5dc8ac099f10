import { cutText } from '../cut-text'
import type { CsvRow } from './csv'
import { columnsOf } from './mapping'
import type { Mapping } from './mapping'
import type { Problem } from './problems'

/** One value of a row: its text, tidied, and where it stood, for saying what is wrong with it. */
export type Cell = { text: string; column: number }

/** What systems write into a cell that holds nothing. Not used for names: Null is one. */
const NOTHING = /^(?:|-+|\.+|n\/?[ak]|nil|null|none|unknown|not (?:known|given|recorded)|tbc)$/i

const tidy = (text: string) => (PLAIN.test(text) ? text : withoutControls(text)).trim()

/** Signs that need no tidying. */
const PLAIN = /^[\x20-\x7e]*$/

const withoutControls = (text: string) =>
  text.normalize('NFC').replace(/[\p{Cc}\p{Cf}]+/gu, (signs) => (/[\n\t]/.test(signs) ? ' ' : ''))

const NONE: readonly Cell[] = []

const says = ({ text }: Cell, raw: boolean) => text !== '' && (raw || !NOTHING.test(text))

/** Reads the cells of one row by field, and gathers what is wrong with them. */
export class RowReader {
  readonly warnings: Problem[] = []
  readonly refusals: Problem[] = []

  constructor(
    private readonly row: CsvRow,
    private readonly header: readonly string[],
    private readonly mapping: Mapping,
  ) {}

  /** The text in a column, whatever it is. */
  at(column: number): Cell {
    return { text: tidy(this.row.cells[column] ?? ''), column }
  }

  /** The cells of a field that hold something; `raw` keeps what only looks like nothing. */
  all(key: string, raw = false): readonly Cell[] {
    const columns = columnsOf(this.mapping, key)
    if (columns.length === 0) return NONE
    return columns.map((column) => this.at(column)).filter((cell) => says(cell, raw))
  }

  /** The first of those, or null. */
  one(key: string, raw = false): Cell | null {
    for (const column of columnsOf(this.mapping, key)) {
      const cell = this.at(column)
      if (says(cell, raw)) return cell
    }
    return null
  }

  /** The text of the first, as it stands; '' for none. For names. */
  name(key: string): string {
    return this.one(key, true)?.text ?? ''
  }

  private problem(cell: Cell | null, message: string): Problem {
    const column = cell ? (this.header[cell.column] ?? null) : null
    return { line: this.row.line, column, message }
  }

  /** Something to look at; the row goes in. */
  warn(cell: Cell | null, message: string) {
    this.warnings.push(this.problem(cell, message))
  }

  /** Why the row cannot go in. */
  refuse(cell: Cell | null, message: string) {
    this.refusals.push(this.problem(cell, message))
  }
}

/**
 * What reading one row gave: something to import and what to look at, or why not. `localRef`: whom
 * a refused row is about, as the agency numbers them, where that could be read.
 */
export type RowResult<T> =
  | { ok: true; line: number; value: T; warnings: Problem[] }
  | { ok: false; line: number; refusals: Problem[]; localRef?: string }

/** A value quoted in a message, short, and never a cell's whole text. */
export const quoted = (text: string): string =>
  `“${text.length > 30 ? `${cutText(text, 29)}…` : text}”`
