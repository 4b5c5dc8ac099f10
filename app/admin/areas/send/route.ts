import { NextResponse } from 'next/server'
import { sessionToken } from '@/lib/access/session'
import { permit } from '@/lib/access/policy'
import { isHost } from '@/lib/admin/queries'
import { stageAreas } from '@/lib/areas/commands'
import { readUpload, TooMuch, UPLOAD_LIMITS, type SentFile } from '@/lib/areas/upload'
import { withScope } from '@/lib/db'
import { NotPermitted, SignedOut } from '@/lib/errors'
import { fileFormFault, readFileForm } from '@/lib/file-form'

const goTo = (path: string) => new NextResponse(null, { status: 303, headers: { Location: path } })
const problem = (key: string) => goTo(`/admin/areas/load?problem=${key}`)
const notFound = () => new NextResponse('Not found', { status: 404 })

/** Those who may not load are told so before a byte of their files is read. */
const mayLoad = (token: string) =>
  withScope(token, async (scope) => {
    permit(scope.viewer, 'admin:write')
    return isHost(scope)
  })

async function sentFiles(form: FormData): Promise<SentFile[]> {
  const files = form.getAll('files').filter((file) => file instanceof File && file.size > 0)
  return Promise.all(
    (files as File[]).map(async (file) => ({
      name: file.name.replace(/^.*[\\/]/, '').slice(0, 120),
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  )
}

/** Takes files of areas and shows what they hold. Loads nothing. */
export async function POST(request: Request): Promise<Response> {
  const fault = fileFormFault(request)
  if (fault === 'elsewhere') return new NextResponse('Not from this site.', { status: 403 })
  if (fault) return problem(fault)
  try {
    const token = await sessionToken()
    if (!(await mayLoad(token))) return notFound()
    const read = await readFileForm(request, UPLOAD_LIMITS.sent)
    if ('refused' in read) return problem(read.refused)
    const files = await sentFiles(read.form)
    if (files.length === 0) return problem('none')
    const place = read.form.get('place')
    const named = typeof place === 'string' ? place.normalize('NFC').trim().slice(0, 80) : ''
    const upload = readUpload(files, named || null)
    return goTo(`/admin/areas/uploads/${await withScope(token, (s) => stageAreas(s, upload))}`)
  } catch (error) {
    if (error instanceof TooMuch) return problem('large')
    if (error instanceof SignedOut) return goTo('/sign-in?back=/admin/areas')
    if (error instanceof NotPermitted) return notFound()
    throw error
  }
}
