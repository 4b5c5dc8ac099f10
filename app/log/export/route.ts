import { sessionToken } from '@/lib/access/session'
import { exportLog } from '@/lib/audit/queries'
import { exportSchema } from '@/lib/audit/schema'
import { groundWords, pageWord } from '@/lib/audit/words'
import { formatDate, londonDate, londonTime } from '@/lib/dates'
import { withScope } from '@/lib/db'
import { NotPermitted, SignedOut } from '@/lib/errors'
import { csvLine } from '@/lib/transfer/report'

const heading = ['Day', 'Time', 'Who', 'Agency', 'Person', 'Page', 'Because']

const elsewhere = (path: string) => new Response(null, { status: 303, headers: { Location: path } })

/**
 * The log as a CSV that no spreadsheet runs. Each person in it becomes a disclosure in the same
 * transaction.
 */
export async function POST(request: Request): Promise<Response> {
  // The session cookie does not come with a post from another site; this says so even where a
  // browser is lax.
  const origin = request.headers.get('sec-fetch-site')
  if (origin && origin !== 'same-origin') return new Response('Not from here', { status: 403 })
  const sent = await request.formData().catch(() => null)
  const asked = exportSchema.safeParse(Object.fromEntries(sent ?? []))
  if (!asked.success) return elsewhere('/log?export=who')
  const { recipient, ...ask } = asked.data
  try {
    const rows = await withScope(await sessionToken(), (scope) => exportLog(scope, ask, recipient))
    const lines = rows.map(({ at, reader, agency, person, page, ground, refused }) =>
      csvLine([
        formatDate(londonDate(at)),
        londonTime(at),
        reader ?? 'Somebody of another party',
        agency ?? '',
        person,
        pageWord(page),
        refused ? 'refused' : groundWords(ground),
      ]),
    )
    return new Response(`\uFEFF${csvLine(heading)}${lines.join('')}`, {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': 'attachment; filename="access-log.csv"',
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    if (error instanceof SignedOut) return elsewhere('/sign-in?back=/log')
    if (error instanceof NotPermitted) return new Response('Not found', { status: 404 })
    throw error
  }
}
