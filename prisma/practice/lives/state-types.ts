import type { Category } from '../agencies/agency-types'
import type { Day, Entry } from './entry-types'

/** What the person said about sharing, or consent where a term rests on it. */
export type Choice = Entry & {
  kind: 'objection' | 'consent'
  /** null: everything. */
  category: Category | null
  /** Group of an agreement, or a single agency; both null: everybody. */
  groupKey: string | null
  toAgencyKey: string | null
  words: string
  from: Day
  until: Day | null
  withdrawnOn: Day | null
  upheld: boolean
  overriddenBecause: string | null
  seenAlone: boolean
  presentOthers: string | null
  interpreter: string | null
  refusalHasConsequences: boolean
}

/** Named users only, two or more, and the custodian. */
export type LimitedAccess = Entry & {
  reason: string
  from: Day
  reviewOn: Day
  until: Day | null
  allowedUserKeys: string[]
}

export type ProtectedWhereabouts = Entry & {
  reason: string
  from: Day
  reviewOn: Day
  until: Day | null
  allowedTeamKeys: string[]
}

export type ProtectedName = Entry & {
  reason: 'safety' | 'gender_history'
  from: Day
  /** Records on the old side; the others hold the new name. */
  oldRecordKeys: string[]
}

/** One row, on the harmed person's life only. */
export type HarmLink = Entry & {
  harmedPersonKey: string
  causingPersonKey: string
  keptApart: boolean
  from: Day
  until: Day | null
  note: string
}

/** Somebody at work who must not see this person: beats every right to see. */
export type Bar = Entry & {
  barredUserKey: string
  reason: string
  from: Day
  until: Day | null
}

export type Death = Entry & {
  on: Day
  confirmedBy: string
  source: string
}

export type CohortMembership = Entry & {
  cohortKey: string
  from: Day
  until: Day | null
  decidedBy: string
  toldOn: Day | null
}

export type States = {
  limitedAccess: LimitedAccess[]
  protectedWhereabouts: ProtectedWhereabouts[]
  protectedNames: ProtectedName[]
  harmLinks: HarmLink[]
  bars: Bar[]
  death: Death | null
  cohorts: CohortMembership[]
}

/** An outreach team's description of somebody who has not given a name. */
export type Unnamed = Entry & {
  description: string
  place: string
  areaCode: string
  firstSeen: Day
  lastSeen: Day
}
