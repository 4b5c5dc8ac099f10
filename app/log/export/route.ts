import { sessionToken } from '@/lib/access/session'
import { exportLog } from '@/lib/audit/queries'
import { readLogAsk, recipientSchema } from '@/lib/audit/schema'
import { groundWords, pageWord, readerWords } from '@/lib/audit/words'
import { formatDate, londonDate, londonTime } from '@/lib/dates'
import { withScope } from '@/lib/db'
import { Busy, NotPermitted, SignedOut } from '@/lib/errors'
import { nothingHereAnswer } from '@/lib/nothing-here'
import { busyPath } from '@/lib/own-path'
import { readBody } from '@/lib/file-form'
import { csvLine } from '@/lib/transfer/report'
import { FORM_LIMIT, refusalOf, refused } from '@/lib/web-refusals'

const heading = ['Day', 'Time', 'Who', 'Agency', 'Person', 'Page', 'Because']

const elsewhere = (path: string) => new Response(null, { status: 303, headers: { Location: path } })

/**
 * The log as a CSV that no spreadsheet runs. Each person in it becomes a disclosure in the same
 * transaction.
 */
export async function POST(request: Request): Promise<Response> {
  const refusal = refusalOf(request)
  if (refusal) return refused(refusal)
  const body = await readBody(request, FORM_LIMIT)
  const sent = Object.fromEntries(new URLSearchParams(String(body ?? '')))
  const to = recipientSchema.safeParse(sent.recipient)
  const { ask, errors } = readLogAsk(sent)
  if (!to.success || Object.keys(errors).length > 0) return elsewhere('/log?export=who')
  try {
    const rows = await withScope(await sessionToken(), (scope) => exportLog(scope, ask, to.data))
    const lines = rows.map(({ at, reader, agency, person, page, ground, refused: said }) =>
      csvLine([
        formatDate(londonDate(at)),
        londonTime(at),
        readerWords(reader),
        agency,
        person,
        pageWord(page),
        said ? 'refused' : groundWords(ground),
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
    if (error instanceof Busy) return elsewhere(busyPath('/log'))
    if (error instanceof NotPermitted) return nothingHereAnswer()
    throw error
  }
}
