import 'server-only'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import { newId } from '@/lib/new-id'
import { ABOUT_OF, DUTY } from './lists'
import type { Step } from './rules'
import type { AmendInput, AnswerInput, EndInput, ReferralInput, StartInput } from './schema'

/**
 * Writes a referral about somebody the viewer's team works with, and sends it where asked. Sent, it
 * opens the person to the team it goes to, until that says no, it is taken back, or work starts.
 *
 * @returns its id
 * @throws NotFound for nobody of theirs; Refused in words for a team that takes none, their own, a
 *   person whose access is limited, or one that is there already
 */
export async function writeReferral({ db, viewer }: Scope, input: ReferralInput): Promise<string> {
  permit(viewer, 'referral:send')
  const id = newId()
  const outside = input.where === 'service'
  const duty = input.reason === DUTY
  const written = {
    id,
    personId: input.personId,
    reason: input.reason,
    words: input.words,
    about: ABOUT_OF[input.reason] ?? [],
    toTeam: outside ? null : input.toTeam,
    toName: outside ? input.toName : null,
    toService: outside ? await serviceCalled({ db, viewer }, input.toName ?? '') : null,
    agreedOn: duty ? input.agreedOn : null,
    agreedHow: duty ? input.agreedHow : null,
    council: duty ? input.council : null,
    contactBy: duty ? input.contactBy : null,
    homeUntil: duty ? input.homeUntil : null,
    send: input.when === 'send',
  }
  await db.$executeRaw`select work.write_referral(${JSON.stringify(written)}::jsonb)`
  return id
}

/** The one service of the directory that is called so; null for none, or several. */
async function serviceCalled({ db }: Scope, name: string): Promise<string | null> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from place.service where gone_at is null and lower(name) = lower(${name}) limit 2`
  return rows.length === 1 ? (rows[0]?.id ?? null) : null
}

const step = ({ db }: Scope, id: string, kind: Step, said: Record<string, unknown>) =>
  db.$executeRaw`
    select work.step_referral(${id}::uuid, ${kind}, ${JSON.stringify(said)}::jsonb)`

/** Sends a draft of the viewer's own. @throws NotFound, Refused when it was sent or taken back */
export async function sendReferral(scope: Scope, referralId: string): Promise<void> {
  permit(scope.viewer, 'referral:send')
  await step(scope, referralId, 'sent', {})
}

/** Says it anew beside what stood there. @throws Refused where somebody amended it meanwhile */
export async function amendReferral(scope: Scope, input: AmendInput): Promise<void> {
  permit(scope.viewer, 'referral:send')
  const { referralId, ...said } = input
  await step(scope, referralId, 'amended', said)
}

/** Takes it back, with why; the receiver reads that and no more of it. */
export async function withdrawReferral(
  scope: Scope,
  { referralId, line }: { referralId: string; line: string },
): Promise<void> {
  permit(scope.viewer, 'referral:send')
  await step(scope, referralId, 'withdrawn', { line })
}

/**
 * Yes or no, by a team it was sent to and nobody who sent it; of a service outside, as they told
 * the sender. The sender learns.
 */
export async function answerReferral(scope: Scope, input: AnswerInput): Promise<void> {
  permit(scope.viewer, 'referral:answer')
  const { referralId, answer, startsOn, reason, line } = input
  const said = answer === 'declined' ? { reason, line } : { startsOn, line }
  await step(scope, referralId, answer, said)
}

/** Work begins: the team works with the person from now, and the referral opens no more itself. */
export async function startReferral(scope: Scope, input: StartInput): Promise<void> {
  permit(scope.viewer, 'referral:answer')
  const { referralId, ...said } = input
  await step(scope, referralId, 'started', said)
}

/** It has ended, with what came of it. */
export async function endReferral(scope: Scope, input: EndInput): Promise<void> {
  permit(scope.viewer, 'referral:answer')
  const { referralId, ...said } = input
  await step(scope, referralId, 'ended', said)
}
