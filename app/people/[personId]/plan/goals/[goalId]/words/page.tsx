import { InsetText } from '@/components/ui/inset-text'
import { FormPage, openForm } from '../../../../form-page'
import { ownGoal, idIn } from '../../../find'
import { RewordForm } from '../../../forms'

type Props = { params: Promise<{ personId: string; goalId: string }> }

/** Say a goal of our own in other words. */
export default async function RewordGoalPage({ params }: Props) {
  const goalId = idIn((await params).goalId)
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'goal-reword',
    verb: 'plan:write',
    subject: goalId,
    path: `/plan/goals/${goalId}/words`,
    ask: ownGoal(goalId),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Say it another way">
      <InsetText>{asked.words}</InsetText>
      <RewordForm given={given} goalId={goalId} />
    </FormPage>
  )
}
