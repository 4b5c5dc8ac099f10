'use client'
// Fields only; the one Form needs the browser.

import { asOptions } from '@/components/form/as-options'
import { DateField, RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { SelectField, TextAreaField, TextField } from '@/components/form/text-fields'
import type { Option } from '@/components/ui/select'
import { REGIMES } from '@/lib/agreements/rules'
import type { Draft } from '@/components/form/use-draft'
import type { FormValues } from '@/lib/form-state'
import { partyAction } from '../../../actions'

type Props = {
  agreement: string
  agencies: Option[]
  formKey: string
  values: FormValues
  draft: Draft
}

export function PartyForm({ agreement, agencies, formKey, values, draft }: Props) {
  return (
    <Form
      title="Add a party"
      action={partyAction}
      schema={() => import('@/lib/agreements/schema').then((it) => it.partySchema)}
      formKey={formKey}
      values={values}
      draft={draft}
      end={{ submit: 'Add party' }}
    >
      <input type="hidden" name="agreement" value={agreement} />
      <SelectField name="agency" label="Agency" options={agencies} />
      <TextField
        name="basis"
        label="Lawful basis"
        hint="UK GDPR Article 6, or Part 3 of the Data Protection Act 2018"
      />
      <TextAreaField
        name="conditions"
        label="Conditions for special category and offence data"
        hint="Articles 9 and 10, with the paragraph of Schedule 1. One on a line"
        rows={3}
      />
      <TextField
        name="lifted"
        label="What lifts the duty of confidence?"
        hint="Explicit consent, statute, overriding public interest, section 251, or: not held in confidence"
      />
      <RadioField name="regime" label="Held under" options={asOptions(REGIMES)} />
      <TextField name="contact" label="Whom to ring about this agreement" />
      <TextAreaField
        name="signatory"
        label="Who signed"
        hint="Name and post, one on a line. A Caldicott guardian too, for health and social care"
        rows={3}
      />
      <DateField name="signedOn" label="Signed on" />
      <DateField name="joinsOn" label="Party from" />
    </Form>
  )
}
