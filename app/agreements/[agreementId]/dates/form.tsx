'use client'
// Fields only; the one Form needs the browser.

import { DateField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-fields'
import type { Draft } from '@/components/form/use-draft'
import type { FormValues } from '@/lib/form-state'
import { datesAction } from '../../actions'

type Props = {
  agreement: string
  version: number
  formKey: string
  values: FormValues
  draft: Draft
}

export function DatesForm({ agreement, version, formKey, values, draft }: Props) {
  return (
    <Form
      title="Change dates"
      action={datesAction}
      schema={() => import('@/lib/agreements/schema').then((it) => it.agreementDatesSchema)}
      formKey={formKey}
      version={version}
      values={values}
      draft={draft}
      end={{ submit: 'Save dates' }}
    >
      <input type="hidden" name="agreement" value={agreement} />
      <DateField
        name="reviewOn"
        label="Review on"
        hint="A passed review warns and closes nothing"
      />
      <DateField
        name="endsOn"
        label="Last day"
        hint="Leave empty if no end is set. After it, headlines and safety stay open for 28 days"
      />
      <TextField name="dpia" label="Reference of the impact assessment" width="half" />
    </Form>
  )
}
