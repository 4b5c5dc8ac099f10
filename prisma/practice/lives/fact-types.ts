import type { Day, Entry } from './entry-types'

/** A name as one agency holds it, spelling and all. A single name has an empty `family`. */
export type Name = Entry & {
  kind: 'legal' | 'known_as' | 'alias' | 'previous'
  title: string | null
  given: string
  middle: string | null
  family: string
  order: 'given_first' | 'family_first' | 'single'
  from: Day | null
  to: Day | null
  /** The side of a protected name that must never show on the other side. */
  protected: boolean
}

/** A date of birth as one agency holds it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type Birth = Entry & {
  value: string
  precision: 'day' | 'month' | 'year'
  estimated: boolean
  /** The document seen, or null. */
  verifiedBy: string | null
}

export type IdentifierType = 'nhs' | 'nino' | 'crn' | 'prison' | 'housing' | 'uprn' | 'local'

export type Identifier = Entry & {
  type: IdentifierType
  value: string
  verifiedBy: string | null
  /** Ended numbers stay: a CRN may be reissued. */
  ended: Day | null
}

export type Address = Entry & {
  lines: string[]
  postcode: string
  uprn: string | null
  areaCode: string
  from: Day
  to: Day | null
  /** Held apart, for named teams only. */
  protected: boolean
  kind: 'home' | 'temporary' | 'hostel' | 'refuge' | 'prison' | 'care_of'
}

/** Codes of nDelius, with sofa surfing (A07A) and rough sleeping (A08A) apart. */
export type LivingCode =
  | 'A01A'
  | 'A01C'
  | 'A01D'
  | 'A02'
  | 'A03'
  | 'A04'
  | 'A07A'
  | 'A07B'
  | 'A08A'
  | 'A08C'
  | 'A13'
  | 'A16'
  | 'A17'
  | 'PRISON'
  | 'HOSPITAL'
  | 'REFUGE'

export type LivingSituation = Entry & {
  code: LivingCode
  settled: boolean
  /** Small area where the agency knows it; null with no settled address or when protected. */
  areaCode: string | null
  from: Day
  to: Day | null
  note: string | null
}

export type Reach = Entry & {
  kind: 'mobile' | 'landline' | 'email'
  value: string
  from: Day
  to: Day | null
  /** "Sister's phone", "shared with the house"; null when their own. */
  note: string | null
  protected: boolean
}

/** How to reach the person safely. Category safety. */
export type SafeContact = Entry & { headline: string; detail: string | null; from: Day }

export type Adjustment = Entry & {
  kind: 'communication' | 'reading' | 'access' | 'time' | 'interpreter' | 'trauma' | 'sensory'
  headline: string
  detail: string | null
}

/** `words`: in the person's own words. `ask_first`: "before asking about his past, speak to …". */
export type OwnWords = Entry & {
  kind: 'words' | 'ask_first' | 'good_day' | 'when_unwell'
  words: string
  askUserKey: string | null
}

export type Language = Entry & {
  language: string
  level: 'first' | 'fluent' | 'some'
  interpreter: boolean
  /** "A woman, not from Wrenford", or null. */
  interpreterNote: string | null
}

/** Equality answers, never shown on the overview. Ethnicity in the codes of Census 2021. */
export type Equality = Entry & {
  field: 'sex' | 'gender' | 'pronouns' | 'ethnicity' | 'religion' | 'orientation' | 'disability'
  /** Code or own term; `prefer_not_to_say` and `not_asked` are values of their own. */
  value: string
}

/** A fact on one side. Children are never people here: first name and year only. */
export type Relationship = Entry & {
  kind:
    | 'partner'
    | 'ex_partner'
    | 'parent'
    | 'adult_child'
    | 'sibling'
    | 'friend'
    | 'carer'
    | 'cared_for'
    | 'child'
  /** The other person of the practice place, or null when only described. */
  otherPersonKey: string | null
  otherName: string
  child: Child | null
  note: string | null
  from: Day | null
  to: Day | null
}

export type Child = {
  firstName: string
  yearOfBirth: number
  responsible: string
  livesWith: string
  socialWorker: string | null
}
