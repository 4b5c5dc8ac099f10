'use client'
// Fields only; the one Form needs the browser.

import { asOptions, yesOrNo } from '@/components/form/as-options'
import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { TickField } from '@/components/form/tick-field'
import { AGREEMENTS } from '@/lib/roles/schema'
import { agreeAction, answerAction, knownAction, withdrawAction } from './actions'

/** The user's own answer. */
export function AnswerForm({ offer, formKey }: { offer: string; formKey: string }) {
  return (
    <Form
      title="A role for you"
      action={answerAction}
      schema={() => import('@/lib/roles/schema').then((it) => it.answerSchema)}
      formKey={formKey}
      end={{ submit: 'Save your answer' }}
    >
      <input type="hidden" name="offer" value={offer} />
      <RadioField name="take" label="Do you take this role?" options={yesOrNo} />
    </Form>
  )
}

/** The second person's answer. */
export function AgreeForm({ offer, formKey }: { offer: string; formKey: string }) {
  return (
    <Form
      title="A role that opens people"
      action={agreeAction}
      schema={() => import('@/lib/roles/schema').then((it) => it.agreeSchema)}
      formKey={formKey}
      end={{ submit: 'Save your answer' }}
    >
      <input type="hidden" name="offer" value={offer} />
      <RadioField
        name="answer"
        label="Should they have it?"
        options={asOptions(AGREEMENTS)}
        layout="list"
      />
    </Form>
  )
}

/** A second person's word that an account is its user's. */
export function KnownForm({ user, formKey }: { user: string; formKey: string }) {
  return (
    <Form
      title="Is it they?"
      action={knownAction}
      schema={() => import('@/lib/roles/schema').then((it) => it.knownSchema)}
      formKey={formKey}
      end={{ submit: 'Say that it is they' }}
    >
      <input type="hidden" name="user" value={user} />
      <TickField
        name="sure"
        label="I have asked them myself, and they set this password"
        hint="In person, or on a number you knew before"
      />
    </Form>
  )
}

/** An offer of one's own agency. */
export function WithdrawForm({ offer, formKey }: { offer: string; formKey: string }) {
  return (
    <Form
      title="Take back this offer"
      action={withdrawAction}
      schema={() => import('@/lib/roles/schema').then((it) => it.withdrawSchema)}
      formKey={formKey}
      end={{ submit: 'Take it back', tone: 'warning' }}
    >
      <input type="hidden" name="offer" value={offer} />
      <TickField name="sure" label="The offer should be taken back" />
    </Form>
  )
}
