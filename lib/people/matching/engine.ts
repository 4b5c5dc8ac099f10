import type { Edge, WeakLink } from './cluster'
import type { Facets } from './facets'
import type { Parameters } from './parameters'

/** One source record as the engine takes it in: a name for it and what is known. No labels. */
export type EngineRecord = { id: string; facets: Facets }

/** A compared pair, by index into the records. */
export type ScoredPair = Edge

/** What a run over a whole set of records gives back. */
export type EngineResult = {
  /** Every pair that shared a key in a block not left out, scored. */
  pairs: ScoredPair[]
  /** Group of each record after linking at the threshold. */
  groupOf: number[]
  weakLinks: WeakLink[]
  /** Blocks left out for size, and how many records were in them. */
  leftOut: { blocks: number; records: number }
}

/**
 * Links whole sets of records. The engine in memory serves evaluation and tests; a set-wise engine
 * in the database answers the same interface with the same keys, weights and grouping.
 */
export interface MatchEngine {
  /** New parameters estimated from the records themselves, without labels. */
  estimateFrom: (records: readonly EngineRecord[], start: Parameters) => Parameters
  /** Blocks, scores and groups all records with the parameters as they are. */
  linkAll: (records: readonly EngineRecord[], parameters: Parameters) => EngineResult
}
