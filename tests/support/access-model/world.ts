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
  /** Closed since a password was set by a link, until somebody else says whose it is. */
  waits?: boolean
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
  /** A group stands as it was made; `versionOf` is the first one, where this is a later version. */
  groups: { id: string; teams: string[]; versionOf?: string }[]
  terms: Term[]
}
/** Who wrote something down: a user, for an agency. */
export type Author = { agency: string; author: string }
export type Cohort = Span & { id: string; agreement: string; person: string; by: Author }

/** What an agency answered about a consent, a placement or the end of an objection. */
export type Confirmation = {
  id: string
  person: string
  subject: string
  by: Author
  answer: 'confirmed' | 'not'
  undone: boolean
}

/** `sureOf`: of those not confirmed, which came together and are sure of one another. */
export type FileRecord = {
  id: string
  person: string
  agency: string
  confirmed: boolean
  sureOf: string | null
}

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
  confirmations: Confirmation[]
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
  /** What was answered to an objection, or to another act that names the same entry. */
  answers: { id: string; kind: string; choice: string; giver: string; decision: string }[]
  /** Lines on somebody's Today page; each comes with a draft and a kept answer of the same user. */
  /** `joined`: the record that was joined to the person's, where the line tells of that. */
  notices: {
    id: string
    user: string
    person: string | null
    /** The record that was joined, or the involvement that began: what the line tells of. */
    joined?: string
    started?: string
  }[]
  /** Entries that were changed after they were given, so that a line of history stands. */
  amended: string[]
  /** Entries of which anybody is asked, by id, whether they read them whole and they stand. */
  askedWhole: Entry[]
  /** Names, and what tells a name, of which anybody is asked by row, person and agency. */
  askedNames: { entry: string; person: string; agency: string }[]
  /** Records and kinds of entry of which anybody is asked what is open, if there is any or not. */
  askedKinds: { person: string; record: string; agency: string; categories: string[] }[]
  /** Of whom anybody is asked whether this agency, or this team of it, works with them. */
  askedGivers: { person: string; agency: string; team: string | null }[]
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
    confirmations: [],
    people: [],
    records: [],
    entries: [],
    protectionTeams: [],
    limitedUsers: [],
    urgent: [],
    archives: [],
    grants: [],
    conflicts: [],
    answers: [],
    notices: [],
    amended: [],
    askedWhole: [],
    askedNames: [],
    askedKinds: [],
    askedGivers: [],
  }
}
