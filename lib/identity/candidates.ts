import type { WorkerScope } from '@/lib/worker'
import { capOf } from '@/lib/people/matching/keys'

/** Something that may be one of the records there are: a record's id or a line of a file. */
export type Asker = { ref: string; keys: readonly string[] }

/**
 * Records that share a blocking key with each asker, each key's block within its cap: a hostel's
 * postcode or a common name finds nobody by itself.
 *
 * @param inAgency only records of this agency
 */
export async function candidatesFor(
  { ask }: WorkerScope,
  askers: readonly Asker[],
  inAgency: string | null = null,
): Promise<Map<string, string[]>> {
  const asked = askers.flatMap(({ ref, keys }) =>
    keys.map((key) => ({ r: ref, k: key, c: capOf(key) })),
  )
  const found = new Map<string, string[]>()
  if (asked.length === 0) return found
  const rows = await ask<{ one: string; other: string }>(
    'select one, other from identity.candidates($1, $2)',
    [JSON.stringify(asked), inAgency],
  )
  for (const { one, other } of rows) {
    const list = found.get(one)
    if (list) list.push(other)
    else found.set(one, [other])
  }
  return found
}
