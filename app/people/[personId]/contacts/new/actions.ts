'use server'

import { sessionToken } from '@/lib/access/session'
import { formAction } from '@/lib/action'
import { recordContact } from '@/lib/contacts/commands'
import { getReading } from '@/lib/contacts/queries'
import type { Reading } from '@/lib/contacts/reading'
import { contactSchema, readingSchema, type ReadingInput } from '@/lib/contacts/schema'
import { withScope } from '@/lib/db'
import { Busy, SignedOut, Unfit } from '@/lib/errors'
import type { FormState } from '@/lib/form-state'
import { readingInput } from '@/lib/contacts/reading-input'
import { saved } from '@/lib/saved'

const record = formAction(
  contactSchema,
  async (scope, input) =>
    saved(input.personId, 'contact', { of: await recordContact(scope, input) }),
  { form: 'contact', subject: ['personId'] },
)

/**
 * Saves a contact. What comes back with errors also says who would read it as it now stands, for
 * pages without script.
 */
export async function recordContactAction(before: FormState, data: FormData): Promise<FormState> {
  const state = await record(before, data)
  const input = readingSchema.safeParse(readingInput(state.values))
  const reading = input.success ? await whoWouldRead(input.data) : null
  return { ...state, values: { ...state.values, reading: JSON.stringify(reading) } }
}

/**
 * Who would read it, asked again when the categories or the readers change. Null when it cannot be
 * told now.
 */
export async function whoWouldRead(input: ReadingInput): Promise<Reading | null> {
  const parsed = readingSchema.safeParse(input)
  if (!parsed.success) return null
  try {
    return await withScope(await sessionToken(), (scope) => getReading(scope, parsed.data))
  } catch (error) {
    if ([SignedOut, Busy, Unfit].some((kind) => error instanceof kind)) return null
    throw error
  }
}
