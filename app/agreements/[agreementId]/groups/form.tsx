'use client'
// Fields only; the one Form needs the browser.

import { CheckboxField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-fields'
import type { Option } from '@/components/ui/select'
import type { Draft } from '@/components/form/use-draft'
import type { FormValues } from '@/lib/form-state'
import { groupAction } from '../../actions'

type Props = {
  title: string
  agreement: string
  group?: string
  version?: number
  teams: Option[]
  formKey: string
  values: FormValues
  draft: Draft
}

export function GroupForm({
  title,
  agreement,
  group,
  version,
  teams,
  formKey,
  values,
  draft,
}: Props) {
  return (
    <Form
      title={title}
      action={groupAction}
      schema={() => import('@/lib/agreements/schema').then((it) => it.groupSchema)}
      formKey={formKey}
      version={version}
      values={values}
      draft={draft}
      end={{ submit: 'Save group' }}
    >
      <input type="hidden" name="agreement" value={agreement} />
      {group ? <input type="hidden" name="group" value={group} /> : null}
      <TextField name="name" label="Name of the group" width="half" />
      <CheckboxField
        name="teams"
        label="Teams in it"
        hint={
          group
            ? 'Terms given so far reach the new version when their giver’s own officer accepts it'
            : 'Every term given to this group reaches every team in it'
        }
        options={teams}
      />
    </Form>
  )
}
