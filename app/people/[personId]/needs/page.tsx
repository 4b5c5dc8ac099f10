import type { Metadata } from 'next'
import { NeedsOverTime } from '@/components/needs/needs-over-time'
import { Because } from '@/components/person/because'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { PrintButton } from '@/components/ui/print-button'
import { can } from '@/lib/access/policy'
import { formatDate, today } from '@/lib/dates'
import { headline } from '@/lib/needs/findings'
import { lanesOf, voiceOf, type Lane } from '@/lib/needs/lanes'
import { listAssessments, listRatings } from '@/lib/needs/queries'
import { listServices } from '@/lib/needs/services'
import { becauseWords, notForWords } from '@/lib/people/because'
import { firstName, ownName, ownVoiceOf } from '@/lib/people/identity'
import { getBecause } from '@/lib/sharing/queries'
import { withPerson } from '../open'
import { PersonPage } from '../person-page'
import { Assessments } from './assessments'
import { Unanswered, ViewsDiffer } from './beside'
import { Overlap } from './overlap'
import { SaidTable } from './said-table'

export const metadata: Metadata = { title: 'Needs' }

type Props = { params: Promise<{ personId: string }> }

/**
 * Needs over five years, each as somebody saw it; not known and not asked drawn, never blank.
 */
export default async function NeedsPage({ params }: Props) {
  const { viewer, strip, personId, asked } = await withPerson(
    params,
    'needs',
    async (scope, { personId: id }) => ({
      ratings: await listRatings(scope, id),
      assessments: await listAssessments(scope, id),
      services: await listServices(scope, id),
      because: await getBecause(scope, id),
    }),
  )
  const now = today()
  const here = `/people/${personId}/needs`
  const { ratings, services, assessments, because } = asked
  const rows = lanesOf(ratings, { services, now })
  const name = firstName(strip)
  const ownVoice = ownVoiceOf(strip)
  const nameOf = (lane: Lane) => voiceOf(lane, ownVoice)
  const mayRate = can(viewer, 'need:rate')
  const mayAssess = can(viewer, 'assessment:record')
  const ask = mayRate ? (
    <Link href={`${here}/rate`} className="no-print">
      Ask next time
    </Link>
  ) : null
  return (
    <PersonPage viewer={viewer} strip={strip} printAs="working">
      <div className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div>
          <h2 className="text-heading-m">Five years of needs, each as somebody saw it</h2>
          <p className="text-note text-muted">From what you can see, to {formatDate(now)}.</p>
        </div>
        <div className="flex flex-wrap gap-3">
          <PrintButton />
          {mayRate ? (
            <ButtonLink href={`${here}/rate`} tone="secondary" className="no-print">
              Say how a need stands
            </ButtonLink>
          ) : null}
        </div>
      </div>
      <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_20rem] xl:items-start">
        <Card title={headline(rows)} titleId="needs">
          <NeedsOverTime rows={rows} nameOf={nameOf} now={now} ask={ask} />
          <SaidTable
            {...{ rows, ratings, ownVoice }}
            withdrawHref={mayRate ? `${here}/withdraw/rating` : undefined}
          />
        </Card>
        <div className="gap-5 *:mb-5 *:break-inside-avoid md:max-xl:columns-2">
          <Overlap rows={rows} now={now} />
          <ViewsDiffer rows={rows} nameOf={(lane) => voiceOf(lane, ownName(strip))} />
          <Unanswered {...{ rows, nameOf, now, ask }} />
          <Assessments
            assessments={assessments}
            withdrawHref={mayAssess ? `${here}/withdraw/assessment` : undefined}
            ours={viewer.agencyId}
            addHref={mayAssess ? `${here}/assess` : undefined}
          />
          <div className="text-note text-muted">
            <p className="mb-1">Older than five years is in the table alone.</p>
            <Because
              reason={becauseWords(because, name)}
              notFor={notForWords(because)}
              whoHref={`/people/${personId}/sharing`}
            />
          </div>
        </div>
      </div>
    </PersonPage>
  )
}
