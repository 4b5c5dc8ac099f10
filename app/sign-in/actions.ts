'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { writeToken } from '@/lib/access/auth'
import { signInSchema } from '@/lib/access/schema'
import { signInAsPractice, signInWithPassword } from '@/lib/access/sign-in'
import { clientAddress } from '@/lib/access/client-address'
import { formErrors, formInput, formValues, type FormState } from '@/lib/form-state'

const wrong = 'That email and password do not match anybody here. Check both and try again.'

/**
 * Checks, makes the session, sets the cookie and goes on. Works without JavaScript. Never answers
 * with the password.
 */
export async function signInAction(_previous: FormState, data: FormData): Promise<FormState> {
  const { password, ...values } = formValues(data)
  const parsed = signInSchema.safeParse(formInput({ ...values, password: password ?? '' }))
  if (!parsed.success) return { values, errors: formErrors(parsed.error.issues) }
  const from = await headers()
  const outcome = await signInWithPassword(parsed.data.email, parsed.data.password, {
    address: clientAddress(from),
    agent: from.get('user-agent') ?? '',
  })
  if ('wait' in outcome)
    return {
      values,
      errors: {},
      message: `Too many tries. Wait ${outcome.wait} seconds, then try again.`,
    }
  if ('refused' in outcome) return { values, errors: {}, message: wrong }
  await writeToken(outcome.token)
  redirect(safeBack(parsed.data.back))
}

/** Signs in as one of the practice people. The database refuses wherever this is not practice. */
export async function signInAsPracticeAction(data: FormData): Promise<void> {
  const email = data instanceof FormData ? data.get('email') : null
  if (typeof email !== 'string') redirect('/sign-in')
  const outcome = await signInAsPractice(email, (await headers()).get('user-agent') ?? '')
  if (!('token' in outcome)) redirect('/sign-in?practice=no')
  await writeToken(outcome.token)
  const back = data.get('back')
  redirect(safeBack(typeof back === 'string' ? back : undefined))
}

// Only ever to a path of ours: never `//elsewhere`, never a scheme.
const safeBack = (back: string | undefined) =>
  back && /^\/(?![/\\])[\w\-/?=&]*$/.test(back) ? back : '/'
