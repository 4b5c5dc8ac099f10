'use client'
// Fields only; the one Form needs the browser.

import { asOptions, yesOrNo } from '@/components/form/as-options'
import { CheckboxField, DateField, RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { SelectField, TextField } from '@/components/form/text-fields'
import { KeepAnyway } from '@/components/form/tick-field'
import type { Option } from '@/components/ui/select'
import { CATEGORIES } from '@/lib/access/categories'
import { FORBIDDEN_USES, LEVELS } from '@/lib/agreements/rules'
import type { Draft } from '@/components/form/use-draft'
import type { FormValues } from '@/lib/form-state'
import { termAction } from '../../../actions'

type Props = {
  agreement: string
  groups: Option[]
  formKey: string
  values: FormValues
  draft: Draft
}

export function TermForm({ agreement, groups, formKey, values, draft }: Props) {
  return (
    <Form
      title="Add a term"
      action={termAction}
      schema={() => import('@/lib/agreements/schema').then((it) => it.termSchema)}
      formKey={formKey}
      values={values}
      draft={draft}
      end={{ submit: 'Add term' }}
    >
      <input type="hidden" name="agreement" value={agreement} />
      <SelectField name="category" label="What do you give?" options={asOptions(CATEGORIES)} />
      <RadioField name="group" label="To which teams?" options={groups} />
      <RadioField name="level" label="How much?" options={asOptions(LEVELS)} />
      <KeepAnyway of="level" label="Yes, this term is meant to give them more than “exists”" />
      <TextField name="purpose" label="What for?" hint="So that …" />
      <CheckboxField
        name="forbidden"
        label="What nobody may do with it"
        options={asOptions(FORBIDDEN_USES)}
      />
      <RadioField
        name="consent"
        label="Does it rest on the person’s own consent?"
        hint="Then nothing passes until the person has said yes, and it stops when they take it back"
        options={yesOrNo}
      />
      <RadioField
        name="counted"
        label="May it be counted in insight?"
        hint="In protected figures about many people, never about one"
        options={yesOrNo}
      />
      <DateField name="startsOn" label="First day" />
      <DateField name="endsOn" label="Last day" hint="Leave empty if no end is set" />
    </Form>
  )
}
