import { InsetText } from '@/components/ui/inset-text'
import { FormPage, openForm } from '../../../form-page'
import { EndStateForm } from '../../state-forms'

type Props = { params: Promise<{ personId: string }> }

/** End the protection of a name. */
export default async function ProtectedNameEndPage({ params }: Props) {
  const { viewer, strip, given } = await openForm(params, {
    form: 'protected-name-end',
    verb: 'name:protect',
    path: '/sharing/protected-name/end',
    ask: async () => null,
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="End the protection of a name">
      <InsetText tone="caution">
        From this moment agencies that knew one name can see the other.
      </InsetText>
      <EndStateForm given={given} of="name" />
    </FormPage>
  )
}
