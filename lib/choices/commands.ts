import 'server-only'
import { permit } from '@/lib/access/policy'
import { endOfLondonDay } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { NotFound, Refused } from '@/lib/errors'
import { listAgreements } from './offered'
import type { ChoiceEndInput, ChoiceInput, CohortEndInput, CohortInput } from './schema'

/**
 * Records an objection, a consent, or that somebody is not to be counted; it counts from this
 * moment, a consent for what our agency gives, and for what others give once they confirm it. Not
 * to be counted takes them out of every publication to come, and out of nothing else. An objection
 * is kept to unless a duty or somebody's safety is recorded, which every page that shows it then
 * says. @throws Refused where the agreement or the group is none that the form offers
 */
export async function recordChoice(scope: Scope, input: ChoiceInput): Promise<void> {
  const { db, viewer } = scope
  permit(viewer, 'choice:record')
  const { personId, kind, groupId, aboutCategories } = input
  const consent = kind === 'consent'
  await refuseUnoffered(scope, consent ? input.agreementId : null, groupId)
  const overridden = kind === 'objection' && input.keptTo === 'no'
  const alone = input.alone === 'yes' ? 'asked alone' : null
  const present = input.present ? `present: ${input.present}` : null
  await db.choice.createMany({
    data: {
      personId,
      kind,
      agreementId: consent ? input.agreementId : null,
      groupId,
      aboutCategories,
      saidOn: new Date(input.saidOn),
      how: [input.how, consent ? alone : null, present].filter(Boolean).join('; '),
      endsAt: input.endsOn ? endOfLondonDay(input.endsOn) : null,
      overriddenBy: overridden ? viewer.userId : null,
      overrideReason: overridden ? input.override : null,
    },
  })
}

/** An id that the form does not offer is nobody's to choose. @throws Refused */
async function refuseUnoffered(scope: Scope, agreementId: string | null, groupId: string | null) {
  if (agreementId === null && groupId === null) return
  const { agreements, groups } = await listAgreements(scope)
  if (agreementId !== null && !agreements.some(({ value }) => value === agreementId))
    throw new Refused('Select an agreement from the list.', 'agreementId')
  const group = groups.find(({ value }) => value === groupId)
  if (groupId !== null && !group) throw new Refused('Select a group from the list.', 'groupId')
  if (group && agreementId !== null && group.agreement !== agreementId)
    throw new Refused('Select a group of that agreement.', 'groupId')
}

/**
 * They changed their mind: what our agency recorded ends at once; an objection, for what we give,
 * and for what others give us once they confirm it. @throws NotFound
 */
export async function withdrawChoice({ db, viewer }: Scope, input: ChoiceEndInput): Promise<void> {
  permit(viewer, 'choice:record')
  const { count } = await db.choice.updateMany({
    where: {
      id: input.choiceId,
      personId: input.personId,
      agencyId: viewer.agencyId,
      withdrawnAt: null,
    },
    data: { withdrawnAt: new Date() },
  })
  if (count === 0) throw new NotFound()
}

/** Into a cohort: from now the agreement's terms count for this person. */
export async function joinCohort({ db, viewer }: Scope, input: CohortInput): Promise<void> {
  permit(viewer, 'cohort:decide')
  await db.$executeRaw`select sharing.join_cohort(${input.personId}::uuid,
    ${input.agreementId}::uuid, ${input.toldOn}::date)`
}

/**
 * Out of a cohort: nothing but safety is shared under it from now, or, where another agency put
 * them in, once that agency or the custodian agrees. Answers whether it waits.
 */
export async function leaveCohort({ db, viewer }: Scope, input: CohortEndInput): Promise<boolean> {
  permit(viewer, 'cohort:decide')
  const [row] = await db.$queryRaw<{ waits: number }[]>`select sharing.leave_cohort(
    ${input.personId}::uuid, ${input.memberId}::uuid, ${input.reason}) as waits`
  return (row?.waits ?? 0) > 0
}
