import { discardDraft, saveDraft } from '@/app/drafts'
import type { Draft } from '@/components/form/use-draft'
import { formatDateTime } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { getDraft } from '@/lib/drafts/queries'
import type { FormValues } from '@/lib/form-state'

export type DraftAsk = {
  /** What its words are filed under, as in the form's action and in `draft-places.ts`. */
  form: string
  /** Which row it is about, by id; '' for a form there is one of. */
  subject?: string
  /** The page, to come back to when the words are thrown away. */
  path: string
}

/** What a page hands a form that keeps its words: how to keep them, and those kept before. */
export type OpenDraft = { draft: Draft; kept: FormValues | undefined }

/** Opens the kept words of one form, in the page's own scope. */
export async function openDraft(
  scope: Scope,
  { form, subject = '', path }: DraftAsk,
): Promise<OpenDraft> {
  const found = await getDraft(scope, form, subject)
  const draft: Draft = { save: saveDraft, form, ...(subject ? { personId: subject } : {}) }
  if (!found) return { draft, kept: undefined }
  const discard = discardDraft.bind(null, form, subject, path)
  const restored = { at: `on ${formatDateTime(found.savedAt)}`, discard }
  return { draft: { ...draft, restored }, kept: found.values }
}
