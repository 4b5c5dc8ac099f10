import { createHash } from 'node:crypto'

const digest = (parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest()

/**
 * The same 32 bytes for the same row, whatever the order of its columns, the file's encoding and
 * line ends, and blanks around cells: so that a file sent again changes nothing. Every column
 * counts, also one that is not used, since the row is kept whole.
 */
export function rowHash(header: readonly string[], cells: readonly string[]): Buffer {
  const pairs = header.map((name, i) => [name, (cells[i] ?? '').normalize('NFC').trim()] as const)
  return digest(pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).flat())
}

/** What a mapping is remembered by: the headings, in their order, without their case. */
export const headerHash = (header: readonly string[]): string =>
  digest(header.map((name) => name.normalize('NFC').trim().toLowerCase())).toString('hex')
