import type { Draft } from '../draft'
import { say } from '../draft'
import type { Day } from '../entry-types'
import { homeOn } from '../homes'
import { agencyOf, contact } from '../verbs'
import { phrases } from '../words/library'
import type { ContactOutcome, Involvement } from '../work-types'

export type Miss = { minutes: number; morning: boolean; crisis: boolean; inRow: number }

export const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** A contact that did not come about, in words that tell what is known and blame nobody. */
export function missedContact(draft: Draft, one: Involvement, on: Day, miss: Miss): void {
  const { rng } = draft
  const outreach = one.teamKey === 'lantern-outreach'
  const agency = agencyOf(one.teamKey)
  const visits =
    ['hf', 'meadow', 'asc', 'cmh', 'riverside'].includes(agency) &&
    rng.chance(0.5) &&
    !homeOn(draft, on)?.protected
  const [outcome, found] = kindOf(draft, miss)
  const about = outreach ? 'missed/out' : visits ? 'missed/home' : 'missed'
  const key = found === 'missed' || outreach ? about : found
  const words = say(draft, key, phrases(key), { minutes: clock(miss.minutes) })
  const phone = outcome === 'no_reply'
  contact(draft, one.teamKey, on, {
    kind: outreach ? 'street' : phone ? 'phone' : key === 'missed/home' ? 'home_visit' : 'office',
    outcome: outreach ? 'not_seen' : outcome,
    minutes: miss.minutes,
    length: 0,
    heading: (!outreach && HEADINGS[outcome]) || 'Not seen',
    words,
  })
}

const HEADINGS: Partial<Record<ContactOutcome, string>> = {
  not_seen: 'Not seen',
  no_reply: 'No reply',
  cancelled_by_person: 'Put off',
  cancelled_by_us: 'Put off by us',
}

function kindOf(draft: Draft, miss: Miss): [ContactOutcome, string] {
  if (miss.inRow > 0 && draft.rng.chance(0.6)) {
    return ['not_seen', miss.inRow === 1 ? 'missed/second' : 'missed/run']
  }
  if (miss.morning && draft.rng.chance(0.7)) return ['not_seen', 'missed/morning']
  return draft.rng.weigh<[ContactOutcome, string]>([
    [['not_seen', 'missed'], miss.crisis ? 8 : 5],
    [['no_reply', 'missed/phone'], 3],
    [['cancelled_by_person', 'missed/person'], miss.crisis ? 0.5 : 2],
    [['cancelled_by_us', 'missed/us'], 0.7],
  ])
}
