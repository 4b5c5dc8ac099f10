import { NextResponse } from 'next/server'
import { sessionToken } from '@/lib/access/session'
import { permit } from '@/lib/access/policy'
import { isHost } from '@/lib/admin/queries'
import { receiveAreas } from '@/lib/areas/commands'
import { UPLOAD_LIMITS, type SentFile } from '@/lib/areas/upload'
import { withScope } from '@/lib/db'
import { Busy, NotPermitted, Refused, SignedOut, Unfit } from '@/lib/errors'
import type { SentForm } from '@/lib/multipart'
import { nothingHereAnswer } from '@/lib/nothing-here'
import { sentBack } from '@/lib/sent-back'
import { readFileForm, refusedForm } from '@/lib/file-form'

const goTo = (path: string) => new NextResponse(null, { status: 303, headers: { Location: path } })
const problem = (key: string) => sentBack('/admin/areas/load', key)

/** Those who may not load are told so before a byte of their files is read. */
const mayLoad = (token: string) =>
  withScope(token, async (scope) => {
    permit(scope.viewer, 'admin:write')
    return isHost(scope)
  })

const sentFiles = ({ files }: SentForm): SentFile[] =>
  files
    .filter(({ field, bytes }) => field === 'files' && bytes.length > 0)
    .map(({ name, bytes }) => ({
      name: name
        .replace(/^.*[\\/]/, '')
        .replace(/\p{C}/gu, '')
        .slice(0, 120),
      bytes,
    }))

// A browser sends a nameless part where no file was chosen.
const someNamed = ({ files }: SentForm) =>
  files.some(({ field, name }) => field === 'files' && name !== '')

/** Takes files of areas and shows what they hold. Loads nothing. */
export async function POST(request: Request): Promise<Response> {
  const refusal = refusedForm(request)
  if (refusal) return refusal
  try {
    const token = await sessionToken()
    if (!(await mayLoad(token))) return nothingHereAnswer()
    const read = await readFileForm(request, {
      bytes: UPLOAD_LIMITS.sent,
      files: UPLOAD_LIMITS.files,
    })
    if ('refused' in read) return problem(read.refused)
    const files = sentFiles(read.form)
    if (files.length === 0) return problem(someNamed(read.form) ? 'empty' : 'none')
    const named = (read.form.fields.get('place') ?? '').normalize('NFC').trim().slice(0, 80)
    const upload = await withScope(token, (s) => receiveAreas(s, named || null, files))
    return goTo(`/admin/areas/uploads/${upload}`)
  } catch (error) {
    if (error instanceof SignedOut) return goTo('/sign-in?back=/admin/areas')
    if (error instanceof NotPermitted) return nothingHereAnswer()
    if (error instanceof Busy) return problem('busy')
    if (error instanceof Unfit) return problem('unreadable')
    if (error instanceof Refused) return problem('second')
    throw error
  }
}
