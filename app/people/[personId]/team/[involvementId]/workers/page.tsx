import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { listColleagues } from '@/lib/team/choices'
import { FormPage, openForm } from '../../../form-page'
import { WorkerForm } from '../../forms'
import { askOwn, involvementIn, type InvolvementParams } from '../find'

/** Who of our own team works with them, and who leads. */
export default async function WorkersPage({ params }: { params: InvolvementParams }) {
  const involvementId = await involvementIn(params)
  const { viewer, strip, personId, asked, given } = await openForm(params, {
    form: 'worker',
    verb: 'involvement:start',
    subject: involvementId,
    path: `/team/${involvementId}/workers`,
    ask: async (scope, opened) => {
      const involvement = await askOwn(involvementId)(scope, opened)
      return { involvement, people: await listColleagues(scope, involvement.teamId) }
    },
  })
  const workers = asked.involvement.involvementWorkers
  return (
    <FormPage viewer={viewer} strip={strip} title="Name a worker">
      <WorkerForm given={given} involvementId={involvementId} people={asked.people} />
      {workers.length > 0 ? (
        <Card title="Named now" titleId="named" className="mt-8">
          <ul className="divide-y divide-line">
            {workers.map(({ id, workerName, lead }) => (
              <li key={id} className="flex justify-between gap-4 py-2">
                <span>
                  {workerName}
                  {lead ? ', leads' : ''}
                </span>
                <Link href={`/people/${personId}/team/${involvementId}/workers/${id}`}>
                  Take off<span className="sr-only">: {workerName}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </FormPage>
  )
}
