'use client'
// Fields only; the one Form needs the browser.

import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { offers } from '@/components/form/offers'
import { HANDOVER_ANSWERS } from '@/lib/handovers/schema'
import { answerAction, withdrawAction } from './actions'

type Props = { handingId: string; formKey: string }

/** Yes or no, by whoever it waits for. */
export function AnswerForm({ handingId, formKey }: Props) {
  return (
    <Form
      title="Handover"
      action={answerAction}
      schema={() => import('@/lib/handovers/schema').then((it) => it.answerSchema)}
      formKey={formKey}
      end={{ submit: 'Save your answer' }}
    >
      <input type="hidden" name="handingId" value={handingId} />
      <RadioField
        name="answer"
        label="Do you confirm it?"
        hint="When both of you have, they move; until then nothing changes"
        options={offers(HANDOVER_ANSWERS)}
      />
    </Form>
  )
}

/** Taken back by whoever asked. */
export function WithdrawForm({ handingId, formKey }: Props) {
  return (
    <Form
      id="withdraw"
      action={withdrawAction}
      schema={() => import('@/lib/handovers/schema').then((it) => it.withdrawSchema)}
      formKey={formKey}
      end={{ submit: 'Take it back', tone: 'secondary' }}
    >
      <input type="hidden" name="handingId" value={handingId} />
    </Form>
  )
}
