import type { Edge, WeakLink } from './cluster'
import type { Facets } from './facets'
import type { Parameters } from './parameters'

/** One source record as the engine takes it in: a name for it and what is known. No labels. */
export type EngineRecord = { id: string; facets: Facets }

/** A compared pair, by index into the records. */
export type ScoredPair = Edge

/** What a run over a whole set of records gives back. */
export type EngineResult = {
  parameters: Parameters
  /** Every pair that shared a key in a block not left out, scored. */
  pairs: ScoredPair[]
  /** Group of each record after linking at the threshold. */
  groupOf: number[]
  weakLinks: WeakLink[]
  /** Blocks left out for size, and how many records were in them. */
  leftOut: { blocks: number; records: number }
}

/**
 * Links whole sets of records. The in-memory engine serves evaluation and tests; the set-wise engine
 * in Postgres answers the same interface with the same keys, weights and clustering.
 */
export interface MatchEngine {
  linkAll: (records: readonly EngineRecord[], start: Parameters) => EngineResult
}
