import { InsetText } from '@/components/ui/inset-text'
import { FormPage, openForm } from '../../form-page'
import { ProtectedNameForm } from '../state-forms'

type Props = { params: Promise<{ personId: string }> }

/** A name changed for safety, or a gender history. */
export default async function ProtectedNamePage({ params }: Props) {
  const { viewer, strip, given } = await openForm(params, {
    form: 'protected-name',
    verb: 'name:protect',
    path: '/sharing/protected-name',
    ask: async () => null,
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Protect a name">
      <InsetText>
        Each agency then sees the names it gave itself and no others. Records are linked by the
        custodian alone. Telling a gender history that was learned at work can be an offence.
      </InsetText>
      <ProtectedNameForm given={given} />
    </FormPage>
  )
}
