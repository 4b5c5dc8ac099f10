import { getTimeline, timelinePage } from '@/lib/contacts/timeline'
import { withScope } from '@/lib/db'
import { listRatings } from '@/lib/needs/queries'
import { openOverview } from '@/lib/people/queries'
import { listInvolved } from '@/lib/team/queries'
import type { Statement } from './floor'
import { inTurn, type Given } from './given'
import type { Workload } from './workload'

/** W1: a practitioner opens one person. */
export function openPerson({ cases, floor }: Given): Workload {
  const at = inTurn(cases)
  return {
    ...{ key: 'W1', job: 'Open the single view', target: 1.5, targetB: 2, turns: 42 },
    ours: (turn) => withScope(at(turn).token, (scope) => openOverview(scope, at(turn).personId)),
    floor: async (turn) => {
      const { token, personId } = at(turn)
      const [row] = await floor.run(token, ['look', [[personId]]], ['overview', [personId]])
      return row
    },
  }
}

/** W7: the first page of what happened to a person: contacts, and what changed among them. */
export function timeline({ cases, floor }: Given): Workload {
  const at = inTurn(cases)
  return {
    ...{ key: 'W7', job: 'Read the timeline', target: null, targetB: 2, turns: 42 },
    ours: (turn) =>
      withScope(at(turn).token, async (scope) => {
        const { entries } = await getTimeline(scope, at(turn).personId, {})
        return entries
      }),
    floor: async (turn) => {
      const { token, personId } = at(turn)
      const [row] = await floor.run<{ entries: unknown[] }>(
        token,
        ['look', [[personId]]],
        ['timeline', [personId, timelinePage + 1]],
      )
      return row?.entries.slice(0, timelinePage)
    },
  }
}

/** W8: who works with a person. */
export function team({ cases, floor }: Given): Workload {
  const at = inTurn(cases)
  return {
    ...{ key: 'W8', job: 'See who is involved', target: null, targetB: 2, turns: 42 },
    ours: (turn) => withScope(at(turn).token, (scope) => listInvolved(scope, at(turn).personId)),
    floor: async (turn) => {
      const { token, personId } = at(turn)
      const look: Statement = ['look', [[personId]]]
      const [row] = await floor.run<{ team: unknown }>(token, look, ['team', [personId]])
      return row?.team
    },
  }
}

/** W9: every rating of a person's needs. */
export function needs({ cases, floor }: Given): Workload {
  const at = inTurn(cases)
  return {
    ...{ key: 'W9', job: 'Read the needs', target: null, targetB: 2, turns: 42 },
    ours: (turn) => withScope(at(turn).token, (scope) => listRatings(scope, at(turn).personId)),
    floor: async (turn) => {
      const { token, personId } = at(turn)
      const look: Statement = ['look', [[personId]]]
      const [row] = await floor.run<{ ratings: unknown }>(token, look, ['needs', [personId]])
      return row?.ratings
    },
  }
}
