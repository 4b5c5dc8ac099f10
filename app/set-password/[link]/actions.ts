'use server'

import { redirect } from 'next/navigation'
import { newPasswordSchema } from '@/lib/access/schema'
import { setPasswordByLink } from '@/lib/access/sign-in'
import { formErrors, formInput, formValues, type FormState } from '@/lib/form-state'

/**
 * Sets a password by a one-time link handed over by a person. Never answers with what was typed.
 */
export async function setPasswordAction(
  link: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const values = data instanceof FormData ? formValues(data) : {}
  const parsed = newPasswordSchema.safeParse(formInput(values))
  if (!parsed.success) return { values: {}, errors: formErrors(parsed.error.issues) }
  if (!(await setPasswordByLink(link, parsed.data.password)))
    return {
      values: {},
      errors: {},
      message: 'This link has been used or is out of date. Ask for a new one.',
    }
  redirect('/sign-in?password=set')
}
