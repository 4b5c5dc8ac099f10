import 'server-only'
import type { Scope } from '@/lib/db'
import type { FormValues } from '@/lib/form-state'

/**
 * The words kept for this form and subject (a person's id, or ''), with when; null when there are
 * none.
 */
export async function getDraft({ db, viewer }: Scope, form: string, subject = '') {
  const draft = await db.draft.findUnique({
    where: { userId_form_subject: { userId: viewer.userId, form, subject } },
    select: { body: true, savedAt: true },
  })
  return draft && { values: draft.body as FormValues, savedAt: draft.savedAt }
}

/** Unfinished forms of this viewer, newest first. */
export async function listDrafts({ db, viewer }: Scope) {
  const drafts = await db.draft.findMany({
    where: { userId: viewer.userId, NOT: { form: 'search' } },
    select: { form: true, subject: true, body: true, savedAt: true },
    orderBy: { savedAt: 'desc' },
    take: 10,
  })
  return drafts.map(({ body, ...draft }) => ({ ...draft, body: body as FormValues }))
}
