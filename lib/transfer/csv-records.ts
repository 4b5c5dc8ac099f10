import { CsvError, parse } from 'csv-parse'
import { parse as parseNow } from 'csv-parse/sync'

/** Letters one record may have; a quotation mark never closed would make the rest of a file one. */
export const RECORD_CAP = 100_000
/** Broken records after which the rest is not tried, so that no file can take for ever. */
const BROKEN_CAP = 100

/**
 * A record, the line it starts on (from 1) and how many it covers; null cells where its quotation
 * mark never ends.
 */
export type CsvRecord = { line: number; covers: number; cells: string[] | null }

const options = (delimiter: string) => ({
  delimiter,
  record_delimiter: '\n',
  relax_column_count: true,
  // A quotation mark in the middle of a name (Jim "Jimmy" Smith) is a letter like any other.
  relax_quotes: true,
  max_record_size: RECORD_CAP,
})

/** The first records of a text and the lines they start on, up to one that cannot be read. */
export function firstRecords(
  text: string,
  delimiter: string,
  most: number,
): { line: number; cells: string[] }[] {
  const found: { line: number; cells: string[] }[] = []
  let end = 0
  try {
    parseNow(text, {
      ...options(delimiter),
      to: most,
      on_record: (cells: string[], { lines }) => {
        found.push({ line: end + 1, cells })
        end = lines
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
  }
  return found
}

/**
 * The records of a text up to its end or the first that is broken; returns the last whole line and
 * whether something was broken. Not the parser's own stream: that drops records already read when
 * a later one is broken.
 */
async function* wholeRecords(text: string, delimiter: string, base: number) {
  const ready: CsvRecord[] = []
  let [end, broken] = [0, false]
  const parser = parse({
    ...options(delimiter),
    on_record: (cells: string[], { lines }) => {
      ready.push({ line: base + end + 1, covers: lines - end, cells })
      end = lines
      return null
    },
  })
  parser.on('error', () => {
    broken = true
  })
  parser.resume()
  for (let at = 0; at < text.length && !broken; at += 65_536) {
    const piece = text.slice(at, at + 65_536)
    await new Promise<void>((done) => parser.write(piece, () => done()))
    yield* ready.splice(0)
  }
  if (!broken) await new Promise<void>((done) => parser.end(() => done()))
  yield* ready.splice(0)
  parser.destroy()
  return { end, broken }
}

/** Where the line after so many others begins. */
function startOfLine(text: string, lines: number): number {
  let at = 0
  for (let line = 0; line < lines && at >= 0; line += 1) at = text.indexOf('\n', at) + 1 || -1
  return at < 0 ? text.length : at
}

/**
 * All records of a text whose line ends are `\n`, header included. After a broken one it goes on
 * with the next line, up to a hundred times; every line after that is broken.
 */
export async function* records(text: string, delimiter: string): AsyncGenerator<CsvRecord> {
  let [rest, base] = [text, 0]
  for (let times = 0; times <= BROKEN_CAP; times += 1) {
    const { end, broken } = yield* wholeRecords(rest, delimiter, base)
    if (!broken) return
    yield { line: base + end + 1, covers: 1, cells: null }
    rest = rest.slice(startOfLine(rest, end + 1))
    base += end + 1
    if (rest === '') return
  }
  const lines = rest.replace(/\n$/, '').split('\n').length
  for (let at = 1; at <= lines; at += 1) yield { line: base + at, covers: 1, cells: null }
}
