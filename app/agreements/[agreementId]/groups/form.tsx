'use client'
// Fields only; the one Form needs the browser.

import { CheckboxField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-fields'
import type { Option } from '@/components/ui/select'
import type { FormValues } from '@/lib/form-state'
import { groupAction } from '../../actions'

type Props = {
  title: string
  agreement: string
  group?: string
  teams: Option[]
  formKey: string
  values: FormValues
}

export function GroupForm({ title, agreement, group, teams, formKey, values }: Props) {
  return (
    <Form
      title={title}
      action={groupAction}
      schema={() => import('@/lib/agreements/schema').then((it) => it.groupSchema)}
      formKey={formKey}
      values={values}
      end={{ submit: 'Save group' }}
    >
      <input type="hidden" name="agreement" value={agreement} />
      {group ? <input type="hidden" name="group" value={group} /> : null}
      <TextField name="name" label="Name of the group" width="half" />
      <CheckboxField
        name="teams"
        label="Teams in it"
        hint="Every term given to this group reaches every team in it, from the moment you save"
        options={teams}
      />
    </Form>
  )
}
