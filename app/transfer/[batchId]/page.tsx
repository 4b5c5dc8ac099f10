import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Card } from '@/components/ui/card'
import { InsetText } from '@/components/ui/inset-text'
import { Link } from '@/components/ui/link'
import { asViewer } from '@/lib/access/session'
import { can } from '@/lib/access/policy'
import { NotFound } from '@/lib/errors'
import { ENCODING_WORDS } from '@/lib/transfer/decode'
import { getBatch, getSuggestion, listRows } from '@/lib/transfer/queries'
import { OUTCOMES } from '@/lib/transfer/lists'
import { isMoving, rowWords, stateWords } from '@/lib/transfer/words'
import { MappingCard } from './mapping-card'
import { OutcomeCounts, OutcomeRows } from './outcomes'
import { Progress } from './progress'
import { StepForm } from './step-form'

export const metadata: Metadata = { title: 'A file' }

type Props = {
  params: Promise<{ batchId: string }>
  searchParams: Promise<{ show?: string; after?: string; columns?: string }>
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One file: choosing its columns, the check, how far it is, what became of every row. */
export default async function FilePage({ params, searchParams }: Props) {
  const { batchId } = await params
  const asked = await searchParams
  if (!uuid.test(batchId)) notFound()
  const show = OUTCOMES.find(({ key }) => key === asked.show)?.key
  const after = Number.parseInt(String(asked.after ?? '0'), 10) || 0
  const { viewer, found } = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'transfer:import')) return { viewer: scope.viewer, found: null }
    const batch = await getBatch(scope, batchId)
    const mapping = batch.state === 'received' || (batch.state === 'checked' && asked.columns)
    return {
      viewer: scope.viewer,
      found: {
        batch,
        suggestion: mapping && batch.done >= batch.rows ? await getSuggestion(scope, batch) : null,
        list: show && batch.counts ? await listRows(scope, batch.id, show, after) : null,
      },
    }
  }, `/transfer/${batchId}`).catch((error: unknown) => {
    if (error instanceof NotFound) notFound()
    throw error
  })
  if (!found) notFound()
  const { batch, suggestion, list } = found
  const { id, state, rows, counts, error } = batch
  const moving = isMoving(batch)
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title={batch.filename}
        about={`${stateWords(batch)}. ${rowWords(rows)}, ${ENCODING_WORDS[batch.encoding]}.`}
        actions={<Link href="/transfer">All files</Link>}
      >
        {error ? <InsetText className="mb-5">{error}</InsetText> : null}
        {moving ? (
          <Card className="mb-5">
            <Progress words={stateWords(batch)} done={batch.done} rows={rows} />
          </Card>
        ) : null}
        {suggestion ? <MappingCard batch={batch} suggestion={suggestion} /> : null}
        {counts && !moving && !suggestion ? (
          <Card title="What becomes of each row" titleId="outcomes" className="mb-5">
            <OutcomeCounts batch={batch} show={show} />
            {(counts.refused ?? 0) > 0 ? (
              <p className="mb-5">
                <Link href={`/transfer/${id}/refused`}>Refused rows as a CSV file</Link>
                <span className="block text-note text-muted">
                  Line, column and reason, then the row as it came. Put it right and send it again.
                </span>
              </p>
            ) : null}
            {list && show ? <OutcomeRows batch={batch} show={show} {...list} /> : null}
          </Card>
        ) : null}
        {state === 'checked' && !suggestion ? (
          <Card title="Nothing has gone in yet" titleId="next" className="mb-5">
            <p className="mb-2">
              <Link href={`/transfer/${id}?columns=change`}>Change how the columns are read</Link>
            </p>
            <StepForm step="confirm" batch={id} formKey={randomUUID()} />
          </Card>
        ) : null}
        {state === 'done' ? (
          <Card title="Undo" titleId="undo" className="mb-5">
            <p>
              Takes back everything this file brought, as long as nobody has written about these
              people since.
            </p>
            <StepForm step="undo" batch={id} formKey={randomUUID()} />
          </Card>
        ) : null}
        {['received', 'checked', 'failed'].includes(state) ? (
          <Card title="Not this file after all" titleId="drop">
            <p>Its rows are not kept.</p>
            <StepForm step="abandon" batch={id} formKey={randomUUID()} />
          </Card>
        ) : null}
      </PageBody>
    </ViewerPage>
  )
}
