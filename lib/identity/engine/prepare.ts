import { keysOf } from '@/lib/people/matching/keys'
import type { WorkerScope } from '@/lib/worker'
import { facetsOfRecord, type Known, type RecordFacts } from '../facets'

const atATime = 1000

type Row = { record_id: string; agency_id: string; facts: RecordFacts }

/**
 * Makes what records are compared by out of their facts as they are now, and keeps it with their
 * keys. In the order of their ids.
 */
export async function storeFacets({ ask }: WorkerScope, ids: readonly string[]): Promise<Known[]> {
  if (ids.length === 0) return []
  const rows = await ask<Row>('select * from identity.facts($1)', [ids])
  rows.sort((a, b) => (a.record_id < b.record_id ? -1 : 1))
  const known = rows.map(({ record_id: id, agency_id: agencyId, facts }): Known => {
    return { id, facets: facetsOfRecord(facts, agencyId) }
  })
  const made = known.map(({ id, facets }) => ({ record: id, facets, keys: keysOf(facets) }))
  await ask('select identity.put_facets($1)', [JSON.stringify(made)])
  return known
}

/**
 * Makes the facets and keys of every record that has none: those taken in since the last run, and
 * those whose facts changed. A piece at a time, each kept as it is made, so it can be stopped at
 * any time; gives how many records were made ready.
 */
export async function* readyPieces(scope: WorkerScope): AsyncGenerator<number, void> {
  for (let after: string | null = null; ;) {
    const waiting: { id: string }[] = await scope.ask<{ id: string }>(
      'select identity.without_facets($1, $2) as id',
      [after, atATime],
    )
    const last = waiting.at(-1)
    if (!last) return
    const ids = waiting.map(({ id }) => id)
    yield (await storeFacets(scope, ids)).length
    after = last.id
  }
}

/** All pieces, or enough of them for so many records. */
export async function makeReady(scope: WorkerScope, most = Infinity): Promise<void> {
  let ready = 0
  for await (const made of readyPieces(scope)) {
    ready += made
    if (ready >= most) return
  }
}
