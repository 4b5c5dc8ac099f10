import 'server-only'
import { lookAt } from '@/lib/access/look'
import { calledWords, type Called } from '@/lib/caseload/words'
import type { Scope } from '@/lib/db'

/** What people are called, by id, as far as the viewer may open them; others are left out. */
export async function namesOf(
  scope: Scope,
  people: readonly (string | null)[],
): Promise<Map<string, string>> {
  const ids = [...new Set(people.filter((one) => one !== null))]
  if (ids.length === 0) return new Map()
  await lookAt(scope, ids)
  const rows = await scope.db.$queryRaw<(Called & { id: string })[]>`
    select p.id, c.given, c.family, c.described
    from unnest(${ids}::uuid[]) p(id) cross join page.called(p.id) c
    where exists (select 1 from person x where x.id = p.id)`
  return new Map(rows.map((row) => [row.id, calledWords(row)]))
}
