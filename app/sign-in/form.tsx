'use client'
// Fields only; the one Form needs the browser.

import { Form } from '@/components/form/form'
import { TextField } from '@/components/form/text-fields'
import { signInAction } from './actions'

export function SignInForm({ formKey, back }: { formKey: string; back: string | undefined }) {
  return (
    <Form
      action={signInAction}
      schema={() => import('@/lib/access/schema').then((it) => it.signInSchema)}
      formKey={formKey}
      end={{ submit: 'Sign in' }}
    >
      {back ? <input type="hidden" name="back" value={back} /> : null}
      <TextField name="email" label="Email address" type="email" autoComplete="username" />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" />
    </Form>
  )
}
