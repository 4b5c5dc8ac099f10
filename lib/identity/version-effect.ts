/** How many there would be now, how many then, and how many come and go between. */
export type Change = { now: number; then: number; come: number; go: number }

/** What a proposed version of the matcher's values would do, beside the one in use. */
export type VersionEffect = {
  records: number
  /** Records that a run over all of them would link next. */
  links: Change
  /** Pairs that somebody would be asked about. */
  suggestions: Change
  /**
   * Links of the machine that nobody has confirmed, and those it would not make by these
   * values.
   */
  standing: { links: number; wouldNotBeMade: number }
}
