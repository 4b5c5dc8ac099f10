/** Who works in the practice place: plain data, no database. Keys are stable, readable strings. */

export type TeamFunction = 'support' | 'clinical' | 'dual' | 'enforcement' | 'benefit_decision'

/** As in `lib/access/categories.ts`. `safety` is seen by everyone who may open the person. */
export type Category =
  | 'identity'
  | 'whereabouts'
  | 'housing'
  | 'justice'
  | 'substance_use'
  | 'mental_health'
  | 'physical_health'
  | 'domestic_abuse'
  | 'family'
  | 'money'
  | 'work'
  | 'learning'
  | 'immigration'
  | 'equality'
  | 'legal'
  | 'plan'
  | 'safety'

export type Role =
  | 'practitioner'
  | 'limited_worker'
  | 'manager'
  | 'record_steward'
  | 'custodian'
  | 'commissioner'
  | 'information_officer'
  | 'administrator'

export type Agency = {
  key: string
  /** Agencies of one institution (the council has several) keep walls between them. */
  institution: string
  name: string
  shortName: string
  kind: string
  /** false: a directory entry only, which nobody signs in from. */
  signsIn: boolean
  /** The very name is a sensitive fact: its involvements are shared at `exists` at most. */
  nameIsSensitive: boolean
  /** Being with this agency tells where a person lives (a refuge, a hostel). */
  impliesPlace: boolean
  phone: string
  /** Pattern of its own reference for a person, `#` a digit. */
  localRefPattern: string
}

export type Team = {
  key: string
  agencyKey: string
  name: string
  function: TeamFunction
  /** What its entries are about unless the worker says otherwise. */
  defaultCategories: Category[]
  phone: string
  /** Shown to a writer whose words this team may read, who may think twice; null for support. */
  mayHaveTo: string | null
}

export type PracticeUser = {
  key: string
  /** uuid, the same for the same seed. */
  id: string
  name: string
  email: string
  phone: string
  jobTitle: string
  /** Read aloud after "he says", "she says"; null when not given. */
  pronouns: string | null
}

export type Membership = {
  id: string
  userKey: string
  agencyKey: string
  /** null: the whole agency (officer, administrator, agency-wide manager). */
  teamKey: string | null
  role: Role
  /** Days from *today*: negative is past. Turned into dates by `membershipDates`. */
  fromDay: number
  untilDay: number | null
}

export type AgencyWorld = {
  agencies: Agency[]
  teams: Team[]
  users: PracticeUser[]
  memberships: Membership[]
  agreements: Agreement[]
  cohorts: Cohort[]
}

export type Cohort = { key: string; name: string; description: string }

export type Level = 'exists' | 'involved' | 'headline' | 'content'

export type Condition = { article: string; text: string }

export type Signatory = { name: string; role: string; signedDay: number }

export type Party = {
  agencyKey: string
  lawfulBasis: string
  conditions: Condition[]
  /** Statute under which it may share, if any. */
  gateway: string | null
  /** What lifts the duty of confidence for what it gives. */
  confidentiality: 'explicit_consent' | 'statute' | 'public_interest' | 'not_confidential'
  regime: 'uk_gdpr' | 'part_3'
  joinedDay: number
  leftDay: number | null
  signatories: Signatory[]
}

export type TeamGroup = { key: string; name: string; teamKeys: string[] }

export type Term = {
  key: string
  giverAgencyKey: string
  category: Category
  groupKey: string
  level: Level
  purpose: string
  forbiddenUses: string[]
  countedInInsight: boolean
  /** true: nothing passes without the person's own consent in force. */
  onConsent: boolean
}

export type Agreement = {
  key: string
  name: string
  purpose: string
  forbiddenUses: string[]
  cohortKey: string
  startsDay: number
  endsDay: number | null
  reviewDay: number
  dpiaReference: string
  parties: Party[]
  groups: TeamGroup[]
  terms: Term[]
}
