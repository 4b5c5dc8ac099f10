import { linkAll, type RunCounts } from '@/lib/identity/engine/link-all'
import { withWorker } from '@/lib/worker'
import { connected } from '../connection.mjs'
import { inventCrowd } from '../evaluation/crowd'
import { groupQuality, round, type Quality } from '../evaluation/measures'
import { measureOne } from './match-one'
import { watchMemory } from './memory'
import type { Machine, Measured } from './results'
import { measureQueue, type Queue } from './steward-queue'

/** Linking a whole crowd: seconds of each step, what was found, and how right it is. */
export type Linking = {
  on: string
  machine: Machine
  records: number
  seconds: number
  steps: Record<string, number>
  peakMb: number
  counts: RunCounts
  groups: Quality
  /** One record against all, before linking; and a steward's queue after. */
  one: Measured
  queue: Queue
}

/** Of one against all. */
const rounds = 20

/**
 * Links all records of a filled database as the worker does, and looks at how right the groups
 * are.
 */
export async function linkCrowd(
  urls: { adminUrl: string; workerUrl: string },
  records: number,
  threads: number,
): Promise<Omit<Linking, 'on' | 'machine'>> {
  const one = await measureOne(urls, records, rounds)
  console.log(`  W6: ${(one.ratio?.median ?? NaN).toFixed(2)} times the floor`)
  const steps: Record<string, number> = {}
  let began = performance.now()
  let step = 'Beginning'
  const tell = (next: string) => {
    steps[step] = round((performance.now() - began) / 1000)
    console.log(`  ${step}: ${steps[step]} s`)
    began = performance.now()
    step = next
  }
  const peak = watchMemory()
  const start = performance.now()
  const counts = await withWorker(urls.workerUrl, (scope) =>
    withWorker(urls.workerUrl, (second) => linkAll(scope, { threads, tell, beside: [second] })),
  )
  const seconds = round((performance.now() - start) / 1000)
  const peakMb = peak()
  tell('')
  const groups = await rightness(urls, records)
  const queue = await measureQueue(urls.adminUrl)
  return { records, seconds, steps, peakMb, counts, groups, one, queue }
}

async function rightness({ adminUrl }: { adminUrl: string }, records: number): Promise<Quality> {
  const persons = [...inventCrowd(records)].map(({ person }) => String(person))
  const rows = await connected(adminUrl, async (client) => {
    const found = await client.query<{ person: number }>(
      'select dense_rank() over (order by person_id)::int as person from record order by id',
    )
    return found.rows
  })
  return groupQuality(
    rows.map(({ person }) => person),
    persons,
  )
}
