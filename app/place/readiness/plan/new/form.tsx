'use client'
// Fields only; the one Form needs the browser.

import { DateField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { SelectField, TextField } from '@/components/form/text-fields'
import { STATEMENTS } from '@/lib/readiness/statements'
import { addActionAction } from '../../actions'

export function ActionForm({ formKey }: { formKey: string }) {
  return (
    <Form
      title="Add an action"
      action={addActionAction}
      schema={() => import('@/lib/readiness/schema').then((it) => it.actionSchema)}
      formKey={formKey}
      end={{ submit: 'Add the action' }}
    >
      <TextField name="words" label="What will be done?" />
      <SelectField
        name="key"
        label="Which statement does it answer?"
        empty="None of them"
        options={STATEMENTS.map(({ key, words }) => ({ value: key, label: words }))}
      />
      <TextField name="owner" label="Who sees to it?" hint="One person, by name" width="half" />
      <TextField name="organisation" label="For which organisation?" width="half" />
      <DateField name="dueOn" label="By when?" />
      <TextField
        name="knownBy"
        label="How will you know?"
        hint="Something that anybody could see, such as: 28 seats filled; 2 now"
      />
    </Form>
  )
}
