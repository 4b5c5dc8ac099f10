import { InsetText } from '@/components/ui/inset-text'
import { FormPage, openForm } from '../../../../form-page'
import { askPlan, idIn } from '../../../find'
import { AskedForm } from '../../../forms'

type Props = { params: Promise<{ personId: string; goalId: string }> }

/** What the person says of a goal, whoever gave it. */
export default async function AskedGoalPage({ params }: Props) {
  const goalId = idIn((await params).goalId)
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'goal-asked',
    verb: 'plan:write',
    subject: goalId,
    path: `/plan/goals/${goalId}/asked`,
    ask: askPlan(({ goals }) => goals.find(({ id, endedOn }) => id === goalId && !endedOn)),
  })
  return (
    <FormPage viewer={viewer} strip={strip} title="Record what they say">
      <InsetText>{asked.words}</InsetText>
      <AskedForm given={given} goalId={goalId} />
    </FormPage>
  )
}
