import { NextResponse } from 'next/server'
import { sessionToken } from '@/lib/access/session'
import { permit } from '@/lib/access/policy'
import { withScope } from '@/lib/db'
import { Busy, NotPermitted, Refused, SignedOut } from '@/lib/errors'
import { readFileForm, refusedForm } from '@/lib/file-form'
import { nothingHereAnswer } from '@/lib/nothing-here'
import { sentBack } from '@/lib/sent-back'
import { receiveFile } from '@/lib/transfer/commands'
import { CSV_LIMITS } from '@/lib/transfer/csv'
import { SHAPES } from '@/lib/transfer/lists'
import { uploadProblemOf } from '@/lib/transfer/lists'

const goTo = (path: string) => new NextResponse(null, { status: 303, headers: { Location: path } })
const problem = (key: string) => sentBack('/transfer', key)

/** Takes a file from the form on the Transfer page, works with and without JavaScript. */
export async function POST(request: Request): Promise<Response> {
  const refusal = refusedForm(request)
  if (refusal) return refusal
  try {
    const token = await sessionToken()
    // Those who may not send are told so before a byte of their file is read.
    await withScope(token, async ({ viewer }) => permit(viewer, 'transfer:import'))
    const read = await readFileForm(request, { bytes: CSV_LIMITS.bytes, files: 1 })
    if ('refused' in read) return problem(read.refused)
    const file = read.form.files.find(({ field }) => field === 'file')
    const shape = SHAPES.find(({ key }) => key === read.form.fields.get('shape'))?.key ?? 'people'
    // A browser sends a nameless part where no file was chosen.
    if (!file || file.name === '') return problem('none')
    if (file.bytes.length === 0) return problem('empty')
    const batch = await withScope(token, (scope) => receiveFile(scope, { ...file, shape }))
    return goTo(`/transfer/${batch}`)
  } catch (error) {
    if (error instanceof SignedOut) return goTo('/sign-in?back=/transfer')
    if (error instanceof NotPermitted) return nothingHereAnswer()
    if (error instanceof Busy) return problem('busy')
    if (error instanceof Refused) return problem(uploadProblemOf(error.message))
    throw error
  }
}
