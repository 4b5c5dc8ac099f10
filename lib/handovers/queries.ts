import 'server-only'
import { can } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import { namesOf } from '@/lib/people/names'

type Row = {
  id: string
  person_id: string
  involvement_id: string
  handover_id: string
  from_name: string | null
  to_name: string
  lead: boolean
  moves_on: Date
  asked_by: string
  asked_at: Date
  given_at: Date | null
  taken_at: Date | null
  ended_how: 'moved' | 'declined' | 'withdrawn' | 'work_ended' | null
  mine: boolean
  may_withdraw: boolean
}

export type Handing = Omit<Row, 'person_id'> & { personId: string; whose: string | null }

/** What waits: the viewer's own, and to a manager all of their teams; the longest first. */
export async function listHandovers(scope: Scope): Promise<Handing[]> {
  if (!can(scope.viewer, 'handover:answer')) return []
  const rows = await scope.db.$queryRaw<Row[]>`select * from work.handings()`
  return named(scope, rows)
}

/** One of them, over or not, with its note; null where there is none for this viewer. */
export async function getHandover(scope: Scope, id: string) {
  if (!can(scope.viewer, 'handover:answer')) return null
  const rows = await scope.db.$queryRaw<Row[]>`select * from work.handings(${id}::uuid)`
  const [handing] = await named(scope, rows)
  if (!handing) return null
  const note = await scope.db.handover.findFirst({
    where: { id: handing.handover_id },
    select: { words: true },
  })
  return { ...handing, words: note?.words ?? null }
}

async function named(scope: Scope, rows: Row[]): Promise<Handing[]> {
  const names = await namesOf(
    scope,
    rows.map((row) => row.person_id),
  )
  return rows.map(({ person_id: personId, ...row }) => ({
    ...row,
    personId,
    whose: names.get(personId) ?? null,
  }))
}
