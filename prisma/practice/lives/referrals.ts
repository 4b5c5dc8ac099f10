import type { Draft } from './draft'
import { say } from './draft'
import { addDays } from './days'
import { head } from './heads'
import { after, agencyOf, dayFor, involve } from './verbs'
import { phrases } from './words/library'
import type { Referral, ReferralStep } from './work-types'

export type Asked = {
  from: string
  to: string
  /** Kind of referral and key of its words `refer/<kind>`. */
  kind: string
  duty?: boolean
  urgent?: boolean
  /** Reason of refusal, or null when accepted, or 'waiting' with no answer yet. */
  refused?: string | null
  /** Days until the answer. */
  wait: number
  /** What follows, on the day of acceptance. */
  then?: () => void
  /** What follows a refusal. */
  otherwise?: () => void
}

const step = (
  draft: Draft,
  teamKey: string,
  state: ReferralStep['state'],
  days: number,
  reason: string | null,
  words: string | null,
): ReferralStep => {
  const on = dayFor(draft, teamKey, addDays(draft.now, days))
  const entry = head(draft, teamKey, on)
  return { at: entry.givenAt, userKey: entry.userKey, state, reason, words }
}

/** One team asks another to take the person on; the answer comes after `wait` days. */
export function refer(draft: Draft, asked: Asked): void {
  const { rng, world } = draft
  const on = dayFor(draft, asked.from, draft.now)
  const kind = `refer/${asked.kind}`
  const receiver = world.team(asked.to)
  const made: Referral = {
    ...head(draft, asked.from, on, { minutes: rng.int(9 * 60, 15 * 60) }),
    toAgencyKey: receiver.agencyKey,
    toTeamKey: asked.to,
    kind: asked.kind,
    receiverCategory: receiver.defaultCategories[0] ?? 'plan',
    dutyToRefer: asked.duty ?? false,
    why: say(draft, kind, phrases(kind)),
    wants: say(draft, `wants/${asked.kind}`, phrases(`wants/${asked.kind}`)),
    agreedByPerson: rng.chance(0.94) ? 'yes' : 'not_asked',
    seenAlone: rng.chance(0.93),
    urgent: asked.urgent ?? false,
    steps: [],
    attachedContactIds: [],
  }
  made.steps.push({
    at: made.givenAt,
    userKey: made.userKey,
    state: 'sent',
    reason: null,
    words: null,
  })
  const recent = draft.life.contacts.findLast((c) => c.agencyKey === agencyOf(asked.from))
  if (recent && recent.givenAt <= made.givenAt && rng.chance(0.5)) {
    made.attachedContactIds.push(recent.id)
  }
  draft.life.referrals.push(made)
  after(draft, asked.wait, () => answer(draft, made, asked))
}

function answer(draft: Draft, made: Referral, asked: Asked): void {
  if (asked.refused === 'waiting') {
    made.steps.push(
      step(draft, asked.to, 'waiting', 0, null, 'On our list; we will write each month.'),
    )
    return
  }
  if (asked.refused) {
    const key = `refused/${asked.refused}`
    const words = say(draft, key, phrases(key))
    made.steps.push(step(draft, asked.to, 'declined', 0, asked.refused, words))
    asked.otherwise?.()
    return
  }
  made.steps.push(step(draft, asked.to, 'accepted', 0, null, null))
  involve(draft, asked.to, 'referral')
  asked.then?.()
}
