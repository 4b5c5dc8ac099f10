import 'server-only'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import type { AgreeInput, AnswerInput } from './schema'

/**
 * Agrees to a role that somebody else offered, or refuses it. Agreed, it is open at once, but for
 * one that its user has to take first. @throws NotFound where it is not this viewer's to say
 */
export async function agreeToRole({ db, viewer }: Scope, input: AgreeInput): Promise<void> {
  permit(viewer, 'role:agree')
  await db.$executeRaw`select admin.agree_role(${input.offer}::uuid, ${input.answer === 'agree'})`
}

/** Says that a password set by a link is its user's: their closed roles here open again. */
export async function sayKnown({ db, viewer }: Scope, user: string): Promise<void> {
  permit(viewer, 'role:agree')
  await db.$executeRaw`select admin.say_known(${user}::uuid)`
}

/** Takes a role that one is offered, or declines it. */
export async function answerRole({ db, viewer }: Scope, input: AnswerInput): Promise<void> {
  permit(viewer, 'role:answer')
  await db.$executeRaw`select admin.answer_role(${input.offer}::uuid, ${input.take})`
}

/**
 * Takes back a role that was offered and is not open yet: for the offering agency, or whoever
 * offered it. @throws NotFound when it is open or over by now
 */
export async function withdrawRole({ db, viewer }: Scope, offer: string): Promise<void> {
  permit(viewer, 'admin:write')
  await db.$executeRaw`select admin.withdraw_role(${offer}::uuid)`
}
