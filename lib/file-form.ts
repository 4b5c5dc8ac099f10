/**
 * Forms that carry files. Actions take a megabyte, files are larger; so a route takes them, and
 * asks itself what an action is asked for it: that the form stood on a page of ours.
 */
export type FileForm = { form: FormData } | { refused: 'elsewhere' | 'unreadable' | 'large' }

/** Beside the files a form has a few short fields and the lines between its parts. */
const around = 65_536

function fromOurPage({ headers }: Request): boolean {
  const origin = headers.get('origin')
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host
}

/** Whether a form stood on a page of ours and carries files: asked before anything is read. */
export function fileFormFault(request: Request): 'elsewhere' | 'unreadable' | null {
  if (!fromOurPage(request)) return 'elsewhere'
  const type = request.headers.get('content-type') ?? ''
  return type.startsWith('multipart/form-data') ? null : 'unreadable'
}

async function readBody(request: Request, most: number): Promise<Blob | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most || !request.body) return null
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > most) return null
    parts.push(Uint8Array.from(part))
  }
  return new Blob(parts)
}

/** Reads a form, no more of it than `most` bytes of files and a little around them. */
export async function readFileForm(request: Request, most: number): Promise<FileForm> {
  const refused = fileFormFault(request)
  if (refused) return { refused }
  const body = await readBody(request, most + around)
  if (!body) return { refused: 'large' }
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  try {
    return { form: await new Response(body, { headers }).formData() }
  } catch (error) {
    if (error instanceof TypeError) return { refused: 'unreadable' }
    throw error
  }
}
