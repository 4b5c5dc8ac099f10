'use client'
// Fields only; the one Form needs the browser.

import { CheckboxField, DateField, RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { TextAreaField, TextField } from '@/components/form/text-fields'
import { asOptions, yesOrNo } from '@/components/form/as-options'
import { FORBIDDEN_USES } from '@/lib/agreements/rules'
import type { Draft } from '@/components/form/use-draft'
import type { FormValues } from '@/lib/form-state'
import { newAgreementAction } from '../actions'

export function NewAgreementForm({
  formKey,
  values,
  draft,
}: {
  formKey: string
  values: FormValues
  draft: Draft
}) {
  return (
    <Form
      title="New agreement"
      action={newAgreementAction}
      schema={() => import('@/lib/agreements/schema').then((it) => it.newAgreementSchema)}
      formKey={formKey}
      values={values}
      draft={draft}
      end={{ submit: 'Save agreement' }}
    >
      <TextField name="name" label="Name" hint="As people will call it" />
      <TextAreaField name="purpose" label="What is it for?" rows={3} />
      <TextAreaField
        name="gateway"
        label="Legal gateway"
        hint="The law that lets these parties share for this purpose. Leave empty where there is none"
        rows={2}
      />
      <CheckboxField
        name="forbidden"
        label="What nobody may do with what they read"
        options={asOptions(FORBIDDEN_USES)}
      />
      <TextField
        name="cohortName"
        label="Whom does it cover?"
        hint="A few words, such as: people leaving prison"
      />
      <TextAreaField
        name="cohortDescription"
        label="Who is in it, and who decides?"
        hint="Nothing is shared about anybody outside it"
        rows={3}
      />
      <RadioField name="children" label="May people under 18 be in it?" options={yesOrNo} />
      <TextField
        name="dpia"
        label="Reference of the impact assessment"
        hint="Leave empty if there is none yet"
        width="half"
      />
      <DateField name="startsOn" label="First day" />
      <DateField
        name="reviewOn"
        label="Review on"
        hint="A passed review warns and closes nothing"
      />
      <DateField name="endsOn" label="Last day" hint="Leave empty if no end is set" />
    </Form>
  )
}
