import type { AgencyRecord, Day } from './entry-types'
import type {
  Address,
  Adjustment,
  Birth,
  Equality,
  Identifier,
  Language,
  LivingSituation,
  Name,
  OwnWords,
  Reach,
  Relationship,
  SafeContact,
} from './fact-types'
import type { Choice, States, Unnamed } from './state-types'
import type {
  Appointment,
  Assessment,
  Contact,
  Domain,
  Involvement,
  Marker,
  Need,
  Plan,
  Referral,
  Warning,
} from './work-types'

/** A small area of the practice place, as the city generator knows it. */
export type Place = {
  code: string
  postcodes: string[]
  /** Decile: 1 the most deprived, 10 the least. */
  deprivation: number
  ward: string
}

/** What happened, before any agency wrote about it. Not loaded: for reading aloud and tests. */
export type StoryEvent = { on: Day; kind: string; words: string }

/**
 * One invented person over three years, as agencies hold them. Every entry says which agency's
 * record it belongs to, so a loader may put each record under this person or, to give linking
 * something to do, under a person of its own.
 */
export type Life = {
  personKey: string
  /** uuid of the person. */
  id: string
  /** For the reader of tests and the decision record; agencies' own spellings are in `names`. */
  displayName: string
  born: Day
  sex: 'female' | 'male'
  culture: string
  /** Which needs this life was dealt; what agencies noticed is in `needs`. */
  dealt: Domain[]
  story: StoryEvent[]
  unnamed: Unnamed | null
  records: AgencyRecord[]
  names: Name[]
  births: Birth[]
  identifiers: Identifier[]
  addresses: Address[]
  livingSituations: LivingSituation[]
  reaches: Reach[]
  safeContacts: SafeContact[]
  adjustments: Adjustment[]
  ownWords: OwnWords[]
  languages: Language[]
  equality: Equality[]
  relationships: Relationship[]
  involvements: Involvement[]
  contacts: Contact[]
  needs: Need[]
  assessments: Assessment[]
  warnings: Warning[]
  markers: Marker[]
  appointments: Appointment[]
  plan: Plan
  referrals: Referral[]
  choices: Choice[]
  states: States
}
