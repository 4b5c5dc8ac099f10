import type { CsvRow } from './csv'

/** A line taken apart at its separators alone, quotation marks being letters. */
export const bareCells = (line: string, delimiter: string): string[] => line.split(delimiter)

const readsWell = (line: string, delimiter: string, width: number) =>
  width > 1 && (line.split('"').length - 1) % 2 === 0 && line.split(delimiter).length === width

/**
 * Whether a record over several lines is the work of a stray quotation mark: a cell of several
 * lines holds the separator, one of the lines is a whole row by itself, or there are more cells
 * than headings.
 */
export const isSwallowed = (
  cells: readonly string[],
  lines: readonly string[],
  delimiter: string,
  width: number,
): boolean =>
  cells.some((cell) => cell.includes('\n') && cell.includes(delimiter)) ||
  lines.some((line) => readsWell(line, delimiter, width)) ||
  cells.findLastIndex((cell) => cell.trim() !== '') >= width

/** Every line that a stray quotation mark runs over, refused by itself so that none is lost. */
export const swallowedRows = (
  lines: readonly string[],
  first: number,
  delimiter: string,
): CsvRow[] => {
  const over = `runs over ${lines.length} lines`
  return lines.map((text, at) => ({
    line: first + at,
    cells: bareCells(text, delimiter),
    problem: {
      line: first + at,
      column: null,
      message:
        at === 0
          ? `A quotation mark opens here and ${over}.`
          : `A quotation mark in line ${first} ${over}, this one too. Put line ${first} right.`,
    },
  }))
}

/**
 * Whether a row lacks cells because a quotation mark went round some of them: "Smith,John" in one
 * cell. In an address a blank follows the comma.
 */
export const isRunTogether = (cells: readonly string[], delimiter: string, width: number) =>
  cells.length < width &&
  cells.some((cell) =>
    cell
      .split(delimiter)
      .slice(1)
      .some((rest) => /^\S/.test(rest)),
  ) &&
  cells.join(delimiter).split(delimiter).length >= width
