import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { SubPage } from '@/app/sub-page'
import { InsetText } from '@/components/ui/inset-text'
import { Link } from '@/components/ui/link'
import { SummaryList } from '@/components/ui/summary-list'
import { asViewer } from '@/lib/access/session'
import { labelOf } from '@/lib/codes'
import { formatDateTime } from '@/lib/dates'
import { firstCapital } from '@/lib/first-capital'
import { CONFLICT_REASONS } from '@/lib/states/lists'
import { getAct } from '@/lib/waiting/queries'
import { actWords, agreedWords, askedWords, undoneWords } from '@/lib/waiting/words'
import { whoWords } from '../act-list'
import { DecideForm, TakeBackForm, UndoForm } from '../forms'

export const metadata: Metadata = { title: 'Waits for you' }

type Props = { params: Promise<{ actId: string }> }

/** One act: who asked for what, about whom and why; yes or no, taking it back, or the way back. */
export default async function ActPage({ params }: Props) {
  const { actId } = await params
  if (!z.uuid().safeParse(actId).success) notFound()
  const { viewer, act } = await asViewer(
    async (scope) => ({ viewer: scope.viewer, act: await getAct(scope, actId) }),
    `/waiting/${actId}`,
  )
  if (!act) notFound()
  const { kind, about, reason, personId, decidedBy, decidedAt } = act
  return (
    <SubPage
      viewer={viewer}
      title={actWords(kind, about)}
      back={{ href: '/waiting', label: 'what waits for you' }}
    >
      <SummaryList
        rows={[
          {
            term: 'About',
            value: personId ? (
              <Link href={`/people/${personId}`}>{whoWords(act)}</Link>
            ) : (
              whoWords(act)
            ),
          },
          {
            term: kind === 'objection' ? 'Recorded by' : 'Asked for by',
            value: askedWords(act),
          },
          ...(act.from && !act.own
            ? [
                {
                  term: kind === 'objection' ? 'What it holds back is given by' : 'Takes from',
                  value: firstCapital(act.from),
                },
              ]
            : []),
          ...(reason === null
            ? []
            : [
                {
                  term: 'Why',
                  value: kind === 'bar' ? labelOf(CONFLICT_REASONS, reason) : reason,
                },
              ]),
          ...(act.answer ? [{ term: 'Why it does not hold', value: act.answer }] : []),
          ...(act.custodian ? [{ term: 'Custodian in charge', value: act.custodian }] : []),
          ...(decidedBy && decidedAt
            ? [
                {
                  term: act.own
                    ? 'Done by'
                    : act.decision === 'declined'
                      ? 'Answered by'
                      : 'Agreed by',
                  value: `${decidedBy}, ${formatDateTime(new Date(decidedAt))}`,
                },
              ]
            : []),
        ]}
      />
      <div className="mt-6">
        {act.mine ? (
          <InsetText>
            It waits for the custodian or their manager. Until they agree nothing has changed.
          </InsetText>
        ) : (
          <InsetText>{act.waits ? agreedWords(kind) : undoneWords(kind)}</InsetText>
        )}
        {act.mine ? (
          <TakeBackForm actId={actId} formKey={randomUUID()} />
        ) : act.waits ? (
          <DecideForm actId={actId} formKey={randomUUID()} kind={kind} />
        ) : (
          <UndoForm actId={actId} formKey={randomUUID()} label="Undo this" />
        )}
      </div>
    </SubPage>
  )
}
