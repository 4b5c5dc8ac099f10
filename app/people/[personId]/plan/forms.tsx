'use client'
// Fields only; the one Form needs the browser.

import { DateField, RadioField } from '@/components/form/choice-fields'
import { offers } from '@/components/form/offers'
import { SelectField, TextAreaField, TextField } from '@/components/form/text-fields'
import { PersonForm, type GivenForm } from '@/components/person/person-form'
import type { Option } from '@/components/ui/select'
import { ANSWERS, GOAL_OUTCOMES, GOAL_VOICES, YES_NO_UNKNOWN } from '@/lib/plan/lists'
import { actionAction, askedAction, endGoalAction, goalAction, rewordAction } from './actions'

type Props = { given: GivenForm }
type GoalProps = Props & { goalId: string }

const goalId = (id: string) => <input type="hidden" name="goalId" value={id} />

function GoalFields() {
  return (
    <>
      <TextField
        name="words"
        label="What do they want?"
        hint="As they put it, in one line: “My own front door”"
      />
      <RadioField
        name="saidBy"
        label="Whose words are these?"
        hint="Nothing is done under words of ours until somebody has asked them."
        options={offers(GOAL_VOICES)}
      />
    </>
  )
}

/** A new goal. */
export function GoalForm({ given }: Props) {
  return (
    <PersonForm
      given={given}
      title="Add a goal"
      action={goalAction}
      schema={() => import('@/lib/plan/schema').then((it) => it.goalSchema)}
      end={{ submit: 'Save goal' }}
      back="/plan"
    >
      <GoalFields />
    </PersonForm>
  )
}

/** The same goal in other words. */
export function RewordForm({ given, goalId: id }: GoalProps) {
  return (
    <PersonForm
      given={given}
      title="Say it another way"
      action={rewordAction}
      schema={() => import('@/lib/plan/schema').then((it) => it.rewordSchema)}
      end={{ submit: 'Save the new words' }}
      back="/plan"
    >
      {goalId(id)}
      <GoalFields />
    </PersonForm>
  )
}

/** What came of a goal. */
export function GoalEndForm({ given, goalId: id }: GoalProps) {
  return (
    <PersonForm
      given={given}
      title="End a goal"
      action={endGoalAction}
      schema={() => import('@/lib/plan/schema').then((it) => it.goalEndSchema)}
      end={{ submit: 'End goal' }}
      back="/plan"
    >
      {goalId(id)}
      <RadioField name="outcome" label="What came of it?" options={offers(GOAL_OUTCOMES)} />
    </PersonForm>
  )
}

/** What they said when they were asked. */
export function AskedForm({ given, goalId: id }: GoalProps) {
  return (
    <PersonForm
      given={given}
      title="Record what they say"
      action={askedAction}
      schema={() => import('@/lib/plan/schema').then((it) => it.askedSchema)}
      end={{ submit: 'Save what they said' }}
      back="/plan"
    >
      {goalId(id)}
      <RadioField
        name="answer"
        label="What did they say?"
        hint="A no changes nothing about the help they get."
        options={offers(ANSWERS)}
      />
      <DateField name="askedOn" label="When? (optional)" hint="Leave empty for today" />
      <TextField
        name="how"
        label="How did you ask? (optional)"
        hint="“Read it aloud; kept the large-type copy”"
      />
      <TextField
        name="present"
        label="Who was there? (optional)"
        hint="An interpreter is never family"
      />
      <RadioField
        name="seenAlone"
        label="Did you see them alone?"
        hint="A yes with somebody else in the room does not count as agreed."
        options={offers(YES_NO_UNKNOWN)}
      />
      <RadioField
        name="freeToSay"
        label="Could they say no without losing anything?"
        hint="Not if an order, a tenancy or a benefit hangs on it"
        options={offers(YES_NO_UNKNOWN)}
      />
    </PersonForm>
  )
}

type ActionProps = Props & { goals: Option[]; owners: Option[] }

/** Who does what by when. */
export function ActionForm({ given, goals, owners }: ActionProps) {
  return (
    <PersonForm
      given={given}
      title="Add an action"
      action={actionAction}
      schema={() => import('@/lib/plan/schema').then((it) => it.actionSchema)}
      end={{ submit: 'Save action' }}
      back="/plan"
    >
      <TextAreaField name="words" label="What is to be done?" hint="One thing, in one line" />
      <SelectField name="goalId" label="Towards which goal?" options={goals} />
      <SelectField
        name="owner"
        label="Who does it?"
        hint="One owner. A worker who is named here has not taken it on until they say so."
        options={owners}
      />
      <DateField name="dueOn" label="By when?" />
    </PersonForm>
  )
}
