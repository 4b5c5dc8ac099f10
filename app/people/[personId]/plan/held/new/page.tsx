import { FormPage, openForm } from '../../../form-page'
import { HeldForm } from '../../around-forms'

type Props = { params: Promise<{ personId: string }> }

/** One line for a plan in our own system. */
export default async function NewHeldPage({ params }: Props) {
  const { viewer, strip, given } = await openForm(params, {
    form: 'held-plan',
    verb: 'plan:write',
    path: '/plan/held/new',
    ask: async () => null,
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="A plan that we hold">
      <HeldForm given={given} />
    </FormPage>
  )
}
