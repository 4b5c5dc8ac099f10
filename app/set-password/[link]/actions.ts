'use server'

import { redirect } from 'next/navigation'
import { browser, clearToken } from '@/lib/access/auth'
import { newPasswordSchema } from '@/lib/access/schema'
import { setPasswordByLink } from '@/lib/access/sign-in'
import { formErrors, formInput, formValues, type FormState } from '@/lib/form-state'

const used =
  'This link sets no password: it has been used, is out of date, or you sign in here already. ' +
  'If you do, sign in as always and look under Your roles. Else ask for a new one.'
const busy = 'Many people are signing in just now. Wait a minute, then save the password again.'

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
  const outcome = await setPasswordByLink(link, parsed.data.password, await browser())
  if ('busy' in outcome) return { values: {}, errors: {}, message: busy }
  if ('refused' in outcome) return { values: {}, errors: {}, message: used }
  await clearToken()
  redirect('/sign-in?password=set')
}
