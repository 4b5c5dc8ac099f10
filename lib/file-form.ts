import { boundaryOf, readParts, type SentForm } from './multipart'
import { refusalOf, refused } from './web-refusals'

/**
 * Forms that carry files. Actions take half a megabyte, files are larger; so a route takes them,
 * and asks itself what proxy.ts asks of all others.
 */
export type FileForm = { form: SentForm } | { refused: 'unreadable' | 'large' }

/** Bytes of all files together, and how many there may be. */
export type FileLimits = { bytes: number; files: number }

/** Beside the files a form has a few short fields and the lines between its parts. */
const around = 65_536
const fields = 10

/** The answer to a form that stood on no page of ours; null where it did. Reads nothing. */
export function refusedForm(request: Request): Response | null {
  const refusal = refusalOf(request, Number.POSITIVE_INFINITY)
  return refusal && refused(refusal)
}

/**
 * A request's body, no more of it than `most` bytes: null when there is more. It is looked at as it
 * comes, since what a request says of its length need not be so.
 */
export async function readBody(
  request: Request,
  most: number,
): Promise<Buffer<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > most) return null
    parts.push(part)
  }
  return Buffer.concat(parts, size)
}

/** Reads a form with files. Ask first whether it stood on a page of ours, and who may send. */
export async function readFileForm(request: Request, most: FileLimits): Promise<FileForm> {
  const boundary = boundaryOf(request.headers.get('content-type'))
  if (boundary === null) return { refused: 'unreadable' }
  const body = await readBody(request, most.bytes + around)
  if (!body) return { refused: 'large' }
  const form = readParts(body, boundary, most.files + fields)
  if (!form) return { refused: 'unreadable' }
  const size = form.files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  return size > most.bytes ? { refused: 'large' } : { form }
}
