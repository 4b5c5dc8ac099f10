import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { AreaFile } from './rules/assemble'

/** Whether a file's name says that it holds areas. */
export const isAreaFile = (name: string) => /\.(csv|geojson|json)(\.gz)?$/i.test(name)

/** More than any published file of areas unpacked; beyond it a file is not unpacked further. */
const most = 1_000_000_000

/**
 * A file's bytes as text: unpacked if gzipped (to `most` bytes), UTF-8 with or without its mark,
 * and Windows-1252 where the bytes are no UTF-8 (older files of place names).
 *
 * @throws RangeError for a gzipped file of more than `limit` bytes unpacked
 */
export function decodeAreaFile(file: string, bytes: Uint8Array, limit = most): AreaFile {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b
  const plain = isPacked ? gunzipSync(bytes, { maxOutputLength: limit }) : bytes
  try {
    return { file, text: new TextDecoder('utf-8', { fatal: true }).decode(plain) }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { file, text: new TextDecoder('windows-1252').decode(plain) }
  }
}

/** Reads every GeoJSON and CSV file of a folder, gzipped ones too. Not the folders inside it. */
export function readAreaFiles(folder: string): AreaFile[] {
  return readdirSync(folder)
    .filter((name) => isAreaFile(name) && statSync(join(folder, name)).isFile())
    .sort()
    .map((name) => decodeAreaFile(basename(name), readFileSync(join(folder, name))))
}

/** Files that may say whose data it is, the plainest first. */
const sources = ['attribution.txt', 'SOURCES.md', 'README.md'] as const

/**
 * The attribution that lies beside the files: `attribution.txt`, or in `SOURCES.md` or `README.md`
 * the paragraph that a line beginning with "Attribution" opens. Null where there is none. `text`
 * gives a file's text, null where it is not there.
 */
export function findAttribution(text: (name: string) => string | null): string | null {
  const own = text(sources[0])?.trim()
  if (own) return own
  for (const name of sources.slice(1)) {
    const lines = (text(name) ?? '').split(/\r?\n/)
    const start = lines.findIndex((line) => /^#*\s*attribution\b/i.test(line))
    if (start < 0) continue
    const rest = lines.slice(start + 1)
    const first = rest.findIndex((line) => line.trim() !== '')
    const end = rest.findIndex((line, i) => i > first && line.trim() === '')
    const found = rest
      .slice(Math.max(first, 0), end < 0 ? undefined : end)
      .join(' ')
      .trim()
    if (found) return found
  }
  return null
}

/** The attribution in a folder; see `findAttribution`. */
export function readAttribution(folder: string): string | null {
  const names = readdirSync(folder)
  return findAttribution((name) =>
    names.includes(name) ? readFileSync(join(folder, name), 'utf8') : null,
  )
}

/** The licence named in an attribution, where it names the usual one; else 'as stated'. */
export const licenceOf = (attribution: string): string => {
  const version = /open government licen[cs]e(?: v(?:ersion )?(\d)(?:\.\d)?)?/i.exec(attribution)
  if (!version) return 'as stated in the attribution'
  return `Open Government Licence v${version[1] ?? '3'}.0`
}
