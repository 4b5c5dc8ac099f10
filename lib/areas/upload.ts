import { decodeAreaFile, findAttribution, isAreaFile } from './read-files'
import { assembleAreas } from './rules/assemble'
import { sayProblems } from './rules/problems'
import type { AreaLoad } from './schema'

/** A file as a browser sends it. */
export type SentFile = { name: string; bytes: Uint8Array<ArrayBuffer> }

/** What the files say: a sentence for each, all that is wrong, and whose data it is if they do. */
export type Found = {
  files: { file: string; message: string }[]
  problems: string[]
  attribution: string | null
}
export type ReadUpload = { found: Found; load: AreaLoad }

/**
 * In bytes. All files together as sent; and unpacked, so that a small gzipped file cannot fill the
 * memory. A city's files come to two megabytes. National ones go in by the command.
 */
export const UPLOAD_LIMITS = { sent: 10_000_000, unpacked: 30_000_000, files: 60 } as const

/** Files that cannot be read here; the message is for whoever sent them. */
export class TooMuch extends Error {
  override name = 'TooMuch'
}

function unpack(files: readonly SentFile[]) {
  let left: number = UPLOAD_LIMITS.unpacked
  return files.map(({ name, bytes }) => {
    try {
      const read = decodeAreaFile(name, bytes, Math.max(left, 1))
      left -= read.text.length
      return read
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (code === 'ERR_BUFFER_TOO_LARGE' || error instanceof RangeError) throw new TooMuch(name)
      if (typeof code !== 'string' || !code.startsWith('Z_')) throw error
      return { file: name, text: '' }
    }
  })
}

/**
 * Reads files of areas without writing anything. What is no file of areas and no note of whose data
 * it is gets a sentence and is left alone. `place` names the place; null to read it in the files.
 *
 * @throws TooMuch when the files come to more than `UPLOAD_LIMITS.unpacked`
 */
export function readUpload(files: readonly SentFile[], place: string | null): ReadUpload {
  const read = unpack(files)
  const areas = read.filter(({ file }) => isAreaFile(file))
  const attribution = findAttribution(
    (name) => read.find(({ file }) => file.toLowerCase() === name.toLowerCase())?.text ?? null,
  )
  const { load, notes, problems } = assembleAreas(areas, {
    attribution: '',
    licence: '',
    practice: false,
    ...(place === null ? {} : { place }),
  })
  const others = read.flatMap(({ file }) => {
    if (isAreaFile(file)) return []
    const isNote = /^(attribution\.txt|sources\.md|readme\.md)$/i.test(file)
    const message = isNote
      ? 'Read for whose data it is.'
      : 'Left alone: neither GeoJSON nor CSV. Unpack a ZIP file first and send what is in it.'
    return [{ file, message }]
  })
  return {
    found: { files: [...notes, ...others], problems: sayProblems(problems), attribution },
    load,
  }
}
