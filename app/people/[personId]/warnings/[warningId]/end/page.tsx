import { InsetText } from '@/components/ui/inset-text'
import { FormPage, openForm } from '../../../form-page'
import { WarningEndForm } from '../../forms'
import { askOwn, warningIn, type WarningParams } from '../find'

/** End one of our own warnings before it lapses. */
export default async function EndWarningPage({ params }: { params: WarningParams }) {
  const warningId = await warningIn(params)
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'warning-end',
    verb: 'warning:end',
    subject: warningId,
    path: `/warnings/${warningId}/end`,
    ask: askOwn(warningId),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="End a warning">
      <InsetText>{asked.headline}</InsetText>
      <WarningEndForm given={given} warningId={warningId} />
    </FormPage>
  )
}
