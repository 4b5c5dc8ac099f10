import type { Metadata } from 'next'
import { BesideBanners } from '@/components/person/beside-banners'
import { NeedsNow } from '@/components/person/needs-now'
import { OverviewLayout } from '@/components/person/overview-layout'
import { OwnWords } from '@/components/person/own-words'
import { Timeline } from '@/components/person/timeline'
import { Card } from '@/components/ui/card'
import { FoldedOnPhone } from '@/components/ui/folded-on-phone'
import { Link } from '@/components/ui/link'
import { asViewer } from '@/lib/access/session'
import { timelineEntry } from '@/lib/contacts/words'
import { formatDate, today } from '@/lib/dates'
import { overviewNeeds } from '@/lib/needs/words'
import { getBeside } from '@/lib/people/beside'
import { firstName, ownVoiceOf } from '@/lib/people/identity'
import { openOverview, whereNow } from '@/lib/people/queries'
import { elsewhere, personIn } from './open'
import { ActionsCard, BecauseNote, DatesCard, InvolvedCard } from './overview-parts'
import { LastContact } from './last-contact'
import { PersonPage } from './person-page'

// No name in a title: titles go into browser histories and over shoulders.
export const metadata: Metadata = { title: 'Overview' }

type Props = { params: Promise<{ personId: string }> }

/**
 * One view of one person. One statement in the database; every row through this reader's own
 * rights.
 */
export default async function OverviewPage({ params }: Props) {
  const personId = await personIn(params)
  const opened = await asViewer(async (scope) => {
    const found = await openOverview(scope, personId)
    return {
      ...{ viewer: scope.viewer, found, beside: found && (await getBeside(scope, personId)) },
      now: found ? null : await whereNow(scope, personId),
    }
  }, `/people/${personId}`)
  const { viewer, found, beside, now: nowAt } = opened
  if (!found) return elsewhere(nowAt)
  const { overview } = found
  const { strip, ownWords } = overview
  const now = today()
  const here = `/people/${personId}`
  return (
    <PersonPage viewer={viewer} strip={strip} contacts={overview.contacts}>
      {beside ? <BesideBanners {...beside} /> : null}
      <OverviewLayout
        words={
          <OwnWords
            name={firstName(strip)}
            words={ownWords?.words}
            when={ownWords ? formatDate(ownWords.saidOn) : undefined}
            before={ownWords?.askFirst ?? undefined}
            askHref={`${here}/details/own-words`}
          />
        }
        timeline={
          <Card
            title="What has happened"
            titleId="happened"
            more={<Link href={`${here}/timeline`}>All {overview.contacts}</Link>}
          >
            <Timeline
              entries={overview.timeline.map((contact) => timelineEntry(contact, personId))}
              empty={<Link href={`${here}/contacts/new`}>Record a contact</Link>}
            />
          </Card>
        }
        needs={
          <Card
            title="Needs now"
            titleId="needs-now"
            more={<Link href={`${here}/needs`}>Over time</Link>}
          >
            <FoldedOnPhone label="Show the needs">
              <NeedsNow
                rows={overviewNeeds(overview.needs, ownVoiceOf(strip), now)}
                note="From what you can see. Some needs are kept off this page."
              />
            </FoldedOnPhone>
          </Card>
        }
        actions={
          <Card
            title="Agreed actions"
            titleId="actions"
            more={<Link href={`${here}/plan`}>Plan</Link>}
          >
            <ActionsCard actions={overview.actions} now={now} />
          </Card>
        }
        dates={
          <Card
            title="Next dates"
            titleId="dates"
            more={<Link href={`${here}/dates`}>All dates</Link>}
          >
            <DatesCard dates={overview.dates} />
          </Card>
        }
        involved={
          <Card
            title="Who is involved"
            titleId="involved"
            more={<Link href={`${here}/team`}>Team</Link>}
          >
            <LastContact contacts={overview.timeline} personId={personId} />
            <InvolvedCard team={overview.team} viewer={viewer} now={now} />
            <BecauseNote overview={overview} />
          </Card>
        }
      />
    </PersonPage>
  )
}
