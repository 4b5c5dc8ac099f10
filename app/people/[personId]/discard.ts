'use server'

import { redirect } from 'next/navigation'
import { asViewer } from '@/lib/access/session'
import { dropDraft } from '@/lib/drafts/commands'

/**
 * Throws the kept words of one form away and shows it fresh. Everything but the form's own data is
 * bound by the page.
 */
export async function discardPersonDraft(
  form: string,
  subject: string,
  path: string,
): Promise<void> {
  await asViewer((scope) => dropDraft(scope, form, subject), path)
  redirect(/^\/people\/[\w\-/]+$/.test(path) ? path : '/')
}
