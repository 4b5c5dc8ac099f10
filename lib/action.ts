import 'server-only'
import { redirect, notFound } from 'next/navigation'
import type { z } from 'zod'
import { sessionToken } from '@/lib/access/session'
import { withScope, type Scope } from '@/lib/db'
import { afterSession, keepAfterSession, subjectOf } from '@/lib/drafts/after-session'
import type { Filing } from '@/lib/drafts/after-session'
import { NotFound, NotPermitted, Refused, SignedOut, Stale } from '@/lib/errors'
import {
  FORM_VERSION,
  formErrors,
  formInput,
  formValues,
  textOf,
  type FormAction,
  type FormState,
  type FormValues,
} from '@/lib/form-state'
import { sentKey } from '@/lib/sent-key'

/**
 * What a form's work is told beside its input: the version it was opened at, when the form edits a
 * row.
 */
export type Sent = { version: number | null; values: FormValues }

/**
 * The only wrapper for server actions that take a form: who, valid, do, where next. One command,
 * one transaction, with the form's key in it, so that the same words sent twice are saved once.
 * `draft` names what its kept words are filed under.
 */
export function formAction<S extends z.ZodType>(
  schema: S,
  work: (scope: Scope, input: z.output<S>, sent: Sent) => Promise<string>,
  draft?: Filing,
): FormAction {
  return async (_previous, data) => {
    const values = formValues(data)
    const parsed = schema.safeParse(formInput(values))
    if (!parsed.success) {
      if (await keptAfterSession(draft, values)) return afterSession(values, true)
      return { values, errors: formErrors(parsed.error.issues) }
    }
    let goTo: string
    try {
      goTo = await withScope(await sessionToken(), (scope) =>
        once(scope, values, draft, () => {
          const version = Number.parseInt(textOf(values, FORM_VERSION), 10)
          return work(scope, parsed.data, {
            version: Number.isNaN(version) ? null : version,
            values,
          })
        }),
      )
    } catch (error) {
      if (error instanceof SignedOut)
        return afterSession(values, await keptAfterSession(draft, values))
      return refusal(error, values)
    }
    redirect(goTo)
  }
}

/** Whether the words were kept. Where that is not to be known now, they stay on the page. */
async function keptAfterSession(draft: Filing | undefined, values: FormValues) {
  if (!draft) return false
  return keepAfterSession(draft.form, subjectOf(draft, values), values).catch((error: unknown) => {
    if (error instanceof Refused) return false
    throw error
  })
}

/**
 * The key is written first, so that a second post of the same words waits for the first and then
 * goes where it went. With the answer go the kept words, which have become the saved ones.
 */
async function once(
  { db, viewer }: Scope,
  values: FormValues,
  draft: Filing | undefined,
  work: () => Promise<string>,
): Promise<string> {
  const user = viewer.userId
  const key = sentKey(values)
  const made = await db.$executeRaw`
    insert into idempotency (user_id, key, went_to) values (${user}::uuid, ${key}::uuid, '')
    on conflict do nothing`
  if (made === 0) {
    const before = await db.idempotency.findUnique({
      where: { userId_key: { userId: user, key } },
      select: { wentTo: true },
    })
    return before?.wentTo || '/'
  }
  // Before the work, which may keep other words under the same name.
  if (draft)
    await db.draft.deleteMany({
      where: { userId: user, form: draft.form, subject: subjectOf(draft, values) },
    })
  const goTo = await work()
  await db.$executeRaw`
    update idempotency set went_to = ${goTo} where user_id = ${user}::uuid and key = ${key}::uuid`
  return goTo
}

function refusal(error: unknown, values: FormValues): FormState {
  if (error instanceof NotFound) notFound()
  if (error instanceof NotPermitted)
    return { values, errors: {}, message: 'Your role cannot do this. Nothing was saved.' }
  if (error instanceof Refused)
    return error.field
      ? { values, errors: { [error.field]: error.message } }
      : { values, errors: {}, message: error.message }
  if (error instanceof Stale)
    return {
      values: { ...values, [FORM_VERSION]: String(error.version) },
      errors: {},
      conflict: { theirs: error.theirs, by: error.by, at: error.at },
    }
  throw error
}
