import type { Draft } from '../draft'
import { say } from '../draft'
import type { Day } from '../entry-types'
import { contact } from '../verbs'
import { phrases } from '../words/library'
import type { ContactOutcome, Involvement } from '../work-types'

export type Miss = { minutes: number; morning: boolean; crisis: boolean; inRow: number }

export const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** A contact that did not come about, in words that tell what is known and blame nobody. */
export function missedContact(draft: Draft, one: Involvement, on: Day, miss: Miss): void {
  const { rng } = draft
  const [outcome, key] = kindOf(draft, miss)
  const words = say(draft, key, phrases(key), { minutes: clock(miss.minutes) })
  const phone = outcome === 'no_reply'
  contact(draft, one.teamKey, on, {
    kind: phone ? 'phone' : rng.chance(0.2) ? 'home_visit' : 'office',
    outcome,
    minutes: miss.minutes,
    length: 0,
    heading: HEADINGS[outcome] ?? 'Not seen',
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
  if (miss.inRow > 0 && draft.rng.chance(0.6)) return ['not_seen', 'missed/run']
  if (miss.morning && draft.rng.chance(0.7)) return ['not_seen', 'missed/morning']
  return draft.rng.weigh<[ContactOutcome, string]>([
    [['not_seen', 'missed'], miss.crisis ? 8 : 5],
    [['no_reply', 'missed/phone'], 3],
    [['cancelled_by_person', 'missed/person'], miss.crisis ? 0.5 : 2],
    [['cancelled_by_us', 'missed/us'], 0.7],
  ])
}
