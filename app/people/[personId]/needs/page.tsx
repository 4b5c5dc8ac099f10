import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { can } from '@/lib/access/policy'
import { NEED_DOMAINS } from '@/lib/codes'
import { today } from '@/lib/dates'
import { listAssessments, listRatings } from '@/lib/needs/queries'
import { withPerson } from '../open'
import { PersonPage } from '../person-page'
import { Assessments } from './assessments'
import { DomainHistory } from './domain-history'
import { Overlap } from './overlap'

export const metadata: Metadata = { title: 'Needs' }

type Props = { params: Promise<{ personId: string }> }

/**
 * Needs by domain, each as somebody saw it and when; not known and not asked drawn, never blank.
 */
export default async function NeedsPage({ params }: Props) {
  const { viewer, strip, personId, asked } = await withPerson(
    params,
    'needs',
    async (scope, { personId: id }) => ({
      ratings: await listRatings(scope, id),
      assessments: await listAssessments(scope, id),
    }),
  )
  const now = today()
  const here = `/people/${personId}/needs`
  return (
    <PersonPage viewer={viewer} strip={strip} printAs="working">
      <div className="grid gap-5 xl:grid-cols-[1.6fr_1fr] xl:items-start">
        <Card
          title="Needs, as seen by each agency"
          titleId="needs"
          more={
            can(viewer, 'need:rate') ? (
              <ButtonLink href={`${here}/rate`} tone="secondary">
                Say how a need stands
              </ButtonLink>
            ) : undefined
          }
        >
          <ul className="divide-y divide-line">
            {NEED_DOMAINS.map(({ key, label }) => (
              <DomainHistory
                key={key}
                domain={key}
                label={label}
                ratings={asked.ratings.filter(({ domain }) => domain === key)}
                now={now}
                withdrawHref={can(viewer, 'need:rate') ? `${here}/withdraw/rating` : undefined}
              />
            ))}
          </ul>
        </Card>
        <div className="grid gap-5">
          <Overlap ratings={asked.ratings} now={now} />
          <Assessments
            assessments={asked.assessments}
            withdrawHref={
              can(viewer, 'assessment:record') ? `${here}/withdraw/assessment` : undefined
            }
            ours={viewer.agencyId}
            addHref={can(viewer, 'assessment:record') ? `${here}/assess` : undefined}
          />
        </div>
      </div>
    </PersonPage>
  )
}
