import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { listAgreements, listCohorts } from '@/lib/choices/offered'
import { formatDate, londonDate } from '@/lib/dates'
import { FormPage, openForm } from '../../form-page'
import { CohortForm } from '../choice-forms'

type Props = { params: Promise<{ personId: string }> }

/** Into a cohort, and the cohorts they are in. */
export default async function CohortPage({ params }: Props) {
  const { viewer, strip, personId, asked, given } = await openForm(params, {
    form: 'cohort',
    verb: 'cohort:decide',
    path: '/sharing/cohort',
    ask: async (scope, opened) => ({
      offered: await listAgreements(scope),
      cohorts: await listCohorts(scope, opened.personId),
    }),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Put them in a cohort">
      {asked.cohorts.length > 0 ? (
        <Card title="In now" titleId="cohorts" className="mb-6">
          <ul className="divide-y divide-line">
            {asked.cohorts.map(({ id, startsAt, agreement }) => (
              <li key={id} className="flex justify-between gap-4 py-2">
                <span>
                  {agreement.name}, since {formatDate(londonDate(startsAt))}
                </span>
                <Link href={`/people/${personId}/sharing/cohort/${id}`}>
                  Take out<span className="sr-only"> of {agreement.name}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <p className="mb-5">
        Nothing but safety is shared outside a cohort. Your word opens what your agency gives;
        others who give are asked to confirm it for what they give. Your name goes with it.
      </p>
      <CohortForm given={given} agreements={asked.offered.agreements} />
    </FormPage>
  )
}
