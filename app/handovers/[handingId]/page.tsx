import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Done } from '@/app/done'
import { PersonPage } from '@/app/people/[personId]/person-page'
import { Link } from '@/components/ui/link'
import { SummaryList } from '@/components/ui/summary-list'
import { asViewer } from '@/lib/access/session'
import { formatDate, londonDate, today } from '@/lib/dates'
import { getHandover } from '@/lib/handovers/queries'
import { askedWords, moveWords, waitsWords } from '@/lib/handovers/words'
import { openPerson } from '@/lib/people/queries'
import { AnswerForm, WithdrawForm } from '../forms'

export const metadata: Metadata = { title: 'Handover' }

const news = {
  asked: 'Asked. Nothing changes until both have said so.',
  confirm: 'Confirmed.',
  decline: 'Declined. Nothing has changed, and whoever asked is told.',
  withdrawn: 'Taken back. Nothing has changed.',
}

type Props = { params: Promise<{ handingId: string }> }

/** One handover: the note, who has said yes, and the viewer's word where it waits for that. */
export default async function HandoverPage({ params }: Props) {
  const { handingId } = await params
  if (!z.uuid().safeParse(handingId).success) notFound()
  const asked = await asViewer(async (scope) => {
    const handing = await getHandover(scope, handingId)
    const person = handing && (await openPerson(scope, handing.personId, 'team'))
    return handing && person ? { viewer: scope.viewer, handing, person } : null
  }, `/handovers/${handingId}`)
  if (!asked) notFound()
  const { viewer, handing, person } = asked
  return (
    <PersonPage viewer={viewer} strip={person.strip} printAs="working">
      <div className="max-w-3xl">
        <Done news={news} />
        <h2 className="mb-4 text-heading-m">Handover {moveWords(handing)}</h2>
        <SummaryList
          rows={[
            { term: 'Stands', value: `${waitsWords(handing)}.` },
            { term: 'Asked', value: `${askedWords(handing, today())}.` },
            { term: 'Moves on', value: formatDate(londonDate(handing.moves_on)) },
            { term: 'Leads', value: handing.lead ? `${handing.to_name} leads then` : 'No change' },
            {
              term: 'What to know',
              value: <span className="whitespace-pre-line">{handing.words ?? 'Not for you'}</span>,
            },
          ]}
        />
        <div className="mt-6">
          {handing.mine ? <AnswerForm handingId={handing.id} formKey={randomUUID()} /> : null}
          {handing.may_withdraw ? (
            <WithdrawForm handingId={handing.id} formKey={randomUUID()} />
          ) : null}
        </div>
        <p className="mt-6">
          <Link href="/handovers">All handovers that wait</Link>
        </p>
      </div>
    </PersonPage>
  )
}
