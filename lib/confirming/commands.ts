import 'server-only'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import type { WordInput } from './schema'

/**
 * Our agency's word on what another one wrote down. Confirmed, it opens what we give from the next
 * statement; not confirmed, it opens nothing, and whoever wrote it is told where their agency may
 * know that we work with the person.
 *
 * @throws NotFound when it does not wait for us any more; Refused when a colleague was first
 */
export async function answerWord({ db, viewer }: Scope, input: WordInput): Promise<void> {
  permit(viewer, 'sharing:confirm')
  await db.$executeRaw`select sharing.answer_word(${input.word}::uuid,
    ${input.answer === 'confirm'}, ${input.reason})`
}

/** It waits again, and what it opened is closed. @throws NotFound, Refused */
export async function takeBackWord({ db, viewer }: Scope, word: string): Promise<void> {
  permit(viewer, 'sharing:confirm')
  await db.$executeRaw`select sharing.take_back_word(${word}::uuid)`
}
