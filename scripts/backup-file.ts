import { createReadStream, createWriteStream, renameSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { z } from 'zod'
import { Sentence } from './sentence.mjs'

/**
 * A backup is one gzip file of lines: a header that names the tables; for each of them its rows as
 * COPY writes them and a line `\.`; and an end, without which the file is not whole.
 */
export const headerSchema = z.object({
  commonThread: z.literal('backup 1'),
  madeAt: z.string(),
  server: z.string(),
  /** Name and checksum of each migration the tables were made by. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})
export const endSchema = z.object({
  rows: z.record(z.string(), z.number()),
  /** What each sequence gave last, and whether it has given anything. */
  sequences: z.record(z.string(), z.tuple([z.string(), z.boolean()])),
})
export type BackupHeader = z.infer<typeof headerSchema>
export type BackupEnd = z.infer<typeof endSchema>

const over = Buffer.from('\\.\n')

/**
 * Opens a new backup, readable by its user alone. It bears its name once it is whole.
 *
 * @throws Sentence when there is a file of that name
 */
export async function writeBackup(file: string) {
  const draft = `${file}.unfinished`
  const disk = createWriteStream(draft, { mode: 0o600, flags: 'wx' })
  await once(disk, 'open').catch((error: unknown) => {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST'
    throw isThere ? new Sentence(`There is a file ${draft} already. Remove it first.`) : error
  })
  const gzip = createGzip({ level: 6 })
  gzip.pipe(disk)
  const failed = new Promise<never>((_, reject) => {
    disk.once('error', reject)
    gzip.once('error', reject)
  })
  failed.catch(() => undefined)
  const write = (piece: Buffer | string): Promise<void> | undefined => {
    if (gzip.write(piece)) return undefined
    return Promise.race([once(gzip, 'drain').then(() => undefined), failed])
  }
  return {
    write,
    line: async (value: object) => write(`${JSON.stringify(value)}\n`),
    endTable: async () => write(over),
    finish: async () => {
      gzip.end()
      await finished(disk)
      renameSync(draft, file)
    },
    giveUp: () => {
      gzip.destroy()
      disk.destroy()
      rmSync(draft, { force: true })
    },
  }
}

/** Reads a backup line by line. Every error of a file that is not whole is a sentence. */
export function readBackup(file: string) {
  const lines = linesOf(file)
  const next = async (): Promise<Buffer> => {
    const { value, done } = await lines.next()
    if (done) throw notWhole(file)
    return value
  }
  return {
    /** The next line, as JSON of this shape. */
    line: async <T>(schema: z.ZodType<T>): Promise<T> => {
      const read = schema.safeParse(parsed(await next()))
      if (!read.success) throw notWhole(file)
      return read.data
    },
    /** The rows of the table that comes now, in pieces of about 64 KB. */
    rows: async function* (): AsyncGenerator<Buffer> {
      let piece: Buffer[] = []
      let size = 0
      for (;;) {
        const line = await next()
        if (line.equals(over)) break
        piece.push(line)
        size += line.length
        if (size > 65_536) {
          yield Buffer.concat(piece)
          piece = []
          size = 0
        }
      }
      if (size > 0) yield Buffer.concat(piece)
    },
    close: () => lines.return(undefined),
  }
}

const notWhole = (file: string) =>
  new Sentence(`${file} is not a whole backup of Common Thread. Nothing was restored.`)

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'))
  } catch {
    return null
  }
}

async function* linesOf(file: string): AsyncGenerator<Buffer, undefined> {
  let rest: Buffer = Buffer.alloc(0)
  try {
    const disk = createReadStream(file)
    const text = createGunzip()
    disk.once('error', (error) => text.destroy(error))
    for await (const piece of disk.pipe(text) as AsyncIterable<Buffer>) {
      const all = rest.length > 0 ? Buffer.concat([rest, piece]) : piece
      let from = 0
      for (let at = all.indexOf(10); at >= 0; at = all.indexOf(10, from)) {
        yield all.subarray(from, at + 1)
        from = at + 1
      }
      rest = all.subarray(from)
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT') throw new Sentence(`There is no file ${file}.`)
    throw code.startsWith('Z_') ? notWhole(file) : error
  }
  return undefined
}
