'use client'
// Fields only; the one Form needs the browser.

import { Form } from '@/components/form/form'
import { SelectField, TextAreaField, TextField } from '@/components/form/text-fields'
import { TickField } from '@/components/form/tick-field'
import {
  agreeAction,
  commentAction,
  pinAction,
  putAwayAction,
  shareAction,
  takeOffAction,
} from '../actions'

const schemas = () => import('@/lib/propositions/schema')
type Props = { paper: string; formKey: string }
const Paper = ({ paper }: { paper: string }) => <input type="hidden" name="paper" value={paper} />

/** One button: everybody who may look at the place reads it from then on. */
export function ShareForm({ paper, formKey }: Props) {
  return (
    <Form
      id="share"
      action={shareAction}
      schema={() => schemas().then((it) => it.paperSchema)}
      formKey={formKey}
      end={{ submit: 'Share it' }}
    >
      <Paper paper={paper} />
    </Form>
  )
}

/** Agrees for one's agency, as one of two. */
export function AgreeForm({ paper, agency, formKey }: Props & { agency: string }) {
  return (
    <Form
      id="agree"
      action={agreeAction}
      schema={() => schemas().then((it) => it.agreeSchema)}
      formKey={formKey}
      end={{ submit: 'Agree to it' }}
    >
      <Paper paper={paper} />
      <TickField name="holds" label={`${agency} agrees to this version`} />
    </Form>
  )
}

/** Puts it away, and says why. */
export function PutAwayForm({ paper, formKey }: Props) {
  return (
    <Form
      id="away"
      action={putAwayAction}
      schema={() => schemas().then((it) => it.putAwaySchema)}
      formKey={formKey}
      end={{ submit: 'Put it away', tone: 'secondary' }}
    >
      <Paper paper={paper} />
      <TextField name="why" label="Why is it put away?" labelSize="s" />
    </Form>
  )
}

/** A comment, under one's name. */
export function CommentForm({ paper, formKey }: Props) {
  return (
    <Form
      id="comment"
      action={commentAction}
      schema={() => schemas().then((it) => it.commentSchema)}
      formKey={formKey}
      end={{ submit: 'Add the comment', tone: 'secondary' }}
    >
      <Paper paper={paper} />
      <TextAreaField
        name="words"
        label="Your comment"
        labelSize="s"
        hint="Whoever reads this reads your name with it"
        rows={3}
      />
    </Form>
  )
}

/** A figure that is offered is pinned. */
export function PinForm(props: Props & { figures: { value: string; label: string }[] }) {
  const { paper, formKey, figures } = props
  return (
    <Form
      title="Pin a figure"
      action={pinAction}
      schema={() => schemas().then((it) => it.pinSchema)}
      formKey={formKey}
      end={{ submit: 'Pin it' }}
    >
      <Paper paper={paper} />
      <SelectField name="figure" label="Which figure?" options={figures} />
    </Form>
  )
}

/** One button: a figure is taken off. */
export function TakeOffForm({ paper, evidence, formKey }: Props & { evidence: string }) {
  return (
    <Form
      id={`off-${evidence}`}
      action={takeOffAction}
      schema={() => schemas().then((it) => it.takeOffSchema)}
      formKey={formKey}
      end={{ submit: 'Take it off', tone: 'secondary' }}
    >
      <Paper paper={paper} />
      <input type="hidden" name="evidence" value={evidence} />
    </Form>
  )
}
