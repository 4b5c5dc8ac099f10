import type { Facets } from '@/lib/people/matching/facets'
import { countFrequencies } from '@/lib/people/matching/frequencies'
import { shippedParameters } from '@/lib/people/matching/parameters'
import { decide, scorePair } from '@/lib/people/matching/score'
import { explain } from '@/lib/people/matching/words'
import type { Tables } from './bulk'
import type { Placed } from './entry-context'
import { childId } from './ids'

/** A record with what it knows, as the matcher weighs it. */
export type Known = { placed: Placed; facets: Facets }

/**
 * The record steward's queue: for every record that lies apart from its person, the pair the
 * matcher would find, weighed by the same rules and the same numbers as everywhere.
 */
export class Queue {
  readonly #facets: Facets[] = []
  readonly #apart: { loose: Known; others: Known[] }[] = []

  /** Takes the records of one person: all count, and one that lies apart is remembered. */
  note(personId: string, records: readonly Known[]): void {
    for (const one of records) this.#facets.push(one.facets)
    for (const loose of records.filter(({ placed }) => placed.personId !== personId)) {
      this.#apart.push({ loose, others: records.filter((one) => one !== loose) })
    }
  }

  /** Adds a candidate for each, where the matcher would suggest one at all. */
  write(tables: Tables, seed: number, at: string): void {
    const parameters = shippedParameters(this.#facets.length)
    const frequencies = countFrequencies(this.#facets)
    for (const { loose, others } of this.#apart) {
      const scored = others.map((other) => ({
        other,
        score: scorePair(loose.facets, other.facets, parameters, frequencies),
      }))
      const [best] = scored.sort((a, b) => b.score.bits - a.score.bits)
      if (!best || decide(best.score, parameters) === 'apart') continue
      const { levels, bits } = best.score
      const [first = '', second = ''] = [loose.placed.id, best.other.placed.id].sort()
      tables.add('link_candidate', {
        id: childId(seed, 'candidate', loose.placed.id, at),
        record_a: first,
        record_b: second,
        for_role: 'steward',
        bits,
        levels,
        why: explain(levels),
        found_at: at,
      })
    }
  }
}
