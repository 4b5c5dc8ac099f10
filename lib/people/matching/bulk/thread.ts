import { parentPort, workerData } from 'node:worker_threads'
import { explainPairs, type Explained } from './explain'
import { BulkScorer, type BulkInput, type Effort, type Found } from './score-records'

/** What a thread is started with: the register, where the next share begins, this file. */
export type ThreadData = { input: BulkInput; next: Int32Array; share: number; file: string }

export type Asked = { score: true } | { explain: number[]; id: number }
export type Answered =
  { found: Found } | { finished: Effort } | { id: number; explained: Explained }

const { input, next, share } = workerData as ThreadData
const scorer = new BulkScorer(input)
const say = (answer: Answered) => parentPort?.postMessage(answer)

parentPort?.on('message', (asked: Asked) => {
  if ('explain' in asked) {
    say({ id: asked.id, explained: explainPairs(scorer, asked.explain) })
    return
  }
  for (;;) {
    const from = Atomics.add(next, 0, share)
    if (from >= input.register.records) break
    say({ found: scorer.scoreRecords(from, from + share) })
  }
  say({ finished: scorer.effort })
})
