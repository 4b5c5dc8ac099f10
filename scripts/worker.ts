import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readSentAreas } from '@/lib/areas/job'
import { sealing } from '@/lib/audit/seal'
import { readyPieces } from '@/lib/identity/engine/prepare'
import { EvidenceKeeper, matchWaiting } from '@/lib/identity/match'
import { workAll } from '@/lib/transfer/job'
import { alone, withWorker, type WorkerScope } from '@/lib/worker'
import { isStopping, keepWorking, untilStopping } from './keep-working'
import { takeTurns } from './turns'

/**
 * The process behind the pages: takes files in, matches records and seals the log, as the worker's
 * own login (DATABASE_URL_WORKER). Looks for work every second; a file or a match that a killed
 * process left is gone on with. Ends on SIGTERM and SIGINT after the statement it is in.
 */
const restMs = 1000
const recordsAtATime = 500

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
  while (!isStopping()) {
    // The seal waits for no file, between two pieces of which it is looked at, and for no fault.
    const [files = 0, areas = 0, matched = 0] = await takeTurns([
      () => workAll(scope, () => seal(scope)),
      () => readSentAreas(scope),
      async () => {
        let looked = 0
        await alone(scope, 'match', async () => {
          if (!ready) ready = (await pieces.next()).done ?? false
          looked = (await matchWaiting(scope, recordsAtATime, keeper)).looked
        })
        return looked
      },
      async () => {
        await seal(scope)
        return 0
      },
    ])
    if (files + areas + matched === 0 && ready) await sleep(restMs)
  }
}

keepWorking({
  name: 'worker',
  variable: 'DATABASE_URL_WORKER',
  rest: { words: 'five seconds', ms: 5_000 },
  work: (url) => withWorker(url, (scope) => work(untilStopping(scope))),
})
