'use client'
// Fields and buttons; the one Form needs the browser. Each answer is a button, so that a pair takes
// one key or one press, and works without script.

import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-fields'
import type { Draft } from '@/components/form/use-draft'
import { Button } from '@/components/ui/button'
import { DECISIONS, LINK_DECISIONS } from '@/lib/identity/lists'
import type { FormValues } from '@/lib/form-state'
import { decideAction, reviewAction, takeBackAction } from './actions'

type Props = { formKey: string; id: string; draft: Draft; kept: FormValues | undefined }
type Answer = { readonly key: string; readonly label: string; readonly letter: string }

const said = (answer: Answer) => ({
  name: 'said',
  value: answer.key,
  'aria-keyshortcuts': answer.letter,
})

const answerButtons = (answers: readonly Answer[]) =>
  answers.map((answer) => (
    <Button key={answer.key} type="submit" tone="secondary" {...said(answer)}>
      {answer.label}
    </Button>
  ))

/** What is said of a pair. */
export function DecideForm({ formKey, id, draft, kept }: Props) {
  const [same, ...others] = DECISIONS
  return (
    <Form
      action={decideAction}
      schema={() => import('@/lib/identity/schema').then((it) => it.pairWords)}
      formKey={formKey}
      values={kept}
      draft={draft}
      end={{ submit: same.label, button: said(same), aside: answerButtons(others) }}
    >
      <input type="hidden" name="pair" value={id} />
      <TextField
        name="why"
        label="Why (you may leave this out)"
        hint="Left out, what is found above is kept as the reason."
        autoComplete="off"
      />
    </Form>
  )
}

type ReviewProps = Props & { unconfirmed: boolean }

/** What is said of a link: right or wrong, where only the machine has said so yet. */
export function ReviewForm({ formKey, id, draft, kept, unconfirmed }: ReviewProps) {
  const [right, wrong] = LINK_DECISIONS
  const end = unconfirmed
    ? { submit: right.label, button: said(right), aside: answerButtons([wrong]) }
    : { submit: wrong.label, button: said(wrong), tone: 'warning' as const }
  return (
    <Form
      action={reviewAction}
      schema={() => import('@/lib/identity/schema').then((it) => it.linkWords)}
      formKey={formKey}
      values={kept}
      draft={draft}
      end={end}
    >
      <input type="hidden" name="link" value={id} />
      <TextField
        name="why"
        label="Why"
        hint="Needed to undo a link: it is remembered, and an incident is opened."
        autoComplete="off"
      />
    </Form>
  )
}

/** Takes the last decision back. */
export function TakeBackForm({ formKey, id }: Pick<Props, 'formKey' | 'id'>) {
  return (
    <Form
      id="take-back"
      action={takeBackAction}
      schema={() => import('@/lib/identity/schema').then((it) => it.takeBackSchema)}
      formKey={formKey}
      end={{ submit: 'Take it back', tone: 'secondary', button: { 'aria-keyshortcuts': 'U' } }}
    >
      <input type="hidden" name="pair" value={id} />
    </Form>
  )
}
