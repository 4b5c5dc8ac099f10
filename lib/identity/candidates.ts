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

const byId = (x: Known, y: Known) => (x.id < y.id ? -1 : 1)

/** `facets` is null where none are kept: made of the facts then, and kept. */
type Told = [id: string, personId: string, agencyId: string, facets: Facets | null]
type KnownRow = { id: string; person_id: string; agency_id: string; facets: string | null }

/**
 * Records that share a blocking key with each asker, each key's block within its cap: a hostel's
 * postcode or a common name finds nobody by itself. In the order of their ids.
 *
 * @param inAgency only records of this agency
 */
export async function candidatesFor(
  scope: WorkerScope,
  askers: readonly Asker[],
  inAgency: string | null = null,
): Promise<Map<string, Known[]>> {
  const asked = askers.flatMap(({ keys }, at) => keys.map((key) => ({ at: at + 1, key })))
  const found = new Map<string, Known[]>()
  if (asked.length === 0) return found
  const rows = await scope.ask<{ asker: number; found: string }>(
    'select * from identity.candidates($1, $2, $3, $4, $5)',
    [
      askers.map(({ record }) => record),
      asked.map(({ at }) => at),
      asked.map(({ key }) => key),
      asked.map(({ key }) => capOf(key)),
      inAgency,
    ],
  )
  const told = rows.map((row) => JSON.parse(row.found) as Told[])
  const known = new Map<string, Known>() // one asker's candidate is often another's too
  const bare: string[] = []
  for (const [id, personId, agencyId, facets] of told.flat()) {
    if (facets === null) bare.push(id)
    else if (!known.has(id)) known.set(id, { id, personId, agencyId, facets })
  }
  for (const one of await storeFacets(scope, [...new Set(bare)])) known.set(one.id, one)
  rows.forEach(({ asker }, index) => {
    const list = (told[index] ?? []).flatMap(([id]) => known.get(id) ?? [])
    const ref = askers[asker - 1]?.ref
    if (ref !== undefined) found.set(ref, list.sort(byId))
  })
  return found
}

/** Records by their ids, with what they are compared by, in the order of their ids. */
export async function knownRecords(scope: WorkerScope, ids: readonly string[]): Promise<Known[]> {
  const rows = await scope.ask<KnownRow>('select * from identity.known($1)', [ids])
  const bare = rows.flatMap(({ id, facets }) => (facets === null ? [id] : []))
  const known = rows.flatMap(({ id, person_id: personId, agency_id: agencyId, facets }) =>
    facets === null ? [] : [{ id, personId, agencyId, facets: JSON.parse(facets) as Facets }],
  )
  return [...known, ...(await storeFacets(scope, bare))].sort(byId)
}
