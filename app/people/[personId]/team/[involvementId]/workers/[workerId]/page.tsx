import { notFound } from 'next/navigation'
import { z } from 'zod'
import { InsetText } from '@/components/ui/inset-text'
import { today } from '@/lib/dates'
import { dateValues } from '@/lib/form-state'
import { getOwnWorker } from '@/lib/team/choices'
import { FormPage, openForm } from '../../../../form-page'
import { WorkerEndForm } from '../../../forms'

type Props = { params: Promise<{ personId: string; involvementId: string; workerId: string }> }

/** Take a worker of our own off; the team's work goes on. */
export default async function EndWorkerPage({ params }: Props) {
  const { workerId, involvementId } = await params
  if (!z.uuid().safeParse(workerId).success) notFound()
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'worker-end',
    verb: 'involvement:end',
    subject: workerId,
    path: `/team/${involvementId}/workers/${workerId}`,
    ask: async (scope, { personId }) =>
      (await getOwnWorker(scope, personId, workerId)) ?? notFound(),
    values: () => dateValues('endsOn', today()),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Take a worker off">
      <InsetText>{asked.workerName}</InsetText>
      <WorkerEndForm given={given} involvementId={involvementId} workerId={workerId} />
    </FormPage>
  )
}
