import type { WorkerScope } from '@/lib/worker'
import type { Facets } from '@/lib/people/matching/facets'
import { countFrequencies, type Frequencies } from '@/lib/people/matching/frequencies'
import type { Parameters } from '@/lib/people/matching/parameters'
import { scorePair, type PairScore } from '@/lib/people/matching/score'
import { parametersFor, versionUsed } from './engine/versions'
import { facetsOfRecord, type RecordFacts } from './facets'

/** One record with what it is compared by. */
export type Known = { id: string; personId: string; agencyId: string; facets: Facets }

type FactsRow = { record_id: string; person_id: string; agency_id: string; facts: RecordFacts }

/** Records read for counting how common names are. Shares settle long before this many. */
const sampleSize = 20_000

/**
 * What scores are made with: parameters for the number of records there are, how common each value
 * is, and the facts of records, read once for as long as this stands.
 */
export class Evidence {
  private readonly known = new Map<string, Known>()

  private constructor(
    private readonly scope: WorkerScope,
    readonly records: number,
    /** Name of the values that scores are made with. */
    readonly version: string,
    readonly parameters: Parameters,
    private readonly frequencies: Frequencies,
  ) {}

  /** Counts records and values as they are now. */
  static async gather(scope: WorkerScope): Promise<Evidence> {
    const [all] = await scope.ask<{ n: string }>('select identity.records_in_all() as n')
    const records = Math.max(2, Number(all?.n ?? 0))
    const rows = await scope.ask<{ facts: RecordFacts }>('select facts from identity.sample($1)', [
      sampleSize,
    ])
    const frequencies = countFrequencies(rows.map(({ facts }) => facetsOfRecord(facts, '')))
    const { name, parameters } = await versionUsed(scope)
    return new Evidence(scope, records, name, parametersFor(parameters, records), frequencies)
  }

  /** The facts of these records, from memory where they were read before. */
  async read(ids: readonly string[]): Promise<Known[]> {
    const missing = [...new Set(ids)].filter((id) => !this.known.has(id))
    if (missing.length > 0) {
      const rows = await this.scope.ask<FactsRow>('select * from identity.facts($1)', [missing])
      for (const { record_id: id, person_id: personId, agency_id: agencyId, facts } of rows) {
        this.known.set(id, { id, personId, agencyId, facets: facetsOfRecord(facts, agencyId) })
      }
    }
    return ids.flatMap((id) => this.known.get(id) ?? [])
  }

  /** Forgets a record whose facts have changed. */
  forget(ids: readonly string[]) {
    for (const id of ids) this.known.delete(id)
  }

  score = (a: Facets, b: Facets): PairScore => scorePair(a, b, this.parameters, this.frequencies)
}
