'use client'
// Fields only; the one Form needs the browser.

import { DateField, RadioField } from '@/components/form/choice-fields'
import { offers } from '@/components/form/offers'
import { SelectField, TextAreaField, TextField } from '@/components/form/text-fields'
import { PersonForm, type GivenForm } from '@/components/person/person-form'
import { HELD_KINDS, type Step } from '@/lib/plan/lists'
import {
  heldAction,
  lineEndAction,
  reviewAction,
  reviewHeldAction,
  stepAction,
  strengthAction,
} from './actions'

type Props = { given: GivenForm }

const buttons: Record<Step, string> = {
  take: 'I take this on',
  move: 'Move the date',
  done: 'It is done',
  'not-done': 'It was not done',
  undo: 'Open it again',
  remove: 'Take it out of the plan',
}

/** One step of an action, with no more fields than the step asks. */
export function StepForm({ given, actionId, step }: Props & { actionId: string; step: Step }) {
  return (
    <PersonForm
      given={given}
      title="Change an action"
      action={stepAction}
      schema={() => import('@/lib/plan/schema').then((it) => it.stepSchema)}
      end={{ submit: buttons[step] }}
      back="/plan"
    >
      <input type="hidden" name="actionId" value={actionId} />
      <input type="hidden" name="step" value={step} />
      {step === 'move' ? <DateField name="day" label="What is the new day?" /> : null}
      {step === 'move' || step === 'not-done' ? (
        <TextField
          name="why"
          label="Why?"
          hint="What got in the way, not who. It stands in the plan."
        />
      ) : null}
    </PersonForm>
  )
}

/** A day to look at the plan together. */
export function ReviewForm({ given }: Props) {
  return (
    <PersonForm
      given={given}
      title="Plan a review"
      action={reviewAction}
      schema={() => import('@/lib/plan/schema').then((it) => it.reviewSchema)}
      end={{ submit: 'Save review' }}
      back="/plan"
    >
      <DateField name="plannedFor" label="When is the plan looked at together?" />
    </PersonForm>
  )
}

/** What became of a review. */
export function ReviewHeldForm({ given, reviewId }: Props & { reviewId: string }) {
  return (
    <PersonForm
      given={given}
      title="Record the review"
      action={reviewHeldAction}
      schema={() => import('@/lib/plan/schema').then((it) => it.reviewHeldSchema)}
      end={{ submit: 'Save what came of it' }}
      back="/plan"
    >
      <input type="hidden" name="reviewId" value={reviewId} />
      <RadioField
        name="took"
        label="Did it take place?"
        options={[
          { value: 'held', label: 'Yes' },
          { value: 'dropped', label: 'No, and it will not' },
        ]}
      />
      <DateField name="heldOn" label="When? (optional)" hint="Leave empty for today" />
      <TextAreaField
        name="outcome"
        label="What came of it?"
        hint="What was kept, what was dropped, what is new. Leave empty if it did not take place."
      />
      <TextField name="present" label="Who was there? (optional)" />
    </PersonForm>
  )
}

/** What they are good at. */
export function StrengthForm({ given }: Props) {
  return (
    <PersonForm
      given={given}
      title="What they are good at"
      action={strengthAction}
      schema={() => import('@/lib/plan/schema').then((it) => it.strengthSchema)}
      end={{ submit: 'Save' }}
      back="/plan"
    >
      <TextAreaField
        name="words"
        label="What are they good at, in their words?"
        hint="“I cook. I can fix most things if you leave me to it.”"
      />
    </PersonForm>
  )
}

/** A line for a plan of our own agency's. */
export function HeldForm({ given }: Props) {
  return (
    <PersonForm
      given={given}
      title="A plan that we hold"
      action={heldAction}
      schema={() => import('@/lib/plan/schema').then((it) => it.heldSchema)}
      end={{ submit: 'Add the line' }}
      back="/plan"
    >
      <SelectField name="kind" label="Which plan?" options={offers(HELD_KINDS)} />
      <DateField name="agreedOn" label="When was it agreed?" />
      <DateField name="reviewOn" label="When is it reviewed? (optional)" />
    </PersonForm>
  )
}

/** Ending a line beside the goals. */
export function LineEndForm({ given, kind, lineId }: Props & { kind: string; lineId: string }) {
  return (
    <PersonForm
      given={given}
      title="End this line"
      action={lineEndAction}
      schema={() => import('@/lib/plan/schema').then((it) => it.lineEndSchema)}
      end={{ submit: 'It is no longer so' }}
      back="/plan"
    >
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="lineId" value={lineId} />
    </PersonForm>
  )
}
