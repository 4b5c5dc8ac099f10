import { can } from '@/lib/access/policy'
import { sessionToken } from '@/lib/access/session'
import { getWardMap } from '@/lib/areas/queries'
import { withScope } from '@/lib/db'
import { Busy, SignedOut } from '@/lib/errors'
import { readChoice, readFileName } from '@/lib/insight/choose'
import { makeFile } from '@/lib/insight/files/make-file'
import { readPublished } from '@/lib/insight/published-database'
import { listCells, listPublications } from '@/lib/insight/queries'
import { nothingHereAnswer } from '@/lib/nothing-here'
import { busyPath } from '@/lib/own-path'

const goTo = (path: string) => new Response(null, { status: 303, headers: { Location: path } })

type Props = { params: Promise<{ no: string; file: string }> }

/**
 * A published, declared table as a file. Everything else is *nothing here*: a table that was never
 * declared, a publication that is none, a reader who may not look.
 */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const { no, file } = await params
  const asked = readFileName(file)
  try {
    const source = await withScope(await sessionToken(), async (scope) => {
      if (!asked || !can(scope.viewer, 'insight:view')) return null
      const choice = readChoice(await listPublications(readPublished), { no })
      if (!choice) return null
      const { publication } = choice
      const cells = await listCells(readPublished, publication.no, asked.table.key)
      const map = await getWardMap(scope, publication.coverage.wardSet)
      return cells.size === 0 ? null : { place: scope.viewer.place, publication, cells, map }
    })
    if (!asked || !source) return nothingHereAnswer()
    const { body, type } = makeFile(asked, source)
    return new Response(body, { headers: headersOf(file, type, asked.kind === 'csv') })
  } catch (error) {
    if (error instanceof SignedOut) return nothingHereAnswer()
    if (error instanceof Busy) return goTo(busyPath('/insight/tables'))
    throw error
  }
}

// The Link is how a reader of CSV on the Web finds what the columns are.
const headersOf = (file: string, type: string, isCsv: boolean) => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="${file}"`,
  'Cache-Control': 'no-store',
  ...(isCsv
    ? { Link: `<${file}-metadata.json>; rel="describedby"; type="application/csvm+json"` }
    : {}),
})
