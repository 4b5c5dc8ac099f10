import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ViewerPage } from '@/app/viewer-page'
import { OwnWords } from '@/components/person/own-words'
import { PersonFrame } from '@/components/person/person-frame'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { asViewer } from '@/lib/access/session'
import { contactTitle } from '@/lib/contacts/words'
import { formatDate, today } from '@/lib/dates'
import { firstName, identityOf } from '@/lib/people/identity'
import { openTogether } from '@/lib/people/together'
import { personIn } from '../open'
import { ActionsCard, DatesCard, InvolvedCard } from '../overview-parts'

export const metadata: Metadata = { title: 'Together view' }

type Props = { params: Promise<{ personId: string }> }

/**
 * One page for two people at one screen: the person and their worker. Also what is printed by
 * default.
 */
export default async function TogetherPage({ params }: Props) {
  const personId = await personIn(params)
  const { viewer, together } = await asViewer(
    async (scope) => ({ viewer: scope.viewer, together: await openTogether(scope, personId) }),
    `/people/${personId}`,
  )
  if (!together) notFound()
  const now = today()
  const { strip, ownWords, goals } = together
  return (
    <ViewerPage viewer={viewer}>
      <PersonFrame
        identity={identityOf(strip, now)}
        togetherHref={`/people/${personId}`}
        together
        tabs={[]}
      >
        <div className="grid gap-5 lg:grid-cols-2 lg:items-start">
          <OwnWords
            name={firstName(strip)}
            words={ownWords?.words}
            when={ownWords ? formatDate(ownWords.saidOn) : undefined}
          />
          <Card title="Next dates" titleId="dates">
            <DatesCard dates={together.dates} />
          </Card>
          <Card title="Goals" titleId="goals">
            {goals.length === 0 ? (
              <EmptyState title="No goals are written down yet." />
            ) : (
              <ul className="list-disc space-y-1 pl-6">
                {goals.map((goal) => (
                  <li key={goal.id}>{goal.words}</li>
                ))}
              </ul>
            )}
          </Card>
          <Card title="Who is doing what" titleId="actions">
            <ActionsCard actions={together.actions} now={now} />
          </Card>
          <Card title="Your team" titleId="team">
            <InvolvedCard team={together.team} viewer={viewer} now={now} />
          </Card>
          <Card title="When we met" titleId="met">
            {together.contacts.length === 0 ? (
              <EmptyState title="Nothing is written down yet." />
            ) : (
              <ul className="divide-y divide-line">
                {together.contacts.map((contact) => (
                  <li key={contact.id} className="py-2">
                    {formatDate(contact.day)}: {contactTitle(contact)}
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </div>
      </PersonFrame>
    </ViewerPage>
  )
}
