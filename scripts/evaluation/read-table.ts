import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'

/** Rows of a file as text by column name, names and values trimmed. */
export type Row = Record<string, string>

/**
 * UTF-8 when the bytes are that, otherwise Windows-1252, as agencies' exports are one or the other.
 */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Reads a CSV file, gzipped or not, whatever its encoding, mark and line ends. */
export function readTable(path: string): Row[] {
  const bytes = readFileSync(path)
  const text = decode(path.endsWith('.gz') ? gunzipSync(bytes) : bytes).replace(/^\uFEFF/, '')
  return parse(text, { columns: true, trim: true, skip_empty_lines: true, relax_quotes: true })
}
