import { labelOf, REFUSAL_REASONS } from '@/lib/codes'
import { daysBetween, formatDate, londonDate, type PlainDate } from '@/lib/dates'
import { REFERRAL_OUTCOMES } from './lists'
import { homeClock, statusOf, THREATENED_DAYS, type Facts, type Status, type Step } from './rules'

const statuses: Readonly<Record<Status, string>> = {
  ...{ draft: 'Draft', sent: 'Sent', waiting: 'Accepted, waiting', started: 'Started' },
  ...{ ended: 'Ended', declined: 'Declined', withdrawn: 'Withdrawn' },
}

/** Where it stands, in a word or two. */
export const statusWords = (status: Status): string => statuses[status]

/** How much it asks for somebody's eye. */
export const statusTone = (status: Status) =>
  status === 'sent' || status === 'waiting'
    ? ('caution' as const)
    : status === 'started'
      ? ('act' as const)
      : ('neutral' as const)

const steps: Readonly<Record<Step, string>> = {
  ...{ sent: 'Sent', amended: 'Amended', withdrawn: 'Withdrawn', accepted: 'Accepted' },
  ...{ declined: 'Declined', started: 'Work started', ended: 'Ended' },
}

/** A line of the log: what was done. */
export const stepWords = (step: Step): string => steps[step]

type Standing = Facts & {
  decidedAt: Date | null
  refusalReason: string | null
  startsOn: Date | null
  outcome: string | null
}

const on = (at: Date | null) => (at ? formatDate(londonDate(at)) : 'a day not known')

/** What happened last, with its day: `Declined on 3 December 2026: we are full`. */
export function standsWords(facts: Standing, now: PlainDate): string {
  const status = statusOf(facts)
  if (status === 'draft') return 'Not sent yet'
  if (status === 'withdrawn') return `Withdrawn on ${on(facts.withdrawnAt)}`
  if (status === 'declined')
    return `Declined on ${on(facts.decidedAt)}: ${reasonWords(facts.refusalReason)}`
  if (status === 'ended')
    return `Ended on ${on(facts.endedAt)}: ${lower(labelOf(REFERRAL_OUTCOMES, facts.outcome ?? ''))}`
  if (status === 'started') return `Started on ${on(facts.startedAt)}`
  if (status === 'waiting')
    return facts.startsOn
      ? `Accepted on ${on(facts.decidedAt)}. They expect to start on ${on(facts.startsOn)}`
      : `Accepted on ${on(facts.decidedAt)}. When they start is not known yet`
  return `Sent on ${on(facts.sentAt)}, ${waited(facts.sentAt, now)}`
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const reasonWords = (key: string | null) =>
  key === null ? 'no reason given' : lower(labelOf(REFUSAL_REASONS, key))

/** `waiting six days` since it was sent; the day itself is `today`. */
export function waited(sentAt: Date | null, now: PlainDate): string {
  const days = sentAt ? daysBetween(londonDate(sentAt), now) : 0
  return days === 0
    ? 'no answer yet today'
    : days === 1
      ? 'waiting 1 day'
      : `waiting ${String(days)} days`
}

/** A duty to refer against the 56 days of the law, as a sentence. */
export function clockWords(homeUntil: Date | null, now: PlainDate): string {
  const day = homeUntil && londonDate(homeUntil)
  const { left, begun, from } = homeClock(day, now)
  if (day === null || left === null) return 'They have no home now.'
  if (left < 0) return `They had their home until ${formatDate(day)}.`
  const within = begun
    ? `within the ${String(THREATENED_DAYS)} days in which the law calls it threatened`
    : `the ${String(THREATENED_DAYS)} days of the law begin on ${formatDate(from ?? day)}`
  const days = left === 0 ? 'today' : left === 1 ? 'in 1 day' : `in ${String(left)} days`
  return `They may lose their home on ${formatDate(day)}, ${days}: ${within}.`
}
