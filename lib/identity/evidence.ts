import type { WorkerScope } from '@/lib/worker'
import type { Facets } from '@/lib/people/matching/facets'
import { countFrequencies, type Frequencies } from '@/lib/people/matching/frequencies'
import type { Parameters } from '@/lib/people/matching/parameters'
import {
  scorePair,
  weigherFrom,
  weighPair,
  type PairScore,
  type PairWeight,
} from '@/lib/people/matching/score'
import { makeReady } from './engine/prepare'
import { parametersFor, versionUsed } from './engine/versions'

/** Records read for counting how common names are. Shares settle long before this many. */
const sampleSize = 20_000

/**
 * What scores are made with: parameters for the number of records there are, and how common each
 * value is. Statistics, so they may be some minutes old.
 */
export class Evidence {
  readonly gatheredAt = performance.now()

  private constructor(
    /** Name of the values that scores are made with. */
    readonly version: string,
    readonly parameters: Parameters,
    private readonly frequencies: Frequencies,
  ) {}

  /** Counts records and values as they are now. */
  static async gather(scope: WorkerScope): Promise<Evidence> {
    await makeReady(scope, sampleSize) // no more than is counted: the worker makes the rest
    const [all] = await scope.ask<{ n: string }>('select identity.records_in_all() as n')
    const rows = await scope.ask<{ facets: string }>('select facets from identity.sample($1)', [
      sampleSize,
    ])
    const frequencies = countFrequencies(rows.map(({ facets }) => JSON.parse(facets) as Facets))
    const { name, parameters } = await versionUsed(scope)
    return new Evidence(name, parametersFor(parameters, Number(all?.n ?? 0)), frequencies)
  }

  /** What a pair weighs; `score` also says why. */
  weigh = (a: Facets, b: Facets): PairWeight => weighPair(a, b, this.parameters, this.frequencies)

  /** The same of one record and many others in turn; null under the mark for suggestions. */
  likelyFor = (a: Facets): ((b: Facets) => PairWeight | null) =>
    weigherFrom(this.parameters.thresholds.suggest, a, this.parameters, this.frequencies)

  score = (a: Facets, b: Facets): PairScore => scorePair(a, b, this.parameters, this.frequencies)
}
