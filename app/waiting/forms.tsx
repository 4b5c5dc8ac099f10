'use client'
// Fields only; the one Form needs the browser.

import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { offers } from '@/components/form/offers'
import { TextAreaField } from '@/components/form/text-fields'
import { TickField } from '@/components/form/tick-field'
import { DECISIONS, OBJECTION_ANSWERS } from '@/lib/waiting/schema'
import { decideAction, takeBackAction, undoAction } from './actions'

type Props = { actId: string; formKey: string }

/** Yes or no to what somebody asked for; an objection is lifted with a reason. */
export function DecideForm({ actId, formKey, kind }: Props & { kind: string }) {
  if (kind === 'objection') return <ObjectionForm actId={actId} formKey={formKey} />
  return (
    <Form
      title="Do you agree?"
      action={decideAction}
      schema={() => import('@/lib/waiting/schema').then((it) => it.decisionSchema)}
      formKey={formKey}
      end={{ submit: 'Save your answer' }}
    >
      <input type="hidden" name="actId" value={actId} />
      <RadioField name="decision" label="Do you agree?" options={offers(DECISIONS)} />
    </Form>
  )
}

function ObjectionForm({ actId, formKey }: Props) {
  return (
    <Form
      title="Does it hold for what this agency gives?"
      action={decideAction}
      schema={() => import('@/lib/waiting/schema').then((it) => it.decisionSchema)}
      formKey={formKey}
      end={{ submit: 'Save your answer' }}
    >
      <input type="hidden" name="actId" value={actId} />
      <input type="hidden" name="of" value="objection" />
      <div className="group/objection">
        <RadioField
          name="decision"
          label="Does it hold for what this agency gives?"
          options={offers(OBJECTION_ANSWERS)}
        />
        <div className="hidden group-has-[input[value=decline]:checked]/objection:block">
          <TextAreaField
            name="answer"
            label="Which duty, whose safety, or what was recorded wrongly?"
            hint="Shown to your agency’s workers with this person. It counts for what the agency gives, and for nothing else"
            rows={3}
          />
        </div>
      </div>
    </Form>
  )
}

/** The way back. */
export function UndoForm({ actId, formKey, label }: Props & { label: string }) {
  return (
    <Form
      title="Undo it"
      action={undoAction}
      schema={() => import('@/lib/waiting/schema').then((it) => it.undoSchema)}
      formKey={formKey}
      end={{ submit: 'Undo it now', tone: 'warning' }}
    >
      <input type="hidden" name="actId" value={actId} />
      <TickField name="sure" label={label} />
    </Form>
  )
}

/** One's own request, while it waits. */
export function TakeBackForm({ actId, formKey }: Props) {
  return (
    <Form
      title="Take it back"
      action={takeBackAction}
      schema={() => import('@/lib/waiting/schema').then((it) => it.takeBackSchema)}
      formKey={formKey}
      end={{ submit: 'Take it back' }}
    >
      <input type="hidden" name="actId" value={actId} />
      <TickField name="sure" label="Take back what I asked for" />
    </Form>
  )
}
