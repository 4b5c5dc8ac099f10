import { getCaseload } from '@/lib/caseload/queries'
import { caseloadSchema } from '@/lib/caseload/schema'
import { withScope } from '@/lib/db'
import { getToday } from '@/lib/today/queries'
import type { ManagerCase } from './cases'
import { inTurn, type Given } from './given'
import type { Workload } from './workload'

const size = 50
const ask = caseloadSchema.parse({ show: 'all', sort: 'unseen' })

/** The first page of all that a manager's teams work with. */
const pageOf = (managers: readonly ManagerCase[], floor: Given['floor']) => {
  const at = inTurn(managers)
  return {
    ours: (turn: number) =>
      withScope(at(turn).token, async (scope) => {
        const { counts, rows } = await getCaseload(scope, ask, size)
        return { counts, rows }
      }),
    floor: async (turn: number) => {
      const { token, teamIds } = at(turn)
      const [row] = await floor.run<{ caseload: { rows: unknown[]; counts: unknown } }>(
        token,
        ['look-team', [teamIds]],
        ['caseload', [teamIds, size]],
      )
      return { counts: row?.caseload.counts, rows: row?.caseload.rows.slice(0, size) }
    },
  }
}

/** W4: a manager opens the caseload of a team of about fifty. */
export const caseload = ({ managers, floor }: Given): Workload => ({
  ...{ key: 'W4', job: 'Open a caseload of fifty', target: 1.5, targetB: 3, turns: 12 },
  ...pageOf(managers, floor),
})

/** W5: a manager of ten teams opens their caseload of about five hundred. */
export const wideCaseload = ({ wide, floor }: Given): Workload => ({
  ...{ key: 'W5', job: 'Open a caseload of five hundred', target: null, targetB: 3, turns: 6 },
  ...pageOf(wide, floor),
})

/** W10: Today, with everything on it. Several statements; no floor A is written for it. */
export function today({ cases }: Given): Workload {
  const at = inTurn(cases)
  return {
    ...{ key: 'W10', job: 'Open Today', target: null, targetB: 3, turns: 20 },
    ours: (turn) => withScope(at(turn).token, getToday),
  }
}
