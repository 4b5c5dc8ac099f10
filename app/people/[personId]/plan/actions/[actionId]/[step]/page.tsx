import { notFound } from 'next/navigation'
import { FormTitle } from '@/components/form/form-title'
import { InsetText } from '@/components/ui/inset-text'
import { today } from '@/lib/dates'
import { hasKey } from '@/lib/fields'
import { firstName } from '@/lib/people/identity'
import { STEPS, type Step } from '@/lib/plan/lists'
import { refusal } from '@/lib/plan/rules'
import { dueWords, ownerWords, takenWords } from '@/lib/plan/words'
import { FormPage, openForm } from '../../../../form-page'
import { StepForm } from '../../../around-forms'
import { askPlan, idIn } from '../../../find'

type Props = { params: Promise<{ personId: string; actionId: string; step: string }> }

const titles: Record<Step, string> = {
  take: 'Take an action on',
  move: 'Move the date of an action',
  done: 'Tick off: done',
  'not-done': 'Tick off: not done',
  undo: 'Undo a tick',
  remove: 'Take an action out of the plan',
}

const isStep = (step: string): step is Step => hasKey(STEPS, step)

/** One step of an action. Where it cannot be taken from here, the page says why. */
export default async function StepPage({ params }: Props) {
  const { actionId: id, step } = await params
  const actionId = idIn(id)
  if (!isStep(step)) notFound()
  const { viewer, strip, asked, given } = await openForm(params, {
    form: 'plan-step',
    verb: 'plan:write',
    subject: actionId,
    path: `/plan/actions/${actionId}/${step}`,
    ask: askPlan(({ actions }) => actions.find((action) => action.id === actionId)),
  })
  const why = refusal(step, asked, { own: asked.own, mine: asked.mine ?? false })
  const now = today()
  const facts = [ownerWords(asked, firstName(strip)), dueWords(asked, now), takenWords(asked, now)]
  return (
    <FormPage viewer={viewer} strip={strip} title={titles[step]}>
      <InsetText>
        <p className="font-bold">{asked.words}</p>
        <p>{facts.filter(Boolean).join(' · ')}</p>
      </InsetText>
      {why ? (
        <>
          <FormTitle title={titles[step]} wrong={false} />
          <p>{why}</p>
        </>
      ) : (
        <StepForm given={{ ...given, version: asked.version }} actionId={actionId} step={step} />
      )}
    </FormPage>
  )
}
