import { FormPage, openForm } from '../../../form-page'
import { GoalForm } from '../../forms'

type Props = { params: Promise<{ personId: string }> }

/** Add a goal. */
export default async function NewGoalPage({ params }: Props) {
  const { viewer, strip, given } = await openForm(params, {
    form: 'goal',
    verb: 'plan:write',
    path: '/plan/goals/new',
    ask: async () => null,
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Add a goal">
      <GoalForm given={given} />
    </FormPage>
  )
}
