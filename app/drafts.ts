'use server'

import { z } from 'zod'
import { asViewer, sessionToken } from '@/lib/access/session'
import { withScope } from '@/lib/db'
import { dropDraft, keepDraft } from '@/lib/drafts/commands'
import { NotPermitted, Refused, SignedOut } from '@/lib/errors'
import type { DraftInput, DraftOutcome } from '@/lib/form-state'
import { revalidatePath } from 'next/cache'

const draftSchema = z.strictObject({
  form: z.string().min(1).max(60),
  personId: z.uuid().optional(),
  values: z.record(z.string().max(80), z.union([z.string(), z.array(z.string())])),
})

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
    if (error instanceof SignedOut)
      return { refused: 'You are signed out. Copy your words before you leave this page.' }
    if (error instanceof Refused) return { refused: error.message }
    if (error instanceof NotPermitted) return { refused: 'Your role cannot keep drafts.' }
    throw error
  }
}

/** Throws the kept words away and shows the form fresh. Fields: `form`, `personId`, `path`. */
export async function discardDraft(data: FormData): Promise<void> {
  // An action is an endpoint of its own: anything may be sent to it.
  if (!(data instanceof FormData)) return
  const text = (name: string) => String(data.get(name) ?? '')
  await asViewer((scope) => dropDraft(scope, text('form'), text('personId')))
  if (/^\/[\w\-/]*$/.test(text('path'))) revalidatePath(text('path'))
}
