import type { WorkerScope } from '@/lib/worker'
import { FileRefused } from './problems'
import { pieces, readUpload } from './upload'

/**
 * Reads a file as it came and stores its rows. Begun again, it begins anew. Ends with null, or with
 * words for who sent the file, when it cannot be read.
 */
export async function readFile(
  { ask }: WorkerScope,
  id: string,
  between: () => Promise<unknown>,
): Promise<string | null> {
  const [sent] = await ask<{ bytes: Buffer; heading: number | null }>(
    'select * from transfer.file_of($1)',
    [id],
  )
  if (!sent) return null
  try {
    const read = await readUpload(sent.bytes, { between, heading: sent.heading })
    const { encoding, header, headingLine, top, rows } = read
    await ask('select transfer.begin_rows($1, $2, $3, $4, $5)', [
      ...[id, encoding, JSON.stringify(header), headingLine, JSON.stringify(top)],
    ])
    for (const piece of pieces(rows)) {
      const [put] = await ask<{ here: boolean }>('select transfer.put_rows($1, $2) as here', [
        ...[id, piece],
      ])
      if (!put?.here) return null
      await between()
    }
    return null
  } catch (error) {
    if (error instanceof FileRefused) return error.message
    throw error
  }
}
