import { NextResponse } from 'next/server'
import { sessionToken } from '@/lib/access/session'
import { permit } from '@/lib/access/policy'
import { withScope } from '@/lib/db'
import { NotPermitted, Refused, SignedOut } from '@/lib/errors'
import { fileFormFault, readFileForm } from '@/lib/file-form'
import { receiveFile } from '@/lib/transfer/commands'
import { CSV_LIMITS } from '@/lib/transfer/csv'
import { FileRefused } from '@/lib/transfer/problems'
import { SHAPES } from '@/lib/transfer/lists'
import { uploadProblemOf } from '@/lib/transfer/lists'

const goTo = (path: string) => new NextResponse(null, { status: 303, headers: { Location: path } })
const problem = (key: string) => goTo(`/transfer?problem=${key}`)

/** Takes a file from the form on the Transfer page, works with and without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  const fault = fileFormFault(request)
  if (fault === 'elsewhere') return new NextResponse('Not from this site.', { status: 403 })
  if (fault) return problem(fault)
  try {
    const token = await sessionToken()
    // Those who may not send are told so before a byte of their file is read.
    await withScope(token, async ({ viewer }) => permit(viewer, 'transfer:import'))
    const read = await readFileForm(request, CSV_LIMITS.bytes)
    if ('refused' in read) return problem(read.refused)
    const file = read.form.get('file')
    const shape = SHAPES.find(({ key }) => key === read.form.get('shape'))?.key ?? 'people'
    if (!(file instanceof File) || file.size === 0) return problem('none')
    const bytes = new Uint8Array(await file.arrayBuffer())
    const batch = await receiveFile(token, { name: file.name, bytes, shape })
    return goTo(`/transfer/${batch}`)
  } catch (error) {
    if (error instanceof FileRefused) return problem(uploadProblemOf(error.message))
    if (error instanceof SignedOut) return goTo('/sign-in?back=/transfer')
    if (error instanceof NotPermitted) return new NextResponse('Not found', { status: 404 })
    if (error instanceof Refused) return problem('unreadable')
    throw error
  }
}
