import type { WorkerScope } from '@/lib/worker'
import { readUpload, TooMuch, type ReadUpload, type SentFile } from './upload'

/**
 * Reads the files of areas that were sent, for the worker: a city's take a second, and what
 * somebody may send takes longer than any page can wait. Gives how many uploads it read.
 */
export async function readSentAreas({ ask }: WorkerScope): Promise<number> {
  const waiting = await ask<{ id: string; place: string | null }>(
    'select id, place from admin.areas_to_read()',
  )
  for (const { id, place } of waiting) {
    const files = await ask<SentFile>('select name, bytes from admin.area_files($1)', [id])
    const put = ({ found, load }: ReadUpload) =>
      ask('select admin.put_areas($1, $2, $3)', [id, JSON.stringify(found), JSON.stringify(load)])
    try {
      await put(read(files, place))
    } catch (error) {
      // A sign that no text may hold, say: said once, and not tried for ever.
      if (!isOfTheData(error)) throw error
      await put(unreadable('These files could not be read.'))
    }
  }
  return waiting.length
}

/** What is in them; where nothing can be said, that, since nobody would ask for it again. */
function read(files: SentFile[], place: string | null): ReadUpload {
  try {
    return readUpload(files, place)
  } catch (error) {
    const words =
      error instanceof TooMuch
        ? 'These files come to more than 30 megabytes unpacked. Send them in parts, or have them ' +
          'loaded on the server.'
        : 'These files could not be read.'
    return unreadable(words)
  }
}

const unreadable = (words: string): ReadUpload => ({
  found: { files: [], problems: [words], attribution: null },
  load: { sets: [], lookups: [] },
})

const isOfTheData = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('22')
