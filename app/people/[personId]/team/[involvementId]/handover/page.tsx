import { notFound } from 'next/navigation'
import { z } from 'zod'
import { today } from '@/lib/dates'
import { dateValues } from '@/lib/form-state'
import { getOwnInvolvement, listColleagues } from '@/lib/team/choices'
import { FormPage, openForm } from '../../../form-page'
import { HandoverForm } from '../../handover-form'

type Props = { params: Promise<{ personId: string; involvementId: string }> }

/** Asks a colleague of the team to take them on. */
export default async function AskHandoverPage({ params }: Props) {
  const { involvementId } = await params
  if (!z.uuid().safeParse(involvementId).success) notFound()
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'handover',
    verb: 'handover:ask',
    subject: involvementId,
    path: `/team/${involvementId}/handover`,
    ask: async (scope, { personId }) => {
      const own = await getOwnInvolvement(scope, personId, involvementId)
      return own && { people: await listColleagues(scope, own.teamId) }
    },
    values: () => dateValues('movesOn', today()),
  })
  if (!asked) notFound()
  return (
    <FormPage viewer={viewer} strip={strip} title="Hand over">
      <HandoverForm given={given} involvementId={involvementId} people={asked.people} />
    </FormPage>
  )
}
