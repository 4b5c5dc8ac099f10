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
import { getBatch, getBecame, getLook, getSuggestion } from '@/lib/transfer/queries'
import { listRows, type RowsAsked } from '@/lib/transfer/queries'
import { OUTCOMES } from '@/lib/transfer/lists'
import { isMoving, rowWords, stateWords, undoWords } from '@/lib/transfer/words'
import { MappingCard } from './mapping-card'
import { BecameCard } from './became'
import { FirstRows } from './first-rows'
import { OutcomesCard } from './outcomes'
import { Progress } from './progress'
import { StepForm } from './step-form'
import { WhoOpens } from './who-opens'

export const metadata: Metadata = { title: 'A file' }

type Props = {
  params: Promise<{ batchId: string }>
  searchParams: Promise<{ show?: string; about?: string; after?: string; columns?: string }>
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Which rows the address asks to see. */
function listAsked({ show, about, after }: Awaited<Props['searchParams']>): RowsAsked | null {
  const known = [...OUTCOMES.map(({ key }): string => key), 'warnings'].find((key) => key === show)
  if (!known) return null
  const kind = typeof about === 'string' && /^[0-9a-f]{32}$/.test(about) ? about : null
  const from = Number.parseInt(String(after ?? '0'), 10)
  return { show: known, about: kind, after: from > 0 && from < 2 ** 31 ? from : 0 }
}

/** One file: choosing its columns, the check, how far it is, what became of every row. */
export default async function FilePage({ params, searchParams }: Props) {
  const { batchId } = await params
  const asked = await searchParams
  if (!uuid.test(batchId)) notFound()
  const list = listAsked(asked)
  const { viewer, found } = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'transfer:import')) return { viewer: scope.viewer, found: null }
    const batch = await getBatch(scope, batchId)
    const choosing = batch.state === 'received' || (batch.state === 'checked' && asked.columns)
    const found = {
      batch,
      suggestion: choosing && batch.done >= batch.rows ? await getSuggestion(scope, batch) : null,
      rows: list && batch.counts ? await listRows(scope, batch.id, list) : null,
      look: batch.state === 'checked' && !choosing ? await getLook(scope, batch.id) : null,
      became: batch.state === 'done' ? await getBecame(scope, batch.id) : null,
    }
    return { viewer: scope.viewer, found }
  }, `/transfer/${batchId}`).catch((error: unknown) => {
    if (error instanceof NotFound) notFound()
    throw error
  })
  if (!found) notFound()
  const { batch, suggestion, rows, look, became } = found
  const { id, state, counts, error } = batch
  const moving = isMoving(batch)
  const step = (name: 'confirm' | 'undo' | 'abandon') => (
    <StepForm step={name} batch={id} formKey={randomUUID()} />
  )
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title={batch.filename}
        about={
          state === 'reading'
            ? `${stateWords(batch)}.`
            : `${stateWords(batch)}. ${rowWords(batch.rows)}, ${ENCODING_WORDS[batch.encoding]}.`
        }
        actions={<Link href="/transfer">All files</Link>}
      >
        {error ? <InsetText className="mb-5">{error}</InsetText> : null}
        {moving ? (
          <Card className="mb-5">
            <Progress words={stateWords(batch)} done={batch.done} rows={batch.rows} />
          </Card>
        ) : null}
        {suggestion ? <MappingCard batch={batch} suggestion={suggestion} /> : null}
        {became ? <BecameCard batch={batch} became={became} /> : null}
        {counts && !moving && !suggestion ? (
          <OutcomesCard batch={batch} list={list} rows={rows} asked={asked} />
        ) : null}
        {look ? (
          <>
            <FirstRows batch={batch} rows={look.first} />
            <WhoOpens batch={batch} opens={look.opens} />
            <Card title="Nothing has gone in yet" titleId="next" className="mb-5">
              {step('confirm')}
            </Card>
          </>
        ) : null}
        {state === 'done' ? (
          <Card title="Undo" titleId="undo" className="mb-5">
            <ul className="mb-4 list-disc pl-5">
              {undoWords(counts).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p className="mb-4">
              Nothing is undone when somebody of your agency has written about one of these people
              since.
            </p>
            {step('undo')}
          </Card>
        ) : null}
        {['reading', 'received', 'checked', 'failed'].includes(state) ? (
          <Card title="Not this file after all" titleId="drop">
            <p className="mb-4">
              {batch.rows > 0 ? `Its ${rowWords(batch.rows)} are` : 'It is'} thrown away. Nothing of
              it {state === 'failed' ? 'more goes in' : 'has gone in'}.
            </p>
            {step('abandon')}
          </Card>
        ) : null}
      </PageBody>
    </ViewerPage>
  )
}
