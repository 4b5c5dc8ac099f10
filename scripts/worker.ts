import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readSentAreas } from '@/lib/areas/job'
import { sealing } from '@/lib/audit/seal'
import { readyPieces } from '@/lib/identity/engine/prepare'
import { EvidenceKeeper, matchWaiting } from '@/lib/identity/match'
import { workAll } from '@/lib/transfer/job'
import { alone, withWorker, type WorkerScope } from '@/lib/worker'

/**
 * The process behind the pages: takes files in, matches records and seals the log, as the worker's
 * own login (DATABASE_URL_WORKER). Looks for work every second; a file or a match that a killed
 * process left is gone on with. Ends on SIGTERM and SIGINT after the statement it is in.
 */
const restMs = 1000
const afterTroubleMs = 5000
const recordsAtATime = 500

let stopping = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    stopping = true
  })
}

/** A scope that answers nothing more once the process is asked to end. */
class Stopping extends Error {}
const until = ({ ask }: WorkerScope): WorkerScope => ({
  ask: (text, values) => (stopping ? Promise.reject(new Stopping()) : ask(text, values)),
})

// The copy outside the database, in DATA_DIR.
const seal = sealing((line) => {
  const folder = process.env.DATA_DIR
  if (folder) appendFileSync(join(folder, 'seals.log'), line, { mode: 0o600 })
})

const keeper = new EvidenceKeeper()

async function work(scope: WorkerScope): Promise<void> {
  // What records are found by, where an upgrade or a restored backup has left it out: between all
  // else, since files and the seal wait for nobody.
  const pieces = readyPieces(scope)
  let ready = false
  while (!stopping) {
    // The seal waits for no file: between two pieces of one it is looked at.
    const files = await workAll(scope, () => seal(scope))
    const areas = await readSentAreas(scope)
    let matched = 0
    await alone(scope, 'match', async () => {
      if (!ready) ready = (await pieces.next()).done ?? false
      matched = (await matchWaiting(scope, recordsAtATime, keeper)).looked
    })
    await seal(scope)
    if (files + areas + matched === 0 && ready) await sleep(restMs)
  }
}

async function main(): Promise<void> {
  const url = process.env.DATABASE_URL_WORKER
  if (!url) throw new Error('Set DATABASE_URL_WORKER to the address of the worker’s login.')
  while (!stopping) {
    try {
      await withWorker(url, (scope) => work(until(scope)))
    } catch (error) {
      if (stopping || error instanceof Stopping) return
      // The code and nothing else: a message may hold words about a person.
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code'
      console.error(`The worker met a fault (${code}) and begins again in five seconds.`)
      await sleep(afterTroubleMs)
    }
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
