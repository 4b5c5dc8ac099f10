'use client'
// Fields only; the one Form needs the browser.

import { DateField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { TextAreaField, TextField } from '@/components/form/text-fields'
import { roundAction } from '../actions'

export function RoundForm({ formKey }: { formKey: string }) {
  return (
    <Form
      title="Begin a round"
      action={roundAction}
      schema={() => import('@/lib/readiness/schema').then((it) => it.roundSchema)}
      formKey={formKey}
      end={{ submit: 'Begin the round' }}
    >
      <TextField name="name" label="What is it called?" hint="Such as: Autumn 2026" width="half" />
      <DateField
        name="closesOn"
        label="Last day to answer"
        hint="Nothing is shown before you close it"
      />
      <TextAreaField
        name="own"
        label="Statements of your own"
        hint="One a line, five at most. Each about the whole place, and never about anybody"
        rows={4}
      />
    </Form>
  )
}
