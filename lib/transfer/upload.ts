import { openCsv, type TopLine } from './csv'
import type { Encoding } from './decode'
import type { Problem } from './problems'
import { FileRefused } from './problems'
import { rowHash } from './row-hash'

/** A row on its way in: `hash` in hexadecimal, `problem` where the file itself broke the row. */
export type SentRow = { line: number; hash: string; cells: string[]; problem: Problem | null }

/** A file read whole: how it is written, its headings, its rows. */
export type ReadFile = {
  encoding: Encoding
  header: string[]
  headingLine: number
  top: TopLine[]
  rows: SentRow[]
}

/** Rows sent to the database in one go. */
export const rowsAtATime = 2000

/** How long a file may take to be read. The longest that may come takes a few seconds. */
export const READING_LIMIT_MS = 60_000

/**
 * Reads a file's bytes before any row of it is stored: in the worker, since no file may hold up a
 * page. NUL cannot be stored as text and is taken out of the row as kept; its hash is that of the
 * row as it came.
 *
 * @param asked `between` is called every two thousand rows, for what must not wait so long;
 *   `heading`: the line that the headings were said to stand on; `most`: milliseconds it may take
 * @throws FileRefused in words, for a file that cannot be read, holds no rows, or takes longer than
 *   a minute
 */
export async function readUpload(
  bytes: Uint8Array,
  asked: { between?: () => Promise<unknown>; heading?: number | null; most?: number } = {},
): Promise<ReadFile> {
  const { between, heading, most = READING_LIMIT_MS } = asked
  const until = Date.now() + most
  const { encoding, header, headingLine, top, rows } = openCsv(bytes, heading)
  const read: SentRow[] = []
  const plain = (text: string) => text.replaceAll('\u0000', '')
  for await (const { line, cells, problem } of rows()) {
    if (Date.now() > until) throw new FileRefused(TOO_LONG)
    const hash = rowHash(header, cells).toString('hex')
    read.push({ line, hash, cells: cells.map(plain), problem })
    if (read.length % rowsAtATime === 0) await between?.()
  }
  if (read.length === 0) throw new FileRefused('This file has headings and no rows.')
  const lines = top.map(({ line, words }) => ({ line, words: plain(words) }))
  return { encoding, header: header.map(plain), headingLine, top: lines, rows: read }
}

const TOO_LONG = 'This file takes longer than a minute to read. Send it in parts.'

/** The rows in pieces, each as the text of a JSON array. */
export function* pieces(rows: readonly SentRow[]): Generator<string> {
  for (let at = 0; at < rows.length; at += rowsAtATime) {
    yield JSON.stringify(rows.slice(at, at + rowsAtATime))
  }
}
