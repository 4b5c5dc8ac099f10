import { createHash } from 'node:crypto'
import { openCsv } from './csv'
import type { Encoding } from './decode'
import type { Problem } from './problems'
import { FileRefused } from './problems'
import { rowHash } from './row-hash'

/** A row on its way in: `hash` in hexadecimal, `problem` where the file itself broke the row. */
export type SentRow = { line: number; hash: string; cells: string[]; problem: Problem | null }

/** A file read whole: how it is written, its headings, its rows. */
export type ReadFile = {
  encoding: Encoding
  hash: Uint8Array<ArrayBuffer>
  header: string[]
  rows: SentRow[]
}

/** Rows sent to the database in one go. */
export const rowsAtATime = 2000

/**
 * Reads a file's bytes before anything of it is stored. NUL cannot be stored as text and is taken
 * out of the row as kept; its hash is that of the row as it came.
 *
 * @throws FileRefused in words, for a file that cannot be read at all or holds no rows
 */
export async function readUpload(bytes: Uint8Array): Promise<ReadFile> {
  const { encoding, header, rows } = openCsv(bytes)
  const read: SentRow[] = []
  const plain = (text: string) => text.replaceAll('\u0000', '')
  for await (const { line, cells, problem } of rows()) {
    const hash = rowHash(header, cells).toString('hex')
    read.push({ line, hash, cells: cells.map(plain), problem })
  }
  if (read.length === 0) throw new FileRefused('This file has headings and no rows.')
  const digest = createHash('sha256').update(bytes).digest()
  return { encoding, hash: Uint8Array.from(digest), header: header.map(plain), rows: read }
}

/** The rows in pieces, each as the text of a JSON array. */
export function* pieces(rows: readonly SentRow[]): Generator<string> {
  for (let at = 0; at < rows.length; at += rowsAtATime) {
    yield JSON.stringify(rows.slice(at, at + rowsAtATime))
  }
}
