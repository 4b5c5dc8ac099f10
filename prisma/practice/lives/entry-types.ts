import type { Category } from '../agencies/agency-types'

/** `agreed`: as the agreement says. `team`: the giver's team only. `named`: named users only. */
export type Audience = 'agreed' | 'team' | 'named'

/** A calendar day in London, `YYYY-MM-DD`. */
export type Day = string

/** An instant in UTC, `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
export type Instant = string

/**
 * What every entry about a person begins with: which agency's record it hangs on, who wrote it,
 * when, what it is about, and how far the author let it go.
 */
export type Entry = {
  /** uuid shaped like version 7, its time that of `givenAt`; the same for the same seed. */
  id: string
  /** One of the life's own `records`. */
  recordKey: string
  agencyKey: string
  teamKey: string
  /** The author; a member of the team on that day. */
  userKey: string
  categories: Category[]
  givenAt: Instant
  audience: Audience
  /** Only with audience `named`. */
  namedUserKeys: string[]
  /** Tells where the person lives, is, or will be: closes with protected whereabouts. */
  locates: boolean
}

/** One agency's file on the person. Linking and unlinking moves whole records. */
export type AgencyRecord = {
  key: string
  id: string
  agencyKey: string
  localRef: string
  origin: 'typed' | 'import' | 'referral' | 'feed'
  openedOn: Day
  closedOn: Day | null
  /** The day its giver's schedule ends it; null while open. */
  keepUntil: Day | null
}
