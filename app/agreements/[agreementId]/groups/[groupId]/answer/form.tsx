'use client'
// Fields only; the one Form needs the browser.

import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { TickField } from '@/components/form/tick-field'
import { answerAction } from '../../../../actions'

type Props = { agreement: string; group: string; asks: boolean; formKey: string }

export function AnswerForm({ agreement, group, asks, formKey }: Props) {
  return (
    <Form
      title="Answer for our terms"
      action={answerAction}
      schema={() => import('@/lib/agreements/schema').then((it) => it.answerSchema)}
      formKey={formKey}
      values={{}}
      end={{ submit: 'Save our answer' }}
    >
      <input type="hidden" name="agreement" value={agreement} />
      <input type="hidden" name="group" value={group} />
      <RadioField
        name="answer"
        label="Do our terms run to these teams from now?"
        options={[
          { value: 'accept', label: 'Yes', hint: 'Each term ends and is given anew, as it is' },
          { value: 'decline', label: 'No', hint: 'Our terms stay with the version before' },
        ]}
      />
      <TickField
        name="holds"
        label="Our lawful basis, what lifts the duty of confidence, and the purpose hold for these teams too"
      />
      {asks ? (
        <TickField
          name="keep"
          label="Yes, these terms are meant to give probation, police or benefits more than “exists”"
        />
      ) : null}
    </Form>
  )
}
