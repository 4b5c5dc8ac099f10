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
        Messages stop, coming appointments are cancelled, and every team’s work ends today. The
        record is kept as it is, for any review.
      </InsetText>
      <DeathForm given={given} />
    </FormPage>
  )
}
