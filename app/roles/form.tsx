'use client'
// Fields only; the one Form needs the browser.

import { RadioField } from '@/components/form/choice-fields'
import { Form } from '@/components/form/form'
import { switchAction } from './actions'

type Props = {
  formKey: string
  options: { value: string; label: string; hint?: string }[]
  acting: string
}

export function RolesForm({ formKey, options, acting }: Props) {
  return (
    <Form
      action={switchAction}
      schema={() => import('@/lib/access/schema').then((it) => it.switchSchema)}
      formKey={formKey}
      values={{ membership: acting }}
      end={{ submit: 'Act in this role' }}
    >
      <RadioField name="membership" label="Act as" options={options} layout="list" />
    </Form>
  )
}
