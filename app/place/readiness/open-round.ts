import { notFound } from 'next/navigation'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import type { Scope, Viewer } from '@/lib/db'
import { listRounds, type Round } from '@/lib/readiness/queries'

/** Opens a page of readiness: who may look, every round, and what else the page asks. */
export async function openReadiness<T>(
  path: string,
  work: (scope: Scope, rounds: Round[]) => Promise<T>,
): Promise<{ viewer: Viewer; rounds: Round[]; found: T }> {
  const opened = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'place:view')) return null
    const rounds = await listRounds(scope)
    return { viewer: scope.viewer, rounds, found: await work(scope, rounds) }
  }, path)
  if (!opened) notFound()
  return opened
}

/** The same for those who lead rounds, of one round by its id. */
export async function openLedRound<T>(
  roundId: string,
  path: string,
  work: (scope: Scope, round: Round) => Promise<T>,
): Promise<{ viewer: Viewer; round: Round; found: T }> {
  const { viewer, found } = await openReadiness(path, async (scope, rounds) => {
    const round = rounds.find(({ id }) => id === roundId)
    if (!round || !can(scope.viewer, 'readiness:lead')) return null
    return { round, found: await work(scope, round) }
  })
  if (!found) notFound()
  return { viewer, ...found }
}
