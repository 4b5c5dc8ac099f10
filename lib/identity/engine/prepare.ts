import { keysOf } from '@/lib/people/matching/keys'
import type { WorkerScope } from '@/lib/worker'
import { facetsOfRecord, type RecordFacts } from '../facets'

const atATime = 1000

type Row = { record_id: string; agency_id: string; facts: RecordFacts }

/**
 * Makes the facets and keys of every record that has none: those taken in since the last run, and
 * those whose facts changed. Each piece is kept as it is made, so it can be stopped at any time.
 *
 * @returns how many records were made ready
 */
export async function makeReady({ ask }: WorkerScope): Promise<number> {
  let ready = 0
  for (let after: string | null = null; ;) {
    const waiting: { id: string }[] = await ask<{ id: string }>(
      'select identity.without_facets($1, $2) as id',
      [after, atATime],
    )
    const last = waiting.at(-1)
    if (!last) return ready
    const rows = await ask<Row>('select record_id, agency_id, facts from identity.facts($1)', [
      waiting.map(({ id }) => id),
    ])
    rows.sort((a, b) => (a.record_id < b.record_id ? -1 : 1))
    const made = rows.map(({ record_id: record, agency_id: agency, facts }) => {
      const facets = facetsOfRecord(facts, agency)
      return { record, facets, keys: keysOf(facets) }
    })
    await ask('select identity.put_facets($1)', [JSON.stringify(made)])
    ready += rows.length
    after = last.id
  }
}
