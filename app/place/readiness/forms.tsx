'use client'
// Fields only; the one Form needs the browser.

import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { TextAreaField } from '@/components/form/text-fields'
import { TickField } from '@/components/form/tick-field'
import { closeAction, commentAction, endActionAction, endLinksAction } from './actions'

const schemas = () => import('@/lib/readiness/schema')

/** One button: an action is done, or put away. */
export function EndActionForm(props: {
  action: string
  how: 'done' | 'away'
  submit: string
  formKey: string
}) {
  const { action, how, submit, formKey } = props
  return (
    <Form
      id={`${how}-${action}`}
      action={endActionAction}
      schema={() => schemas().then((it) => it.endActionSchema)}
      formKey={formKey}
      end={{ submit, tone: 'secondary' }}
    >
      <input type="hidden" name="action" value={action} />
      <input type="hidden" name="how" value={how} />
    </Form>
  )
}

/** Unused links of a sector and a role end. */
export function EndLinksForm(props: {
  round: string
  sector: string
  role: string
  words: string
  formKey: string
}) {
  const { round, sector, role, words, formKey } = props
  return (
    <Form
      id={`end-${sector}-${role.replaceAll(/\W+/g, '-')}`}
      action={endLinksAction}
      schema={() => schemas().then((it) => it.endLinksSchema)}
      formKey={formKey}
      end={{ submit: words, tone: 'secondary' }}
    >
      <input type="hidden" name="round" value={round} />
      <input type="hidden" name="sector" value={sector} />
      <input type="hidden" name="role" value={role} />
    </Form>
  )
}

/** Closes the round for good. */
export function CloseForm({ round, formKey }: { round: string; formKey: string }) {
  return (
    <Form
      id="close"
      action={closeAction}
      schema={() => schemas().then((it) => it.closeSchema)}
      formKey={formKey}
      end={{ submit: 'Close the round', tone: 'warning' }}
    >
      <input type="hidden" name="round" value={round} />
      <TickField
        name="sure"
        label="Everybody has had their time"
        hint="It cannot be opened again. Answers are taken apart into counts, and can then be read"
      />
    </Form>
  )
}

/** A comment is let through, perhaps with words taken out, or kept back. */
export function CommentForm(props: {
  round: string
  comment: string
  words: string
  formKey: string
}) {
  const { round, comment, words, formKey } = props
  return (
    <Form
      id={`comment-${comment}`}
      action={commentAction}
      schema={() => schemas().then((it) => it.commentSchema)}
      formKey={formKey}
      values={{ words }}
      end={{ submit: 'Save' }}
    >
      <input type="hidden" name="round" value={round} />
      <input type="hidden" name="comment" value={comment} />
      <TextAreaField
        name="words"
        label="What is shown"
        labelSize="s"
        hint="Take out whatever would tell who wrote it, or names anybody. Change nothing else"
        rows={3}
      />
      <RadioField
        name="answer"
        label="Is it shown?"
        labelSize="s"
        options={[
          { value: 'show', label: 'Show it as above' },
          { value: 'keep', label: 'Keep it back' },
        ]}
      />
    </Form>
  )
}
