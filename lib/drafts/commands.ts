import 'server-only'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import { Refused } from '@/lib/errors'
import type { FormValues } from '@/lib/form-state'

/** A draft is words, not a file: more than this is refused with a sentence. Characters of JSON. */
export const draftLimit = 60_000

/** How many forms somebody may leave unfinished; `sign_in.keep_words` keeps to it too. */
const draftsAtMost = 200

/**
 * Keeps words as typed, the typist's alone; the newest version wins.
 *
 * @throws Refused when they are too long, or one more than anybody leaves unfinished
 */
export async function keepDraft(
  { db, viewer }: Scope,
  form: string,
  subject: string,
  values: FormValues,
): Promise<Date> {
  permit(viewer, 'draft:keep')
  if (JSON.stringify(values).length > draftLimit)
    throw new Refused('This is too long to keep while you type. Save it, or shorten it.')
  const savedAt = new Date()
  const where = { userId_form_subject: { userId: viewer.userId, form, subject } }
  const here = await db.draft.findUnique({ where, select: { id: true } })
  if (!here && (await db.draft.count()) >= draftsAtMost)
    throw new Refused('You have too many unfinished forms. Finish or discard some of them first.')
  await db.draft.upsert({
    where,
    create: { userId: viewer.userId, form, subject, body: values, savedAt },
    update: { body: values, savedAt },
  })
  return savedAt
}

/** Throws a draft away, on request. */
export async function dropDraft(
  { db, viewer }: Scope,
  form: string,
  subject: string,
): Promise<void> {
  permit(viewer, 'draft:keep')
  await db.draft.deleteMany({ where: { userId: viewer.userId, form, subject } })
}
