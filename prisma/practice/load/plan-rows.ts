import type { Life } from '../lives/types'
import type { Referral } from '../lives/work-types'
import type { Context } from './entry-context'
import { addEntry } from './entry-context'
import { childId, idOf } from './ids'

/** Needs as seen by whom and when, with their notes; not known and not asked included. */
export function addNeeds(context: Context, life: Life): void {
  for (const one of life.needs) {
    addEntry(context, 'need_rating', one, '', {
      voice: one.voice,
      domain: one.domain,
      state: one.state === 'present' ? 'current' : one.state,
      direction: one.direction,
      rated_on: one.at,
    })
    if (one.severity !== null || one.trend !== null) {
      const { severity, trend } = one
      const id = childId(context.seed, 'grade', one.id, one.givenAt)
      const row = { need_rating_id: one.id, severity, trend }
      addEntry(context, 'need_grade', one, '', row, { id })
    }
    if (one.note === null) continue
    const id = childId(context.seed, 'note', one.id, one.givenAt)
    const row = { need_rating_id: one.id, words: one.note }
    addEntry(context, 'need_note', one, '', row, { id })
  }
  for (const one of life.assessments) {
    const { tool, on, total } = one
    addEntry(context, 'assessment', one, '', { tool, assessed_on: on, total })
    one.items.forEach((score, i) => {
      const id = childId(context.seed, 'item', `${one.id} ${i}`, one.givenAt)
      const row = { assessment_id: one.id, item: i + 1, score }
      addEntry(context, 'assessment_item', one, '', row, { id })
    })
  }
}

/** Goals and who does what by when. */
export function addPlan(context: Context, life: Life): void {
  for (const one of life.plan.goals) {
    addEntry(context, 'plan_goal', one, 'plan', {
      words: one.words,
      said_by: one.agreement === 'not_yet_asked' ? 'agency' : 'person',
      review_on: null,
      ended_on: one.closedOn,
      outcome: one.state === 'open' ? null : one.state,
    })
    if (one.agreement === 'not_yet_asked') continue
    const id = childId(context.seed, 'asked', one.id, one.givenAt)
    const said = { goal_id: one.id, answer: one.agreement, asked_on: one.setOn }
    const asked = { ...said, how: 'Talked it through', seen_alone: true, free_to_say: true }
    addEntry(context, 'plan_asked', one, 'plan', asked, { id })
  }
  for (const one of life.plan.actions) {
    const owner = one.ownerUserKey === null ? null : context.user(one.ownerUserKey)
    addEntry(context, 'plan_action', one, 'plan', {
      goal_id: one.goalId,
      words: one.words,
      owner_user_id: owner?.id ?? null,
      owner_name: owner?.name ?? context.displayName(life.personKey),
      due_on: one.dueOn,
      taken_on_at: owner && (owner.key === one.userKey || one.doneOn) ? one.givenAt : null,
      done_on: one.doneOn,
    })
  }
  for (const one of life.plan.agencyPlans)
    addEntry(context, 'held_plan', one, '', {
      kind: kinds[one.name] ?? 'other',
      agreed_on: one.agreedOn,
      review_on: one.reviewOn,
    })
}

/** Plans that agencies hold, by what they call them. */
const kinds: Record<string, string> = {
  'Sentence plan': 'sentence',
  'Personal Housing Plan': 'housing',
  'Care plan': 'care',
  'Recovery plan': 'treatment',
  'Claimant commitment': 'claimant',
  'Care and support plan': 'care',
  'Support plan': 'support',
}

/**
 * What happened to a referral, and when. Its step waiting is a yes without a start; accepted, work
 * began the same day.
 */
function facts({ steps }: Referral) {
  const at = (state: string) => steps.find((step) => step.state === state)
  const [accepted, waiting, declined] = [at('accepted'), at('waiting'), at('declined')]
  return {
    sent_at: at('sent')?.at ?? null,
    answer: declined ? 'declined' : accepted || waiting ? 'accepted' : null,
    decided_at: (declined ?? waiting ?? accepted)?.at ?? null,
    refusal_reason: declined?.reason ?? null,
    started_at: accepted?.at ?? null,
    withdrawn_at: at('withdrawn')?.at ?? null,
    ended_at: at('ended')?.at ?? null,
    outcome: at('ended') ? 'done' : null,
  }
}

const declined = ({ answer, decided_at: at }: ReturnType<typeof facts>) =>
  answer === 'declined' ? at : null

const stepKinds: Partial<Record<string, string>> = { waiting: 'accepted', accepted: 'started' }

/** Who did what, as both sides read it; a yes and a start on one day are one line. */
function addSteps(context: Context, one: Referral) {
  one.steps.forEach(({ at, userKey, state, words }, i) => {
    const agency = i === 0 ? context.record(one.recordKey).agencyKey : one.toAgencyKey
    context.tables.add('referral_step', {
      id: childId(context.seed, 'referral step', `${one.id} ${i}`, at),
      referral_id: one.id,
      kind: stepKinds[state] ?? state,
      at,
      user_id: context.user(userKey).id,
      agency_id: idOf(context.seed, 'agency', agency),
      words,
    })
  })
}

/** Referrals, what was asked, and the entries that went with them. */
export function addReferrals(context: Context, life: Life): void {
  for (const one of life.referrals) {
    const now = facts(one)
    const toTeam = idOf(context.seed, 'team', one.toTeamKey)
    addEntry(context, 'referral', one, '', { to_team_id: toTeam, reason: one.kind, ...now })
    const id = childId(context.seed, 'referral words', one.id, one.givenAt)
    const words = [one.why, one.wants].filter(Boolean).join('\n')
    addEntry(context, 'referral_detail', one, '', { referral_id: one.id, words }, { id })
    if (now.sent_at === null) continue
    addSteps(context, one)
    // What was written to the receiver goes with it, as entries that were sent along do.
    for (const entryId of [one.id, ...one.attachedContactIds]) {
      const { personId, agencyKey } = context.record(one.recordKey)
      context.tables.add('share_grant', {
        id: childId(context.seed, 'attached', `${one.id} ${entryId}`, one.givenAt),
        person_id: personId,
        agency_id: idOf(context.seed, 'agency', agencyKey),
        entry_id: entryId,
        viewer: `t:${toTeam}`,
        level: 4,
        why: 'attached',
        reason: one.id,
        given_by: context.user(one.userKey).id,
        starts_at: now.sent_at,
        ends_at: declined(now) ?? now.started_at ?? now.withdrawn_at ?? now.ended_at,
      })
    }
  }
}
