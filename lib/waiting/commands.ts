import 'server-only'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import type { DecisionInput, UndoInput } from './schema'

/**
 * Answers what another agency's worker asked for; agreed, it takes effect at the next statement.
 *
 * @throws NotFound when it is not this viewer's to decide; Refused when it has been decided
 */
export async function decideAct(
  { db, viewer }: Scope,
  input: Pick<DecisionInput, 'actId' | 'decision'> & Partial<DecisionInput>,
): Promise<void> {
  permit(viewer, 'waiting:decide')
  await db.$executeRaw`
    select people.decide_act(
      ${input.actId}::uuid, ${input.decision === 'agree'}, ${input.answer ?? null})`
}

/** Puts back what an act took away, and nothing that has happened since. @throws NotFound */
export async function undoAct({ db, viewer }: Scope, input: UndoInput): Promise<void> {
  permit(viewer, 'waiting:decide')
  await db.$executeRaw`select people.undo_act(${input.actId}::uuid)`
}

/**
 * Takes back what the viewer asked for, while it waits. @throws NotFound; Refused when it has been
 * decided
 */
export async function takeBackAct({ db, viewer }: Scope, actId: string): Promise<void> {
  permit(viewer, 'person:open')
  await db.$executeRaw`select people.take_back_act(${actId}::uuid)`
}
