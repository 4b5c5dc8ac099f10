import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { sessionToken } from '@/lib/access/session'
import { beforeSignIn } from '@/lib/db'
import { FORM_KEY, textOf, type FormState, type FormValues } from '@/lib/form-state'

/**
 * What a form's kept words are filed under: its name, and the fields that say what it is about (the
 * first of them that is there; none for a form there is one of).
 */
export type Filing = { form: string; subject?: readonly string[] }

/** The subject a form with these values is filed under: an id or a code, '' for none. */
export function subjectOf({ subject = [] }: Filing, values: FormValues): string {
  const texts = subject.map((name) => textOf(values, name))
  return texts.find((text) => /^[\w-]{1,80}$/.test(text)) ?? ''
}

/** Keeps the words of a form whose session is over; false when it is not, or they are too many. */
export async function keepAfterSession(
  form: string,
  subject: string,
  values: FormValues,
): Promise<boolean> {
  const { [FORM_KEY]: _key, ...words } = values
  return beforeSignIn.keepWords(await sessionToken(), form, subject, words)
}

/**
 * The answer to a form sent when the session was over. With script the page stays as it is, words
 * and all. Without, it would be drawn anew for nobody: so one signs in, and comes back to the form.
 */
export async function afterSession(values: FormValues, kept: boolean): Promise<FormState> {
  const from = await headers()
  if (kept && !from.has('next-action')) redirect(`/sign-in${wayBack(from.get('referer'))}`)
  const where = kept ? 'kept, and still here' : 'still here'
  return {
    values,
    errors: {},
    message: `You have been signed out. Your words are ${where}: sign in in another tab, then save again.`,
  }
}

// The page the form stood on, which only our own pages say (Referrer-Policy).
function wayBack(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return ''
  return `?back=${encodeURIComponent(new URL(referer).pathname)}`
}
