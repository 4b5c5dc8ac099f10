'use server'

import { redirect } from 'next/navigation'
import { browser, writeToken } from '@/lib/access/auth'
import { orBusy } from '@/lib/access/or-busy'
import { signInSchema } from '@/lib/access/schema'
import { signInAsPractice, signInWithPassword } from '@/lib/access/sign-in'
import { formErrors, formInput, formValues, type FormState } from '@/lib/form-state'
import { ownPath } from '@/lib/own-path'

const wrong = 'That email and password do not match anybody here. Check both and try again.'
const waits =
  'Your password is right. Before you can sign in, a second person at your agency has to say that it is you: an information officer, another administrator or your manager. Ring one of them.'
const busy = 'Many people are signing in just now. Wait a minute, then try again.'

/**
 * Checks, makes the session, sets the cookie and goes on. Works without JavaScript. Never answers
 * with the password.
 */
export async function signInAction(_previous: FormState, data: FormData): Promise<FormState> {
  const { password, ...values } = formValues(data)
  const parsed = signInSchema.safeParse(formInput({ ...values, password: password ?? '' }))
  if (!parsed.success) return { values, errors: formErrors(parsed.error.issues) }
  const outcome = await signInWithPassword(parsed.data.email, parsed.data.password, await browser())
  if ('busy' in outcome) return { values, errors: {}, message: busy }
  if ('wait' in outcome)
    return {
      values,
      errors: {},
      message: `Too many tries. Wait ${outcome.wait} seconds, then try again.`,
    }
  if ('waits' in outcome) return { values, errors: {}, message: waits }
  if ('refused' in outcome) return { values, errors: {}, message: wrong }
  await writeToken(outcome.token)
  redirect(ownPath(parsed.data.back))
}

/** Signs in as one of the practice people. The database refuses wherever this is not practice. */
export async function signInAsPracticeAction(data: FormData): Promise<void> {
  const email = data instanceof FormData ? data.get('email') : null
  if (typeof email !== 'string') redirect('/sign-in')
  const from = await browser()
  const outcome = await orBusy(() => signInAsPractice(email, from))
  if (!('token' in outcome)) redirect('/sign-in?practice=no')
  await writeToken(outcome.token)
  const back = data.get('back')
  redirect(ownPath(typeof back === 'string' ? back : undefined))
}
