import { InsetText } from '@/components/ui/inset-text'
import { FormPage, openForm } from '../../../../form-page'
import { ownGoal, idIn } from '../../../find'
import { GoalEndForm } from '../../../forms'

type Props = { params: Promise<{ personId: string; goalId: string }> }

/** End a goal of our own, with what came of it. */
export default async function EndGoalPage({ params }: Props) {
  const goalId = idIn((await params).goalId)
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'goal-end',
    verb: 'plan:write',
    subject: goalId,
    path: `/plan/goals/${goalId}/end`,
    ask: ownGoal(goalId),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="End a goal">
      <InsetText>{asked.words}</InsetText>
      <GoalEndForm given={given} goalId={goalId} />
    </FormPage>
  )
}
