'use client'
// Fields only; the one Form needs the browser.

import { asOptions, yesOrNo } from '@/components/form/as-options'
import { CheckboxField, RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-fields'
import { TEAM_FUNCTIONS } from '@/lib/admin/lists'
import type { FormValues } from '@/lib/form-state'
import type { Draft } from '@/components/form/use-draft'
import type { Option } from '@/components/ui/select'
import { teamAction } from '../actions'

type Props = {
  title: string
  version?: number
  team?: string
  formKey: string
  values: FormValues
  draft: Draft
  about: Option[]
}

export function TeamForm({ title, team, version, formKey, values, draft, about }: Props) {
  return (
    <Form
      title={title}
      action={teamAction}
      schema={() => import('@/lib/admin/schema').then((it) => it.teamSchema)}
      formKey={formKey}
      version={version}
      values={values}
      draft={draft}
      end={{ submit: 'Save team' }}
    >
      {team ? <input type="hidden" name="team" value={team} /> : null}
      <TextField name="name" label="Name" width="half" />
      <RadioField name="function" label="What does it do?" options={asOptions(TEAM_FUNCTIONS)} />
      <CheckboxField
        name="categories"
        label="What are its entries about?"
        hint="A new contact starts with these. The writer may change them"
        options={about}
      />
      <TextField name="phone" label="Telephone" type="tel" width="half" />
      <TextField
        name="hours"
        label="When somebody answers"
        hint="Such as: weekdays 9 to 5"
        width="half"
      />
      <RadioField
        name="impliesPlace"
        label="Does working with it tell where somebody lives or will be?"
        hint="A hostel, a refuge or a surgery does. Then it is hidden wherever whereabouts are protected"
        options={yesOrNo}
      />
    </Form>
  )
}
