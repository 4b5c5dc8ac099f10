import 'server-only'
import { permit } from '@/lib/access/policy'
import { endOfLondonDay } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { ChoiceEndInput, ChoiceInput, CohortEndInput, CohortInput } from './schema'

/**
 * Records an objection or a consent; it counts from this moment. An objection is kept to unless a
 * duty or somebody's safety is recorded, which every page that shows it then says.
 */
export async function recordChoice({ db, viewer }: Scope, input: ChoiceInput): Promise<void> {
  permit(viewer, 'choice:record')
  const { personId, kind, groupId, aboutCategories } = input
  const consent = kind === 'consent'
  const overridden = !consent && input.keptTo === 'no'
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

/** They changed their mind: what our agency recorded ends at once. @throws NotFound */
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

/** Out of a cohort: nothing but safety is shared under it from now. */
export async function leaveCohort({ db, viewer }: Scope, input: CohortEndInput): Promise<void> {
  permit(viewer, 'cohort:decide')
  await db.$executeRaw`
    select sharing.leave_cohort(${input.personId}::uuid, ${input.memberId}::uuid)`
}
