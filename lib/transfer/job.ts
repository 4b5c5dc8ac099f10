import { alone, type WorkerScope } from '@/lib/worker'
import { checkRows, type Job } from './job-check'
import { readFile } from './job-read'

/**
 * Rows taken in, and given back, in one transaction. Many in one statement are quicker than one by
 * one, and a transaction of a second holds nothing up.
 */
const takenAtATime = 250
const undoneAtATime = 50

/** What must not wait for a whole file, such as the log's seal: done between two pieces of it. */
export type Between = () => Promise<unknown>
const nothing: Between = () => Promise.resolve()

/**
 * Does what waits for one batch: reads it, checks it, takes it in, or undoes it, as its state asks.
 * Every step is kept as it goes, so that a process killed at any row goes on from there. A fault
 * ends the step as *failed*, in words for who sent the file. False when another process is at it.
 */
export async function workBatch(
  scope: WorkerScope,
  id: string,
  between: Between = nothing,
): Promise<boolean> {
  return alone(scope, id, async () => {
    const [row] = await scope.ask<{ job: Job | null }>('select transfer.job($1) as job', [id])
    if (!row?.job) return
    try {
      await step(scope, row.job, between)
    } catch (error) {
      if (passes(error)) throw error
      const words = row.job.state === 'undone' ? NOT_UNDONE : FAILED
      await scope.ask(`select transfer.finish($1, 'failed', $2)`, [id, words])
      throw error
    }
  })
}

const FAILED =
  'Something went wrong on our side, and the file stopped there. Rows that had gone in stay in.'

const NOT_UNDONE =
  'Something went wrong on our side, and not every row was taken back. Undo it again: it goes on with the rest.'

/** Troubles that are over the next time: the connection, locks, a full disk, a server stopping. */
function passes(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code === '' || /^(?:08|40|53|55|57|58|E)/.test(code)
}

async function step(scope: WorkerScope, job: Job, between: Between) {
  const { id, state } = job
  if (state === 'reading') {
    const words = await readFile(scope, id, between)
    await scope.ask('select transfer.finish($1, $2, $3)', [
      ...[id, words === null ? 'received' : 'failed', words],
    ])
  } else if (state === 'checking') {
    await checkRows(scope, job, between)
    await scope.ask(`select transfer.finish($1, 'checked')`, [id])
  } else if (state === 'importing') {
    await importRows(scope, id, between)
    await scope.ask(`select transfer.finish($1, 'done')`, [id])
  } else if (state === 'undone') await undo(scope, id, between)
}

async function importRows({ ask }: WorkerScope, id: string, between: Between) {
  for (let after: number | null = 0; after !== null;) {
    const [row]: { last: number | null }[] = await ask(
      'select transfer.import_rows($1, $2, $3) as last',
      [id, after, takenAtATime],
    )
    after = row?.last ?? null
    await between()
  }
}

async function undo({ ask }: WorkerScope, id: string, between: Between) {
  const [may] = await ask<{ may: boolean }>('select transfer.begin_undo($1) as may', [id])
  if (!may?.may) return
  for (let more = true; more;) {
    const [row] = await ask<{ more: boolean }>('select transfer.undo_rows($1, $2) as more', [
      ...[id, undoneAtATime],
    ])
    more = row?.more ?? false
    await between()
  }
}

/**
 * Everything that waits, oldest first. A fault in one file holds no other up: it is thrown when all
 * have had their turn. Gives the number of batches worked on.
 */
export async function workAll(scope: WorkerScope, between: Between = nothing): Promise<number> {
  const jobs = await scope.ask<{ id: string }>('select id from transfer.next_jobs()')
  const faults: unknown[] = []
  for (const { id } of jobs) {
    try {
      await workBatch(scope, id, between)
    } catch (error) {
      if (passes(error)) throw error
      faults.push(error)
    }
  }
  if (faults.length > 0) throw faults[0]
  return jobs.length
}

const WORKING = ['reading', 'checking', 'importing']

/**
 * Brings a batch to the end of its step: here, or by waiting for the process that has taken it
 * already, which `say` is then told once. For a command that runs beside the app.
 */
export async function finishStep(
  scope: WorkerScope,
  id: string,
  say: (words: string) => void,
): Promise<void> {
  for (let told = false; ; told = true) {
    const mine = await workBatch(scope, id)
    const [row] = await scope.ask<{ job: { state: string } | null }>(
      'select transfer.job($1) as job',
      [id],
    )
    if (!WORKING.includes(row?.job?.state ?? '')) return
    if (!mine && !told) say('The running app has taken this file. Waiting for it to be through.')
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
