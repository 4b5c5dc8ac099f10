import type { Scope } from '@/lib/db'
import { getEvidence } from '@/lib/readiness/evidence'
import {
  listComments,
  listItems,
  listSummary,
  listTakingPart,
  type Comment,
  type Round,
} from '@/lib/readiness/queries'
import { viewRound, type StatementView } from '@/lib/readiness/rules/round-view'
import type { Sector } from '@/lib/readiness/statements'

/** Earlier rounds that a round is drawn beside. */
const EARLIER = 2

/** A round that has closed, as it may be shown. */
export type Closed = {
  round: Round
  views: StatementView[]
  answered: ReadonlyMap<Sector, number>
  comments: Comment[]
  evidence: ReadonlyMap<string, string>
}

/** Reads what may be shown of a round that has closed, beside those before it. */
export async function readClosed(
  scope: Scope,
  round: Round,
  all: readonly Round[],
): Promise<Closed> {
  const rowsOf = async ({ id, name }: Round) => ({
    ...{ name, items: await listItems(scope, id), lines: await listSummary(scope, id) },
  })
  const before = all.filter(({ no, closed_at }) => closed_at !== null && no < round.no)
  const earlier = []
  for (const one of before.slice(0, EARLIER)) earlier.unshift(await rowsOf(one))
  const parts = await listTakingPart(scope, round.id)
  return {
    round,
    views: viewRound(await rowsOf(round), earlier),
    answered: new Map(
      parts.flatMap(({ sector, answered }) => (answered === null ? [] : [[sector, answered]])),
    ),
    comments: await listComments(scope, round.id),
    evidence: await getEvidence(scope, round),
  }
}
