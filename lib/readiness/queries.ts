import 'server-only'
import type { Scope } from '@/lib/db'
import type { Part, Sector } from './statements'

/** A round, open or closed, with how many were asked and have answered. */
export type Round = {
  id: string
  no: number
  name: string
  opened_at: Date
  closes_on: Date
  closed_at: Date | null
  asked: number
  answered: number
  /** Comments that nobody has read yet. */
  waiting: number
  invented: boolean
}

/** Every round, the newest first. */
export const listRounds = ({ db }: Scope) => db.$queryRaw<Round[]>`select * from asking.rounds()`

/** A statement of a round. `key` is the same over rounds; null for one of the place's own. */
export type Item = { id: string; no: number; key: string | null; part: Part; words: string }

/** What a round asks, in its order. */
export const listItems = ({ db }: Scope, round: string) =>
  db.$queryRaw<Item[]>`select * from asking.items(${round}::uuid)`

/** Who was asked by sector and role (`answered` null), and how many of a sector answered. */
export type TakingPart = {
  sector: Sector
  role: string | null
  asked: number | null
  unused: number | null
  answered: number | null
}

/** Who takes part in a round: numbers by sector, and nothing of what they said. */
export const listTakingPart = ({ db }: Scope, round: string) =>
  db.$queryRaw<TakingPart[]>`select * from asking.taking_part(${round}::uuid)`

/**
 * A line of the protected summary: one sector's, or (`sector` null) that of all sectors shown.
 * Middle answers from 1 to 10; averages to half a point; `unsure` in 100.
 */
export type SummaryLine = {
  item_id: string
  sector: Sector | null
  middle: number
  average: number
  unsure: number | null
}

/** What may be shown of a round that has closed: nothing before, or below five in each group. */
export const listSummary = ({ db }: Scope, round: string) =>
  db.$queryRaw<SummaryLine[]>`select * from asking.summary(${round}::uuid)`

/** A comment that was let through. */
export type Comment = { item_id: string; sector: Sector | null; words: string }

/** Comments that were let through, in no order that says when they came. */
export const listComments = ({ db }: Scope, round: string) =>
  db.$queryRaw<Comment[]>`select * from asking.comments(${round}::uuid)`

/** A comment that waits to be read. */
export type WaitingComment = { id: string; item_id: string; words: string }

/** Comments that wait to be read before anybody sees them. Whoever leads the round only. */
export const listWaitingComments = ({ db }: Scope, round: string) =>
  db.$queryRaw<WaitingComment[]>`select * from asking.waiting_comments(${round}::uuid)`

/** Something the place said it would do. */
export type Action = {
  id: string
  item_key: string | null
  words: string
  owner: string
  organisation: string
  due_on: Date
  known_by: string | null
  done_on: Date | null
  version: number
}

/** What the place said it would do: what is open first, by when. */
export const listActions = ({ db }: Scope) => db.$queryRaw<Action[]>`select * from asking.actions()`
