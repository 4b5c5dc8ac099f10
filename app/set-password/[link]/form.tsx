'use client'
// Fields only; the one Form needs the browser.

import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-fields'
import { setPasswordAction } from './actions'

export function SetPasswordForm({ link, formKey }: { link: string; formKey: string }) {
  return (
    <Form
      action={setPasswordAction.bind(null, link)}
      schema={() => import('@/lib/access/schema').then((it) => it.newPasswordSchema)}
      formKey={formKey}
      end={{ submit: 'Save password' }}
    >
      <TextField
        name="password"
        label="New password"
        hint="At least 12 characters. Three words together work well. Pasting is fine."
        type="password"
        autoComplete="new-password"
      />
      <TextField name="again" label="The same again" type="password" autoComplete="new-password" />
    </Form>
  )
}
