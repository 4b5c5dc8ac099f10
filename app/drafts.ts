'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { asViewer, sessionToken } from '@/lib/access/session'
import { withScope } from '@/lib/db'
import { dropDraft, keepDraft } from '@/lib/drafts/commands'
import { keepAfterSession } from '@/lib/drafts/after-session'
import { NotPermitted, Refused, SignedOut } from '@/lib/errors'
import type { DraftInput, DraftOutcome } from '@/lib/form-state'

const draftSchema = z.strictObject({
  form: z.string().min(1).max(60),
  // A row's id, or a code list's key.
  personId: z
    .string()
    .regex(/^[\w-]{1,80}$/)
    .optional(),
  values: z.record(z.string().max(80), z.union([z.string(), z.array(z.string())])),
})

const keptSignedOut = 'You are signed out. Your words are kept: sign in to carry on.'

/** Keeps a form's words as typed. Called by the Form after a pause in typing. */
export async function saveDraft(input: DraftInput): Promise<DraftOutcome> {
  const parsed = draftSchema.safeParse(input)
  if (!parsed.success) return { refused: 'These words could not be kept.' }
  const { form, personId = '', values } = parsed.data
  try {
    const savedAt = await withScope(await sessionToken(), (scope) =>
      keepDraft(scope, form, personId, values),
    )
    return { keptAt: savedAt.toISOString() }
  } catch (error) {
    if (error instanceof SignedOut) {
      const kept = await keepAfterSession(form, personId, values)
      return { refused: kept ? keptSignedOut : 'You are signed out. Copy your words.' }
    }
    if (error instanceof Refused) return { refused: error.message }
    if (error instanceof NotPermitted) return { refused: 'Your role cannot keep drafts.' }
    throw error
  }
}

/**
 * Throws the kept words of one form away and shows it fresh. Everything but the form's own data is
 * bound by the page.
 */
export async function discardDraft(form: string, subject: string, path: string): Promise<void> {
  // An action is an endpoint of its own: anything may be sent to it.
  if (![form, subject, path].every((text) => typeof text === 'string')) return
  await asViewer((scope) => dropDraft(scope, form, subject), path)
  redirect(/^\/[\w\-/]*$/.test(path) && !path.startsWith('//') ? path : '/')
}
