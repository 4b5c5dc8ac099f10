import { candidatesFor } from '@/lib/identity/candidates'
import { Evidence } from '@/lib/identity/evidence'
import type { Known } from '@/lib/identity/facets'
import type { Facets } from '@/lib/people/matching/facets'
import { decide, type PairScore } from '@/lib/people/matching/score'
import { explain } from '@/lib/people/matching/words'
import type { WorkerScope } from '@/lib/worker'
import type { CheckedPerson } from './checked'
import { KeysHeld } from './keys-held'

/**
 * What a record steward may know of their agency's people: who they are. An address or a number to
 * ring would let a file of guesses find where somebody is.
 */
const whoTheyAre = (facets: Facets): Facets => ({
  ...facets,
  ...{ postcodes: [], phones: [], emails: [], details: {} },
})

/** Records of the agency that a row may well be, the likeliest first. */
type Likely = { one: CheckedPerson; others: { id: string; score: PairScore }[] }

/** The agency's own people, to compare the rows of a file with. */
export class OwnPeople {
  private evidence: Evidence | null = null

  private constructor(
    private readonly scope: WorkerScope,
    private readonly agencyId: string,
    private readonly held: KeysHeld | null,
  ) {}

  /** @param rows how many the file has */
  static async of(scope: WorkerScope, agencyId: string, rows: number): Promise<OwnPeople> {
    return new OwnPeople(scope, agencyId, await KeysHeld.gather(scope, agencyId, rows))
  }

  /** Marks the rows that are nearly surely one of the agency's own people, and says why. */
  async mark(rows: readonly CheckedPerson[]): Promise<void> {
    const askers = rows.flatMap(({ line, parsed }) => {
      const keys = this.held ? parsed.keys.filter(this.held.has) : parsed.keys
      return keys.length === 0 ? [] : [{ ref: String(line), record: null, keys }]
    })
    if (askers.length === 0) return
    const candidates = await candidatesFor(this.scope, askers, this.agencyId)
    if (candidates.size === 0) return
    this.evidence ??= await Evidence.gather(this.scope)
    const likely: Likely[] = []
    for (const one of rows) {
      const others = this.likeliest(one.facets, candidates.get(String(one.line)) ?? [])
      if (others.length > 0) likely.push({ one, others })
    }
    await this.say(likely)
  }

  private likeliest(facets: Facets, candidates: readonly Known[]): Likely['others'] {
    const { evidence } = this
    if (!evidence || candidates.length === 0) return []
    const asked = whoTheyAre(facets)
    const weigh = evidence.likelyFor(asked)
    return candidates
      .map(({ id, facets: theirs }) => ({ id, theirs: whoTheyAre(theirs) }))
      .filter(({ theirs }) => weigh(theirs))
      .map(({ id, theirs }) => ({ id, score: evidence.score(asked, theirs) }))
      .filter(({ score }) => decide(score, evidence.parameters) === 'link')
      .sort((x, y) => y.score.bits - x.score.bits || (x.id < y.id ? -1 : 1))
  }

  /** Of those whose access is limited nothing is said. */
  private async say(likely: readonly Likely[]): Promise<void> {
    const ids = [...new Set(likely.flatMap(({ others }) => others.map(({ id }) => id)))]
    if (ids.length === 0) return
    const told = await this.scope.ask<{ id: string }>('select identity.tellable($1) as id', [ids])
    const tellable = new Set(told.map(({ id }) => id))
    for (const { one, others } of likely) {
      const best = others.find(({ id }) => tellable.has(id))
      if (!best) continue
      one.outcome = 'same'
      one.parsed.why = explain(best.score.levels)
    }
  }
}
