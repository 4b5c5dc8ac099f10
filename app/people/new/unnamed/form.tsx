'use client'
// Fields only; the one Form needs the browser.

import { DateField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { SelectField, TextAreaField, TextField } from '@/components/form/text-fields'
import type { Draft } from '@/components/form/use-draft'
import { Link } from '@/components/ui/link'
import type { FormValues } from '@/lib/form-state'
import { addUnnamedAction } from '../actions'

type Props = {
  formKey: string
  values: FormValues
  draft: Draft
  teams: { id: string; name: string }[]
}

/** Somebody met whose name is not known. */
export function UnnamedForm({ formKey, values, draft, teams }: Props) {
  return (
    <Form
      action={addUnnamedAction}
      schema={() => import('@/lib/identity/new-person-schema').then((it) => it.unnamedSchema)}
      formKey={formKey}
      values={values}
      draft={draft}
      end={{ submit: 'Add them', aside: <Link href="/people">Go back</Link> }}
    >
      <TextAreaField
        name="described"
        label="How you would know them again"
        hint="What they wear or carry, who is with them. Kind words: they may read this."
        rows={3}
      />
      <TextField name="where" label="Where they were seen" />
      <DateField name="seenOn" label="When" />
      <SelectField
        name="team"
        label="Which team met them"
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form>
  )
}
