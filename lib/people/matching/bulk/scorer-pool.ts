import { Worker } from 'node:worker_threads'
import { explainPairs, type Explained } from './explain'
import { BulkScorer, type BulkInput, type Effort, type Found } from './score-records'
import type { Answered, Asked, ThreadData } from './thread'

/** A thread starts as plain JavaScript, and learns to read TypeScript as the process did. */
const start = `const { workerData } = require('node:worker_threads')
  import('tsx/esm/api').then(({ register }) => {
    register()
    return import(workerData.file)
  })`

/** Records that a thread takes at a time. */
const share = 512

/**
 * Threads that weigh the pairs of one register between them. With no threads, the process does it
 * itself, which for a few thousand records is sooner done.
 */
export class ScorerPool {
  /** For single questions; asked in this process. */
  readonly own: BulkScorer
  readonly effort: Effort = { met: 0, weighed: 0 }
  private readonly threads: Worker[]
  private readonly asked = new Map<number, (answer: Explained) => void>()
  private count = 0

  constructor(
    private readonly input: BulkInput,
    threads: number,
  ) {
    this.own = new BulkScorer(input)
    const next = new Int32Array(new SharedArrayBuffer(4))
    const { href: file } = new URL('./thread.ts', import.meta.url)
    const workerData: ThreadData = { input, next, share, file }
    this.threads = Array.from({ length: threads }, () => {
      const thread = new Worker(start, { eval: true, workerData, execArgv: [] })
      return thread.setMaxListeners(0)
    })
  }

  /** Every pair at or over the floor. */
  async scoreAll(): Promise<Found[]> {
    if (this.threads.length === 0) {
      const found = this.own.scoreRecords(0, this.input.register.records)
      Object.assign(this.effort, this.own.effort)
      return [found]
    }
    const all: Found[] = []
    await Promise.all(
      this.threads.map(
        (thread) =>
          new Promise<void>((resolve, reject) => {
            const take = (answer: Answered) => {
              if ('found' in answer) all.push(answer.found)
              if (!('finished' in answer)) return
              this.effort.met += answer.finished.met
              this.effort.weighed += answer.finished.weighed
              thread.off('message', take)
              resolve()
            }
            thread.on('message', take).once('error', reject)
            ask(thread, { score: true })
          }),
      ),
    )
    return all
  }

  /** Why pairs score what they do: indexes of records, two by two. */
  explain(pairs: number[]): Promise<Explained> {
    const id = this.count++
    const thread = this.threads[id % Math.max(1, this.threads.length)]
    if (!thread) return Promise.resolve(explainPairs(this.own, pairs))
    return new Promise((resolve, reject) => {
      this.asked.set(id, resolve)
      if (thread.listenerCount('message', this.settle) === 0) thread.on('message', this.settle)
      thread.once('error', reject)
      ask(thread, { explain: pairs, id })
    })
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.terminate()))
  }

  private readonly settle = (answer: Answered) => {
    if (!('explained' in answer)) return
    this.asked.get(answer.id)?.(answer.explained)
    this.asked.delete(answer.id)
  }
}

const ask = (thread: Worker, asked: Asked) => thread.postMessage(asked)
