import { alone, type WorkerScope } from '@/lib/worker'
import { checkRows, type Job } from './job-check'

/**
 * Rows taken in or given back in one transaction. Fewer than the 64 savepoints a backend caches.
 */
const atATime = 50

/**
 * Does what waits for one batch: checks it, takes it in, or undoes it, whatever its state asks.
 * Every step is kept as it goes, so that a process killed at any row goes on from there. A fault
 * ends the step as *failed*, in words for who sent the file.
 */
export async function workBatch(scope: WorkerScope, id: string): Promise<void> {
  await alone(scope, id, async () => {
    const [row] = await scope.ask<{ job: Job | null }>('select transfer.job($1) as job', [id])
    if (!row?.job) return
    try {
      await step(scope, row.job)
    } catch (error) {
      if (passes(error)) throw error
      await scope.ask(`select transfer.finish($1, 'failed', $2)`, [id, FAILED])
      throw error
    }
  })
}

const FAILED =
  'Something went wrong on our side, and the file stopped there. Rows that had gone in stay in.'

/** Troubles that are over the next time: the connection, locks, a full disk, a server stopping. */
function passes(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code === '' || /^(?:08|40|53|55|57|58|E)/.test(code)
}

async function step(scope: WorkerScope, job: Job) {
  const { id, state } = job
  if (state === 'checking') {
    await checkRows(scope, job)
    await scope.ask(`select transfer.finish($1, 'checked')`, [id])
  } else if (state === 'importing') {
    await importRows(scope, id)
    await scope.ask(`select transfer.finish($1, 'done')`, [id])
  } else if (state === 'undone') await undo(scope, id)
}

async function importRows({ ask }: WorkerScope, id: string) {
  for (let after: number | null = 0; after !== null;) {
    const [row]: { last: number | null }[] = await ask(
      'select transfer.import_rows($1, $2, $3) as last',
      [id, after, atATime],
    )
    after = row?.last ?? null
  }
}

async function undo({ ask }: WorkerScope, id: string) {
  const [may] = await ask<{ may: boolean }>('select transfer.begin_undo($1) as may', [id])
  if (!may?.may) return
  for (let more = true; more;) {
    const [row] = await ask<{ more: boolean }>('select transfer.undo_rows($1, $2) as more', [
      ...[id, atATime],
    ])
    more = row?.more ?? false
  }
}

/** Everything that waits, oldest first. Gives the number of batches worked on. */
export async function workAll(scope: WorkerScope): Promise<number> {
  const jobs = await scope.ask<{ id: string }>('select id from transfer.next_jobs()')
  for (const { id } of jobs) await workBatch(scope, id)
  return jobs.length
}
