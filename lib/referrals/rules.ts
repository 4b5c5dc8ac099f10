import { addDays, daysBetween, type PlainDate } from '@/lib/dates'

/** Where a referral stands. */
export const STATUSES = [
  ...(['draft', 'sent', 'waiting', 'started', 'ended', 'declined', 'withdrawn'] as const),
]
export type Status = (typeof STATUSES)[number]

/** What a side can do to it; each is a line of its log. */
export const STEPS = [
  ...(['sent', 'amended', 'withdrawn', 'accepted', 'declined', 'started', 'ended'] as const),
]
export type Step = (typeof STEPS)[number]

/** What happened to a referral, and when. */
export type Facts = {
  sentAt: Date | null
  answer: string | null
  withdrawnAt: Date | null
  startedAt: Date | null
  endedAt: Date | null
}

/** Where it stands, worked out from what happened; accepted and not begun is waiting. */
export function statusOf(facts: Facts): Status {
  if (facts.withdrawnAt) return 'withdrawn'
  if (facts.answer === 'declined') return 'declined'
  if (facts.endedAt) return 'ended'
  if (facts.startedAt) return 'started'
  if (facts.answer === 'accepted') return 'waiting'
  return facts.sentAt ? 'sent' : 'draft'
}

/** Who takes a step: whoever sent it, or whoever it was sent to. */
export const sideOf = (step: Step): 'sender' | 'receiver' =>
  ['sent', 'amended', 'withdrawn'].includes(step) ? 'sender' : 'receiver'

const from: Readonly<Record<Step, readonly Status[]>> = {
  sent: ['draft'],
  amended: ['sent', 'waiting', 'started'],
  withdrawn: ['draft', 'sent', 'waiting'],
  accepted: ['sent'],
  declined: ['sent'],
  started: ['waiting'],
  ended: ['waiting', 'started'],
}

/** May this step be taken where it stands? The database has the same table, and decides. */
export const mayFollow = (status: Status, step: Step): boolean => from[step].includes(status)

/** Does it still ask something of somebody? */
export const isOpen = (status: Status): boolean =>
  status === 'sent' || status === 'waiting' || status === 'started'

/**
 * Days in which a person who will lose their home is threatened with homelessness in law (Housing
 * Act 1996, section 175(4), as amended in 2017).
 */
export const THREATENED_DAYS = 56

/**
 * How a duty to refer stands against the 56 days.
 *
 * @param homeUntil the last day in their home; null where they have none now
 * @returns days left until it (below 0: it has passed), and whether the 56 days have begun
 */
export function homeClock(homeUntil: PlainDate | null, now: PlainDate) {
  if (homeUntil === null) return { left: null, begun: true, from: null }
  const left = daysBetween(now, homeUntil)
  return { left, begun: left <= THREATENED_DAYS, from: addDays(homeUntil, -THREATENED_DAYS) }
}
