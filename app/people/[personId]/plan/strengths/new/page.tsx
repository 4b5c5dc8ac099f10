import { FormPage, openForm } from '../../../form-page'
import { StrengthForm } from '../../around-forms'

type Props = { params: Promise<{ personId: string }> }

/** Write down what the person is good at. */
export default async function NewStrengthPage({ params }: Props) {
  const { viewer, strip, given } = await openForm(params, {
    form: 'plan-strength',
    verb: 'plan:write',
    path: '/plan/strengths/new',
    ask: async () => null,
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="What they are good at">
      <StrengthForm given={given} />
    </FormPage>
  )
}
