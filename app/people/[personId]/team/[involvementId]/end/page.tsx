import { InsetText } from '@/components/ui/inset-text'
import { today } from '@/lib/dates'
import { dateValues } from '@/lib/form-state'
import { FormPage, openForm } from '../../../form-page'
import { EndForm } from '../../forms'
import { askOwn, involvementIn, type InvolvementParams } from '../find'

/** End our own team's work, with why and a handover. */
export default async function EndWorkPage({ params }: { params: InvolvementParams }) {
  const involvementId = await involvementIn(params)
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'work-end',
    verb: 'involvement:end',
    subject: involvementId,
    lists: ['end_reason'],
    path: `/team/${involvementId}/end`,
    ask: askOwn(involvementId),
    values: () => dateValues('endsOn', today()),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="End this work">
      <InsetText>
        After the last day your team no longer opens this person. Your agency keeps what it wrote,
        and can open that with a reason.
      </InsetText>
      <EndForm given={{ ...given, version: asked.version }} involvementId={involvementId} />
    </FormPage>
  )
}
