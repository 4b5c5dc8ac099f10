import { readFileSync } from 'node:fs'
import { asAsker, candidatesFor, knownRecords } from '@/lib/identity/candidates'
import { Evidence } from '@/lib/identity/evidence'
import type { Known } from '@/lib/identity/facets'
import { pairsOf } from '@/lib/identity/match'
import { capOf, keysOf } from '@/lib/people/matching/keys'
import { withWorker, type WorkerScope } from '@/lib/worker'
import pg from 'pg'
import { scratchId } from '../evaluation/scratch'
import { holdTogether, measureRounds } from './measure-rounds'
import type { Measured } from './results'
import { summary } from './summary'
import type { Workload } from './workload'

const turns = 60
const text = readFileSync(new URL('./floors/candidates.sql', import.meta.url), 'utf8')

/**
 * W6: one record that has come in against all others. Ours finds who shares a key, weighs every
 * pair and keeps those to link or to suggest. The floor is the blocking query alone, written by
 * hand and sent by a superuser, whom no policy holds up: it weighs nothing.
 *
 * @param rounds each with other records
 */
export async function measureOne(
  { adminUrl, workerUrl }: { adminUrl: string; workerUrl: string },
  records: number,
  rounds: number,
): Promise<Measured> {
  const floor = new pg.Client(adminUrl)
  const watcher = new pg.Client(adminUrl)
  await Promise.all([floor.connect(), watcher.connect()])
  try {
    return await withWorker(workerUrl, async (scope) => {
      const evidence = await Evidence.gather(scope)
      const asked = await drawn(scope, records, turns * rounds)
      const workload = oneAgainstAll(scope, evidence, asked, floor)
      await holdTogether(sameCandidates(workload, scope, asked))
      const database = new URL(adminUrl).pathname.slice(1)
      return summary(workload, await measureRounds(workload, rounds, watcher, database))
    })
  } finally {
    await Promise.all([floor.end(), watcher.end()])
  }
}

/** Records spread over the register, as they would come in. */
async function drawn(scope: WorkerScope, records: number, count: number): Promise<Known[]> {
  const step = Math.max(1, Math.floor(records / count))
  const ids = Array.from({ length: count }, (_, i) => scratchId((i * step) % records, 'record'))
  const known = new Map((await knownRecords(scope, ids)).map((one) => [one.id, one]))
  return ids.flatMap((id) => known.get(id) ?? [])
}

function oneAgainstAll(
  scope: WorkerScope,
  evidence: Evidence,
  asked: readonly Known[],
  floor: pg.Client,
): Workload {
  const at = (turn: number) => asked[turn % asked.length] as Known
  return {
    ...{ key: 'W6', job: 'One record against all', target: 1.5, turns },
    ours: (turn) => pairsOf(scope, evidence, [at(turn)]),
    floor: async (turn) => {
      const { id, facets } = at(turn)
      const keys = keysOf(facets)
      const { rows } = await floor.query<{ id: string; facets: string }>({
        ...{ name: 'candidates', text, values: [id, keys, keys.map(capOf)] },
      })
      return rows
    },
  }
}

/**
 * For the check that both sides look at the same records: ours before weighing. Of every record
 * asked, and each is weighed too, so that what is measured is a worker that has been at work for a
 * while, as with the other jobs.
 */
const sameCandidates = (
  workload: Workload,
  scope: WorkerScope,
  asked: readonly Known[],
): Workload => ({
  ...workload,
  turns: asked.length,
  ours: async (turn) => {
    await workload.ours(turn)
    const one = asked[turn % asked.length] as Known
    const found = await candidatesFor(scope, [asAsker(one)])
    return found.get(one.id) ?? []
  },
  compareBoth: (ours, theirs) => [ids(ours), ids(theirs)],
})

const ids = (rows: unknown) => (rows as { id: string }[]).map(({ id }) => id).sort()
