import { InsetText } from '@/components/ui/inset-text'
import { FormPage, openForm } from '../../../form-page'
import { EndStateForm } from '../../state-forms'

type Props = { params: Promise<{ personId: string }> }

/** End limited access. */
export default async function LimitedEndPage({ params }: Props) {
  const { viewer, strip, given } = await openForm(params, {
    form: 'limited-end',
    verb: 'access:limit',
    path: '/sharing/limited/end',
    ask: async () => null,
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="End limited access">
      <InsetText tone="caution">
        The custodian is asked. Once they agree, everybody whose team works with this person can
        open the record again.
      </InsetText>
      <EndStateForm given={given} of="limited" />
    </FormPage>
  )
}
