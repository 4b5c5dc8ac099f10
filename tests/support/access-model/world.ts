/** A moment in milliseconds since 1970; null where something has no end. */
export type Moment = number
export type Span = { startsAt: Moment; endsAt: Moment | null }

export type TeamFunction = 'support' | 'clinical' | 'dual' | 'enforcement' | 'benefit_decision'
export type Role =
  | 'practitioner'
  | 'limited'
  | 'manager'
  | 'steward'
  | 'custodian'
  | 'commissioner'
  | 'officer'
  | 'administrator'

export type Agency = { id: string; impliesPlace: boolean }
export type Team = { id: string; agency: string; function: TeamFunction; impliesPlace: boolean }
export type User = { id: string; endedAt: Moment | null }
export type Membership = Span & {
  id: string
  user: string
  agency: string
  role: Role
  teams: string[]
}
export type Session = {
  id: string
  name: string
  token: string
  user: string
  membership: string
  idleUntil: Moment
  absoluteUntil: Moment
  endedAt: Moment | null
}

export type Term = Span & {
  id: string
  giver: string
  category: string
  group: string
  level: number
  onConsent: boolean
  endedNow: boolean
}
export type Party = { agency: string; joinedAt: Moment; leftAt: Moment | null }
export type Agreement = Span & {
  id: string
  endedNow: boolean
  parties: Party[]
  groups: { id: string; teams: string[] }[]
  terms: Term[]
}
export type Cohort = Span & { id: string; agreement: string; person: string }

export type FileRecord = { id: string; person: string; agency: string; confirmed: boolean }

export type Audience = 'agreed' | 'team' | 'named'
/** One row of an entry table. `facts` are its further columns, by column name. */
export type Entry = {
  id: string
  table: string
  /** The entry it is a part of (a contact's words), or null. */
  parent: string | null
  person: string
  record: string
  agency: string
  team: string
  categories: string[]
  audience: Audience
  named: string[]
  givenBy: string
  facts: Record<string, unknown>
}

export type Urgent = Span & {
  id: string
  person: string
  user: string
  membership: string
  categories: string[]
}
export type Archive = {
  id: string
  person: string
  user: string
  agency: string
  endsAt: Moment
}
export type Grant = Span & {
  id: string
  person: string
  agency: string
  entry: string
  viewer: string
  level: number
}
export type Conflict = Span & { id: string; user: string; person: string }

/** Everything the model knows: the same facts that are loaded into the database, and no others. */
export type World = {
  now: Moment
  agencies: Agency[]
  teams: Team[]
  users: User[]
  memberships: Membership[]
  sessions: Session[]
  agreements: Agreement[]
  cohorts: Cohort[]
  people: string[]
  records: FileRecord[]
  entries: Entry[]
  /** Teams named on a protection of whereabouts, by its entry. */
  protectionTeams: { protection: string; team: string }[]
  /** Users named on a limited access, by its entry. */
  limitedUsers: { limit: string; user: string }[]
  urgent: Urgent[]
  archives: Archive[]
  grants: Grant[]
  conflicts: Conflict[]
  /** Lines on somebody's Today page; each comes with a draft and a kept answer of the same user. */
  notices: { id: string; user: string; person: string | null }[]
  /** Entries that were changed after they were given, so that a line of history stands. */
  amended: string[]
}

/** A world of nothing, at this moment. */
export function emptyWorld(now: Moment): World {
  return {
    now,
    agencies: [],
    teams: [],
    users: [],
    memberships: [],
    sessions: [],
    agreements: [],
    cohorts: [],
    people: [],
    records: [],
    entries: [],
    protectionTeams: [],
    limitedUsers: [],
    urgent: [],
    archives: [],
    grants: [],
    conflicts: [],
    notices: [],
    amended: [],
  }
}
