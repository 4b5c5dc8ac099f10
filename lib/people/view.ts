// The shapes that prisma/security/75-pages.sql returns. Dates are plain dates (YYYY-MM-DD),
// instants ISO texts.

// `agency` is a name, or "another service" where the reader may not know who that is.

import type { PlainDate } from '@/lib/dates'
import type { BirthSaid } from './births'

export type GivenName = {
  kind: string
  given: string
  middle: string
  family: string
  agency: string
  own: boolean
  givenAt: string
}
export type GivenBirth = BirthSaid & { agency: string }
export type LiveWarning = {
  id: string
  kind: string
  headline: string
  lapsesOn: string
  agency: string
}
export type ContactRule = {
  channel: string
  allowed: 'yes' | 'no' | 'only'
  hours: string | null
  voicemail: boolean | null
  coverName: string | null
  note: string | null
  /** Who agreed it, as far as the reader may know. */
  agency: string
  own: boolean
}

/**
 * What stands on every page about a person: enough to know it is the right one, and how to be safe.
 */
export type Strip = {
  id: string
  names: GivenName[]
  births: GivenBirth[]
  pronouns: string | null
  living: { code: string; settled: boolean | null; area: string | null } | null
  protected: { reviewOn: string; named: boolean } | null
  limited: { reviewOn: string } | null
  /** `own`: our agency said so. `sure`: our agency said so or confirmed it; else it is reported. */
  died: {
    on: PlainDate | null
    saidOn: PlainDate
    own: boolean
    sure: boolean
  } | null
  unnamed: { description: string; seenOn: string } | null
  warnings: LiveWarning[]
  contactRules: ContactRule[]
  adjustments: { kind: string; detail: string }[]
  lead: { name: string; phone: string | null; agency: string; userId: string | null } | null
}

export type TimelineContact = {
  id: string
  day: string
  what: 'contact'
  kind: string
  outcome: string
  major: boolean
  withdrawnAt: string | null
  withdrawnReason: string | null
  source: 'worker' | 'feed'
  audience: 'agreed' | 'team' | 'named'
  version: number
  agency: string
  team: string
  teamPhone: string | null
  own: boolean
  /** Of the reader's own agency; or the worker whom a feed named, where they may be known. */
  author: string | null
  categories: string[]
  /** Null: the words are held by the agency, or none were written. */
  words: { text: string; edition: number; why: string | null; at: string } | null
  place: { at: string | null; place: string | null } | null
}

/** What page.changes returns. `ended`: the end of what was told of before, a line of its own. */
type Changed<What extends string, Said> = {
  id: string
  what: What
  day: PlainDate
  ended: boolean
  agency: string
  own: boolean
  /** The team whose work it is, where it may be known. */
  team: string | null
  /** Of the reader's own agency, where somebody judged. */
  author: string | null
} & Said

type Withdrawn = { withdrawnAt: string | null; withdrawnWhy: string | null }

export type RatedNeed = Pick<NeedNow, 'domain' | 'state' | 'direction' | 'severity' | 'trend'> & {
  /** How bad it is can be read, if anybody said. */
  graded: boolean
}

export type TimelineChange =
  | Changed<'living', { code: string; undated: boolean; area?: string | null }>
  | Changed<'address', { lines: string; postcode: string | null; undated: boolean }>
  | Changed<
      'warning',
      { headline: string; renewed: boolean; lapsed: boolean; reason?: string | null }
    >
  | Changed<'needs', { needs: RatedNeed[] } & Withdrawn>
  | Changed<'assessment', { tool: string; total: number } & Withdrawn>
  | Changed<'work', { reason: string | null }>

/** What page.happened returns: in order of happening, newest first. */
export type TimelineItem = TimelineContact | TimelineChange

export type NeedNow = {
  id: string
  domain: string
  state: 'current' | 'past' | 'none' | 'not_known' | 'not_asked'
  severity: number | null
  trend: string | null
  direction: string | null
  /** The person's own view, written down by the agency. */
  byPerson: boolean
  ratedOn: string
  agency: string
  own: boolean
}

export type InvolvedTeam = {
  id: string
  startsOn: string
  endsOn: string | null
  endReason: string | null
  cameFrom: string
  agency: string
  agencyKind: string
  own: boolean
  teamId: string
  team: string
  phone: string | null
  hours: string | null
  function: string
  version: number
  /** Not for looking at side by side: a domestic abuse service, or a place not to be named. */
  private: boolean
  workers: {
    id: string
    userId: string | null
    name: string
    phone: string | null
    lead: boolean
    from: string
    until: string | null
    /** Named still, and works there no more. */
    left: boolean
  }[]
  lastSeen: string | null
}

export type DateToCome = {
  id: string
  startsAt: string
  minutes: number
  kind: string
  place: string | null
  worker: string | null
  version: number
  agency: string
  own: boolean
}

export type Because = {
  grounds: { ground: string; since: string; until: string | null; opens: 'shared' | 'own' }[]
  agreements: {
    id: string
    name: string
    purpose: string
    forbidden: string[]
    reviewOn: string
    endsAt: string | null
  }[]
}

export type Overview = {
  strip: Strip
  ownWords: { words: string; askFirst: string | null; saidOn: string } | null
  timeline: TimelineContact[]
  contacts: number
  needs: NeedNow[]
  dates: DateToCome[]
  actions: {
    id: string
    words: string
    owner: string | null
    dueOn: string | null
    agency: string
  }[]
  team: InvolvedTeam[]
  because: Because
}
