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

/**
 * What one asker finds, in lists of one order, apart by spaces. `facets` is a JSON list; null where
 * none are kept: made of the facts then, and kept.
 */
type Told = { asker: number; records: string; people: string; agencies: string; facets: string }
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
  const rows = await scope.ask<Told>('select * from identity.candidates($1, $2, $3, $4, $5)', [
    askers.map(({ record }) => record),
    asked.map(({ at }) => at),
    asked.map(({ key }) => key),
    asked.map(({ key }) => capOf(key)),
    inAgency,
  ])
  const known = new Map<string, Known>() // one asker's candidate is often another's too
  const idsOf = rows.map(({ records }) => records.split(' '))
  const bare = rows.flatMap((row, index) => takeIn(known, row, idsOf[index] ?? []))
  for (const one of await storeFacets(scope, [...new Set(bare)])) known.set(one.id, one)
  rows.forEach(({ asker }, index) => {
    const list = (idsOf[index] ?? []).flatMap((id) => known.get(id) ?? [])
    const ref = askers[asker - 1]?.ref
    if (ref !== undefined) found.set(ref, list.sort(byId))
  })
  return found
}

/** Adds what is told to what is known; gives back records whose facets are still to be made. */
function takeIn(known: Map<string, Known>, told: Told, ids: readonly string[]): string[] {
  const people = told.people.split(' ')
  const agencies = told.agencies.split(' ')
  const facets = JSON.parse(told.facets) as (Facets | null)[]
  const bare: string[] = []
  for (const [i, id] of ids.entries()) {
    const one = facets[i] ?? null
    if (one === null) bare.push(id)
    else if (!known.has(id)) {
      known.set(id, { id, personId: people[i] ?? '', agencyId: agencies[i] ?? '', facets: one })
    }
  }
  return bare
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
