// The shapes that prisma/security/86-queue.sql and 87b-wrong-links.sql return.

/** One record of a pair, as its reviewer may see it. */
export type Side = {
  /** A name, or "another service" where the reviewer may not know whose record it is. */
  agency: string
  own: boolean
  ref: string | null
  nameHidden: boolean
  /** Somebody typed it: no machine links on it. Of another agency's record, that it began so. */
  typed: boolean
  names: { given: string; middle: string; family: string; kind: string }[]
  births: { year: number | null; month: number | null; day: number | null; estimated: boolean }[]
  numbers: { type: string; value: string }[]
}

/** One line of a score: what was compared, what was found, and its weight in bits. */
export type Level = { field: string; bits: number; words: string }

/** How a pair stands: `first` is who said "the same" where two must, and one has. */
export type Stands = {
  later: boolean
  /** Their numbers contradict each other: two people must say that they are one. */
  risky: boolean
  /** The reader sent the file that one of them came by, or typed it: a second must say so too. */
  mine: boolean
  first: 'me' | 'other' | null
  firstReason: string | null
}

export type PairRow = { id: string; bits: number | null; levels: Level[]; one: Side; other: Side }

/** Two records that may be one person, with the other records of either person beside them. */
export type Pair = PairRow & {
  stands: Stands
  beside: (Side & { beside: 'one' | 'other' })[]
  /** Pairs that were found across the two people. */
  across: number
  next: string | null
  previous: string | null
}

/**
 * A link that holds. `unconfirmed`: made by the machine, and nobody has looked at it. `mine`: the
 * reader sent the file that it came by, so that their word waits for somebody else's.
 */
export type LinkOfTwo = PairRow & {
  unconfirmed: boolean
  mine: boolean
  at: string
  next: string | null
}

/** What became of the reader's own last decision: null when it can no longer be taken back. */
export type TakeBack = 'same' | 'not_same' | 'later' | 'first' | null

/** An incident in references, and in counts of what the reader may know. Instants are ISO texts. */
export type IncidentLine = {
  id: string
  reference: string
  person: string
  other: string
  openedAt: string
  since: string
  identityOnly: boolean
  /** Pages opened while the link stood, by how many users; and times something was given out. */
  opened: number
  readers: number
  given: number
}

/** One incident; `lines` is null for a steward, who has counts and no more. */
export type Incident = IncidentLine & {
  why: string
  lines: ExposureLine[] | null
}

export type ExposureLine = {
  key: string
  at: string
  /** `read`, or how it was given: `print`, `copy`, `export`. */
  what: string
  page: string
  to: string | null
  reader: string
  agency: string
}
