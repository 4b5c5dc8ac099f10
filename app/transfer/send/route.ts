import { NextResponse } from 'next/server'
import { sessionToken } from '@/lib/access/session'
import { NotPermitted, Refused, SignedOut } from '@/lib/errors'
import { receiveFile } from '@/lib/transfer/commands'
import { CSV_LIMITS } from '@/lib/transfer/csv'
import { FileRefused } from '@/lib/transfer/problems'
import { SHAPES, uploadProblemOf } from '@/lib/transfer/schema'

// A route and not an action: actions take a megabyte, files are ten. So it asks itself what an
// action is asked for it: that the form stood on a page of ours.
function fromOurPage(request: Request): boolean {
  const origin = request.headers.get('origin')
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host
}

/** Reads no more than a file may have, and a little for the form around it; null for more. */
async function readBody(request: Request): Promise<Blob | null> {
  const most = CSV_LIMITS.bytes + 65_536
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

const goTo = (path: string) => new NextResponse(null, { status: 303, headers: { Location: path } })
const problem = (key: string) => goTo(`/transfer?problem=${key}`)

/** Takes a file from the form on the Transfer page, works with and without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  if (!fromOurPage(request)) return new NextResponse('Not from this site.', { status: 403 })
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) return problem('unreadable')
  const token = await sessionToken()
  if (token === '') return goTo('/sign-in?back=/transfer')
  const body = await readBody(request)
  if (!body) return problem('large')
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData()
    const file = form.get('file')
    const shape = SHAPES.find(({ key }) => key === form.get('shape'))?.key ?? 'people'
    if (!(file instanceof File) || file.size === 0) return problem('none')
    const bytes = new Uint8Array(await file.arrayBuffer())
    const batch = await receiveFile(token, { name: file.name, bytes, shape })
    return goTo(`/transfer/${batch}`)
  } catch (error) {
    if (error instanceof FileRefused) return problem(uploadProblemOf(error.message))
    if (error instanceof SignedOut) return goTo('/sign-in?back=/transfer')
    if (error instanceof NotPermitted) return new NextResponse('Not found', { status: 404 })
    if (error instanceof Refused || error instanceof TypeError) return problem('unreadable')
    throw error
  }
}
