'use client'
// Fields only; the one Form needs the browser.

import { DateField, RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { SelectField, TextField } from '@/components/form/text-fields'
import { TickField } from '@/components/form/tick-field'
import type { Draft } from '@/components/form/use-draft'
import { Link } from '@/components/ui/link'
import type { FormValues } from '@/lib/form-state'
import { CAME_FROM } from '@/lib/identity/lists'
import { addAction } from './actions'

type Props = {
  formKey: string
  values: FormValues
  draft: Draft
  teams: { id: string; name: string }[]
  /** People were shown who may be the same. */
  looked: boolean
}

const came = CAME_FROM.map(({ key, label }) => ({ value: key, label }))

/** Somebody new. */
export function NewPersonForm({ formKey, values, draft, teams, looked }: Props) {
  return (
    <Form
      action={addAction}
      schema={() => import('@/lib/identity/new-person-schema').then((it) => it.newPersonSchema)}
      formKey={formKey}
      values={values}
      draft={draft}
      end={{ submit: 'Add this person', aside: <Link href="/people">Go back</Link> }}
    >
      {looked ? (
        <TickField name="noneOfThese" label="It is none of these: add a new person" />
      ) : null}
      <TextField name="given" label="Given name" autoComplete="off" spellCheck={false} />
      <TextField name="middle" label="Middle names, if known" autoComplete="off" />
      <TextField name="family" label="Family name" autoComplete="off" spellCheck={false} />
      <DateField
        name="birth"
        label="Date of birth"
        hint="Only the year, or the month and year, if that is all that is known. Leave it empty if nothing is."
      />
      <TickField name="estimated" label="This date is a guess" />
      <RadioField name="came" label="What this comes from" options={came} />
      <SelectField
        name="team"
        label="Which team works with them"
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form>
  )
}
