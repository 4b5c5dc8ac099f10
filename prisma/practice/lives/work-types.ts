import type { Category } from '../agencies/agency-types'
import type { Day, Entry, Instant } from './entry-types'

export type Domain =
  | 'homelessness'
  | 'substance_use'
  | 'justice'
  | 'mental_health'
  | 'domestic_abuse'
  | 'money'
  | 'physical_health'
  | 'isolation'
  | 'immigration'
  | 'care_experience'
  | 'learning'
  | 'safeguarding'
  | 'work'

export type Spell = { userKey: string; from: Day; to: Day | null }

export type Involvement = Entry & {
  from: Day
  to: Day | null
  source: 'referral' | 'feed' | 'appointment' | 'present' | 'order' | 'discharge'
  endReason: string | null
  endWords: string | null
  /** Named workers in turn; empty while the person waits to be allocated. */
  workers: Spell[]
  /** Times when this involvement held the lead for the person. */
  lead: Spell[]
  /** The next date on which the team said it would look again. */
  reviewOn: Day | null
  /** A worker who has been asked to take over and has not yet said yes. */
  handoverTo: string | null
}

export type ContactKind =
  | 'office'
  | 'home_visit'
  | 'street'
  | 'centre'
  | 'phone'
  | 'text'
  | 'video'
  | 'letter'
  | 'ward'
  | 'prison'
  | 'group'
  | 'with_agency'
  | 'decision'

export type ContactOutcome =
  'kept' | 'not_seen' | 'no_reply' | 'cancelled_by_person' | 'cancelled_by_us' | 'information'

export type Correction = { at: Instant; userKey: string; words: string; why: string }

export type Contact = Entry & {
  happenedAt: Instant
  minutes: number | null
  kind: ContactKind
  outcome: ContactOutcome
  /** A turn in the life, shown when minor entries are folded away. */
  major: boolean
  /** Fit to be shown at headline: never a treatment, a charge or a place. */
  heading: string
  place: string | null
  areaCode: string | null
  words: string
  /** About someone else, kept apart from the note and own-team by default. */
  aboutOther: string | null
  /** Old words first; `words` above is how the note reads now. */
  corrections: Correction[]
  withdrawn: { at: Instant; userKey: string; why: string } | null
  mustAct: { userKey: string; by: Day; done: boolean; what: string } | null
}

export type Need = Entry & {
  /** The worker's view, or the person's own, which the worker wrote down. */
  voice: 'worker' | 'person'
  domain: Domain
  /** `not_known` and `not_asked` are answers of their own, never an absence. */
  state: 'present' | 'past' | 'none' | 'not_known' | 'not_asked'
  /** 1 (a little) to 4 (most serious); null unless present. */
  severity: 1 | 2 | 3 | 4 | null
  trend: 'better' | 'same' | 'worse' | null
  at: Day
  direction: 'harmed_by' | 'causing_harm' | 'both' | 'not_known' | null
  note: string | null
}

/** NDTA: scores in the order of `lib/needs/ndta.ts`; the 4th and 5th doubled (0, 2, 4, 6, 8). */
export type Assessment = Entry & { tool: 'ndta'; on: Day; items: number[]; total: number }

export type Warning = Entry & {
  kind: 'visit' | 'overdose' | 'self_harm' | 'fire' | 'allergy' | 'dog' | 'exploitation' | 'health'
  headline: string
  detail: string
  evidence: string
  told: 'yes' | 'no' | 'not_yet'
  from: Day
  lapsesOn: Day
  endedOn: Day | null
  /** Keys of `Warning.id` this one renewed. */
  renews: string | null
}

/** MARAC only ever on the record of the person harmed. */
export type Marker = Entry & {
  kind: 'marac' | 'mappa'
  level: string | null
  heardOn: Day
  reviewOn: Day | null
  endedOn: Day | null
}

export type Appointment = Entry & {
  at: Instant
  minutes: number
  heading: string
  place: string | null
  areaCode: string | null
  state: 'booked' | 'kept' | 'not_seen' | 'cancelled'
  /** The contact that says how it went. */
  contactId: string | null
}

export type Goal = Entry & {
  words: string
  state: 'open' | 'met' | 'put_down'
  setOn: Day
  closedOn: Day | null
  agreement: 'agreed' | 'agreed_in_part' | 'told' | 'not_yet_asked'
}

export type Action = Entry & {
  goalId: string | null
  words: string
  ownerUserKey: string | null
  /** true: the person's own step. */
  byPerson: boolean
  dueOn: Day
  doneOn: Day | null
}

/** One line for a plan that another system holds. */
export type AgencyPlan = Entry & { name: string; agreedOn: Day; reviewOn: Day | null }

export type Plan = { goals: Goal[]; actions: Action[]; agencyPlans: AgencyPlan[] }

export type ReferralStep = {
  at: Instant
  userKey: string
  state: 'draft' | 'sent' | 'accepted' | 'declined' | 'waiting' | 'withdrawn' | 'ended'
  reason: string | null
  words: string | null
}

export type Referral = Entry & {
  toAgencyKey: string
  toTeamKey: string
  kind: string
  /** Category the receiver's work falls in. */
  receiverCategory: Category
  dutyToRefer: boolean
  why: string
  wants: string
  agreedByPerson: 'yes' | 'no' | 'not_asked'
  seenAlone: boolean
  urgent: boolean
  steps: ReferralStep[]
  /** Ids of own contacts sent along. */
  attachedContactIds: string[]
}
