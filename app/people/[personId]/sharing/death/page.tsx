import { InsetText } from '@/components/ui/inset-text'
import { FormPage, openForm } from '../../form-page'
import { DeathForm } from '../harm-forms'

type Props = { params: Promise<{ personId: string }> }

/** The person died. */
export default async function DeathPage({ params }: Props) {
  const { viewer, strip, given } = await openForm(params, {
    form: 'death',
    verb: 'death:record',
    path: '/sharing/death',
    ask: async () => null,
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Record a death">
      <InsetText>
        Your agency’s coming appointments are cancelled and its work ends today. Everybody who works
        with them sees that a death is reported; each other agency is asked to confirm before its
        own work ends. Recorded in error, it can all be undone.
      </InsetText>
      <DeathForm given={given} />
    </FormPage>
  )
}
