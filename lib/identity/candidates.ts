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

/** `facets` is null where none are kept: made of the facts then, and kept. */
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
  const rows = await scope.ask<KnownRow & { asker: number }>(
    'select * from identity.candidates($1, $2, $3, $4, $5)',
    [
      askers.map(({ record }) => record),
      asked.map(({ at }) => at),
      asked.map(({ key }) => key),
      asked.map(({ key }) => capOf(key)),
      inAgency,
    ],
  )
  const known = await knownOf(scope, rows)
  rows.forEach(({ asker }, index) => {
    const one = known[index]
    const ref = askers[asker - 1]?.ref
    if (!one || ref === undefined) return
    const list = found.get(ref)
    if (list) list.push(one)
    else found.set(ref, [one])
  })
  for (const list of found.values()) list.sort((x, y) => (x.id < y.id ? -1 : 1))
  return found
}

/** Records by their ids, with what they are compared by. */
export async function knownRecords(scope: WorkerScope, ids: readonly string[]): Promise<Known[]> {
  const rows = await scope.ask<KnownRow>('select * from identity.known($1)', [ids])
  const known = await knownOf(scope, rows)
  return known.flatMap((one) => one ?? []).sort((x, y) => (x.id < y.id ? -1 : 1))
}

/** The records of rows, one for each; undefined where a record has gone meanwhile. */
async function knownOf(scope: WorkerScope, rows: readonly KnownRow[]) {
  const bare = [...new Set(rows.flatMap(({ id, facets }) => (facets === null ? [id] : [])))]
  const made = new Map((await storeFacets(scope, bare)).map((one) => [one.id, one]))
  const parsed = new Map<string, Facets>()
  return rows.map(({ id, person_id: personId, agency_id: agencyId, facets: text }) => {
    if (text === null) return made.get(id)
    const facets = parsed.get(id) ?? (JSON.parse(text) as Facets)
    parsed.set(id, facets)
    return { id, personId, agencyId, facets }
  })
}
