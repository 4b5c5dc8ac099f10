import 'server-only'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import { newId } from '@/lib/new-id'
import type { AskInput, AskSeveralInput } from './schema'

/**
 * Asks a colleague of the team to take somebody on, with what they should know. Nothing changes
 * until both have said so; for who has left, a manager's asking is their word.
 *
 * @returns its id
 * @throws NotFound for work that is not the viewer's; Refused in words where one waits already
 */
export async function askHandover({ db, viewer }: Scope, input: AskInput): Promise<string> {
  permit(viewer, 'handover:ask')
  const id = newId()
  await db.$executeRaw`select work.propose_handing(${id}::uuid, ${newId()}::uuid,
    ${input.involvementId}::uuid, ${input.worker}::uuid, ${input.words}, ${input.movesOn}::date)`
  return id
}

/** Several at once, all or none of them. */
export async function askHandovers({ db, viewer }: Scope, input: AskSeveralInput): Promise<void> {
  permit(viewer, 'handover:ask')
  permit(viewer, 'worker:allocate')
  for (const involvement of [...new Set(input.involvements)].sort())
    await db.$executeRaw`select work.propose_handing(${newId()}::uuid, ${newId()}::uuid,
      ${involvement}::uuid, ${input.worker}::uuid, ${input.words}, ${input.movesOn}::date)`
}

/**
 * Yes or no to one that waits for the viewer's word. With the second yes the person moves.
 *
 * @throws NotFound; Refused with what happened, where somebody was first or it waits for another
 */
export async function answerHandover(
  { db, viewer }: Scope,
  { handingId, answer }: { handingId: string; answer: 'confirm' | 'decline' },
): Promise<void> {
  permit(viewer, 'handover:answer')
  await db.$executeRaw`select work.answer_handing(${handingId}::uuid, ${answer})`
}

/** Taken back by whoever asked, or a manager. */
export async function withdrawHandover({ db, viewer }: Scope, handingId: string): Promise<void> {
  permit(viewer, 'handover:ask')
  await db.$executeRaw`select work.answer_handing(${handingId}::uuid, 'withdraw')`
}
