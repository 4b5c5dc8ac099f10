import type { WorkerScope } from '@/lib/worker'
import { capOf, keysOf } from '@/lib/people/matching/keys'
import type { Facets } from '@/lib/people/matching/facets'
import { storeFacets } from './engine/prepare'
import type { Known } from './facets'

/** Something that may be one of the records there are: a record, or a line of a file. */
export type Asker = { ref: string; record: string | null; keys: readonly string[] }

/** A record, asking for those it shares a key with. */
export const asAsker = ({ id, facets }: Known): Asker => ({
  ...{ ref: id, record: id, keys: keysOf(facets) },
})

/**
 * What one asker finds, in two lists of one order: ids apart by spaces, and a JSON list of what
 * they are compared by; null where none is kept: made of the facts then, and kept.
 */
type Told = { asker: number; records: string; facets: string }

/**
 * Records that share a blocking key with each asker, each key's block within its cap: a hostel's
 * postcode or a common name finds nobody by itself. In no order.
 *
 * @param inAgency only records of this agency
 */
export async function candidatesFor(
  scope: WorkerScope,
  askers: readonly Asker[],
  inAgency: string | null = null,
): Promise<Map<string, Known[]>> {
  const asked = askers.flatMap(({ keys }, at) => keys.map((key) => ({ at: at + 1, key })))
  if (asked.length === 0) return new Map()
  const rows = await scope.ask<Told>('select * from identity.candidates($1, $2, $3, $4, $5)', [
    askers.map(({ record }) => record),
    asked.map(({ at }) => at),
    asked.map(({ key }) => key),
    asked.map(({ key }) => capOf(key)),
    inAgency,
  ])
  const lists = rows.map(({ asker, records, facets }) => ({
    ref: askers[asker - 1]?.ref ?? '',
    ids: records.split(' '),
    kept: JSON.parse(facets) as (Facets | null)[],
  }))
  const bare = lists.flatMap(({ ids, kept }) => ids.filter((_, i) => kept[i] === null))
  const made = new Map((await storeFacets(scope, [...new Set(bare)])).map((one) => [one.id, one]))
  const found = new Map<string, Known[]>()
  for (const { ref, ids, kept } of lists) {
    const list: Known[] = []
    for (const [i, id] of ids.entries()) {
      const facets = kept[i]
      const one = facets ? { id, facets } : made.get(id)
      if (one) list.push(one)
    }
    found.set(ref, list)
  }
  return found
}

/** Records by their ids, with what they are compared by, in the order of their ids. */
export async function knownRecords(scope: WorkerScope, ids: readonly string[]): Promise<Known[]> {
  const rows = await scope.ask<{ id: string; facets: string | null }>(
    'select * from identity.known($1)',
    [ids],
  )
  const bare = rows.flatMap(({ id, facets }) => (facets === null ? [id] : []))
  const known = rows.flatMap(({ id, facets }) =>
    facets === null ? [] : [{ id, facets: JSON.parse(facets) as Facets }],
  )
  return [...known, ...(await storeFacets(scope, bare))].sort((x, y) => (x.id < y.id ? -1 : 1))
}
