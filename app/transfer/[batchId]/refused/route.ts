import { sessionToken } from '@/lib/access/session'
import { withScope } from '@/lib/db'
import { Busy, NotFound, NotPermitted, SignedOut } from '@/lib/errors'
import { nothingHereAnswer } from '@/lib/nothing-here'
import { busyPath } from '@/lib/own-path'
import { getBatch, listRefused } from '@/lib/transfer/queries'
import { refusedReport } from '@/lib/transfer/report'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const atATime = 500
const goTo = (path: string) => new Response(null, { status: 303, headers: { Location: path } })

/** The refused rows of a file as CSV: line, column, reason, and the row as it came. Streamed. */
export async function GET(_: Request, { params }: { params: Promise<{ batchId: string }> }) {
  const { batchId } = await params
  const token = await sessionToken()
  if (!uuid.test(batchId)) return nothingHereAnswer()
  try {
    const { header } = await withScope(token, (scope) => getBatch(scope, batchId))
    return new Response(streamOf(report(token, batchId, header)), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="refused-rows.csv"',
        'cache-control': 'no-store',
      },
    })
  } catch (error) {
    const none = error instanceof NotFound || error instanceof NotPermitted
    if (none || error instanceof SignedOut) return nothingHereAnswer()
    if (error instanceof Busy) return goTo(busyPath(`/transfer/${batchId}`))
    throw error
  }
}

/** Made as it is read, so that fifty thousand rows are never held at once. */
const streamOf = (made: AsyncGenerator<Uint8Array<ArrayBuffer>>) =>
  new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(stream) {
      const next = await made.next()
      if (next.done) stream.close()
      else stream.enqueue(next.value)
    },
  })

async function* report(token: string, batch: string, header: readonly string[]) {
  const text = new TextEncoder()
  for (let after = 0, first = true; ; first = false) {
    const rows = await withScope(token, (scope) => listRefused(scope, batch, after, atATime))
    const lines = [...refusedReport(header, rows)]
    yield text.encode((first ? lines : lines.slice(1)).join(''))
    const last = rows.at(-1)
    if (!last || rows.length < atATime) return
    after = last.line
  }
}
