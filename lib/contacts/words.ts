import { CONTACT_KINDS, CONTACT_OUTCOMES, labelOf } from '@/lib/codes'
import { formatDate, formatShortDate, formatTime, londonDate } from '@/lib/dates'
import { firstCapital } from '@/lib/first-capital'
import type { TimelineContact } from '@/lib/people/view'
import { NOT_SAID } from './lists'

// Attempted, and did not come about.
const tried = new Set(['not_seen', 'no_reply', 'cancelled_by_person', 'cancelled_by_us'])

/** How a contact is drawn: seen or spoken to, tried, or nobody was to be seen. */
export const markOf = (outcome: string): 'seen' | 'tried' | 'other' =>
  outcome === 'kept' ? 'seen' : tried.has(outcome) ? 'tried' : 'other'

/** What a contact was, in a few words: `Home visit`, `Not seen: home visit`, `Seen`. */
export function contactTitle({ kind, outcome }: Pick<TimelineContact, 'kind' | 'outcome'>): string {
  if (kind === NOT_SAID) return outcome === 'kept' ? 'Seen' : labelOf(CONTACT_OUTCOMES, outcome)
  const how = labelOf(CONTACT_KINDS, kind)
  if (!tried.has(outcome)) return how
  return `${labelOf(CONTACT_OUTCOMES, outcome)}: ${how.charAt(0).toLowerCase()}${how.slice(1)}`
}

/** Whose word a contact is that came by feed: `Colm Byrne, from Probation’s own system`. */
export const signedByFeed = ({ author, agency }: { author: string | null; agency: string }) =>
  firstCapital([author, `from ${agency}’s own system`].filter(Boolean).join(', '))

/** Why a contact was withdrawn that a feed gave and no longer gives. */
export const TAKEN_BACK = 'taken back by that system'

/** A contact as the timeline draws it. `held`: its words are with the agency, and whom to ring. */
export function timelineEntry(contact: TimelineContact, personId: string) {
  const corrected = contact.words && contact.words.edition > 1
  return {
    id: contact.id,
    when: [
      formatShortDate(contact.day),
      contact.place?.at ? formatTime(new Date(contact.place.at)) : '',
    ]
      .filter(Boolean)
      .join(', '),
    date: contact.day,
    title: contactTitle(contact),
    by:
      contact.source === 'feed'
        ? signedByFeed(contact)
        : [firstCapital(contact.agency), contact.own ? contact.author : null]
            .filter(Boolean)
            .join(' · '),
    domain: colourOf(contact.categories),
    mark: markOf(contact.outcome),
    minor: !contact.major && !contact.words && contact.own,
    words: contact.withdrawnAt ? undefined : contact.words?.text,
    held:
      contact.words || contact.own
        ? undefined
        : contact.teamPhone
          ? { ring: { name: contact.team, phone: contact.teamPhone } }
          : {},
    changed: contact.withdrawnAt
      ? [
          `Withdrawn ${formatDate(londonDate(new Date(contact.withdrawnAt)))}`,
          contact.withdrawnReason ?? (contact.source === 'feed' ? TAKEN_BACK : null),
        ]
          .filter(Boolean)
          .join(': ')
      : corrected
        ? `Corrected ${formatDate(londonDate(new Date(contact.words?.at ?? '')))}: ${contact.words?.why ?? ''}`
        : undefined,
    href: contact.own ? `/people/${personId}/contacts/${contact.id}` : undefined,
  }
}

const colours: Record<string, string> = {
  housing: 'homelessness',
  substance_use: 'substance-use',
  justice: 'justice',
  mental_health: 'mental-health',
  domestic_abuse: 'domestic-abuse',
  money: 'money',
}

/** The need domain whose colour an entry of these categories has. */
export const colourOf = (categories: readonly string[]): string | undefined =>
  categories.map((category) => colours[category]).find((colour) => colour !== undefined)
