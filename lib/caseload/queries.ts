import 'server-only'
import type { Scope } from '@/lib/db'
import type { PartialDate } from '@/lib/partial-date'
import { shownBirth, type BirthSaid } from '@/lib/people/births'
import type { CaseloadAsk } from './schema'

/** People on a page. */
export const pageSize = 25

export type CaseloadRow = {
  personId: string
  since: string
  involvementId: string
  workerId: string | null
  worker: string | null
  seenOn: string | null
  seenBy: string | null
  missed: number
  nextAt: string | null
  nextWith: string | null
  reviewOn: string | null
  reviewOf: 'plan' | 'warning' | 'whereabouts' | null
  name: { given: string; family: string } | null
  /** Of somebody who has given no name: how they were described. */
  described: string | null
  born: PartialDate | null
  living: string | null
  involved: string[]
}

export type Caseload = {
  counts: {
    people: number
    unallocated: number
    oldestWaiting: string | null
    unseen: number
    overdue: number
  }
  /** How many this list has in all its pages, and how many of them stand before this page. */
  shown: number
  before: number
  rows: CaseloadRow[]
  /** Where the next page begins; null on the last. */
  next: string | null
}

/**
 * A page of a caseload. `ask.team` one of the viewer's teams, all of them when left out;
 * `ask.worker` one colleague. Keyset paging; the last row's person id stands for the place, so that
 * no name gets into an address.
 */
export async function getCaseload(
  { db, viewer }: Scope,
  ask: CaseloadAsk,
  size = pageSize,
): Promise<Caseload> {
  const teams = ask.team ? [ask.team] : viewer.teamIds
  const [row] = await db.$queryRaw<{ caseload: Read }[]>`
    select page.caseload(${teams}::uuid[], ${ask.worker ?? null}::uuid, ${ask.show}, ${ask.sort},
      ${ask.after ?? null}::uuid, ${size}) as caseload`
  const found = row?.caseload ?? nobody
  const { rows } = found
  const shown = rows
    .slice(0, size)
    .map(({ births, ...rest }) => ({ ...rest, born: shownBirth(births) }))
  return {
    ...found,
    rows: shown,
    next: rows.length > size ? (shown.at(-1)?.personId ?? null) : null,
  }
}

type Read = Pick<Caseload, 'counts' | 'shown' | 'before'> & {
  rows: (Omit<CaseloadRow, 'born'> & { births: BirthSaid[] })[]
}

const nobody = {
  counts: { people: 0, unallocated: 0, oldestWaiting: null, unseen: 0, overdue: 0 },
  ...{ shown: 0, before: 0, rows: [] },
}

/** Colleagues of the viewer's teams, once each. */
export async function listColleagues({ db }: Scope) {
  const rows = await db.$queryRaw<
    { user_id: string; name: string; team_id: string; team: string }[]
  >`
    select * from page.colleagues()`
  const byId = new Map(rows.map((row) => [row.user_id, { userId: row.user_id, name: row.name }]))
  return [...byId.values()]
}
