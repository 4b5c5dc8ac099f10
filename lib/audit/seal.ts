import type { WorkerScope } from '@/lib/worker'

type Mark = { upto: string; busy: string[] }
type Seal = { to_seq: string; sealed: number; root: string | null }

/**
 * The job that seals the log, for the worker to call whenever it comes round; it acts once in
 * `everyMs`. First it marks how far the log has got, and the next time, when every transaction that
 * was writing at the mark is over, it seals up to there (prisma/security/89-seal.sql). A mark waits
 * as long as such a transaction lasts.
 *
 * @param keep is given a line for each seal, `last row, root, time`, to be put where the database's
 *   owner cannot change it: without it, somebody with that login could make all seals anew
 * @returns a function that ends with how many rows it sealed
 */
export function sealing(keep: (line: string) => void, everyMs = 60_000) {
  let mark: Mark | undefined
  let next = 0
  return async ({ ask }: WorkerScope): Promise<number> => {
    if (Date.now() < next) return 0
    next = Date.now() + everyMs
    let rows = 0
    while (mark) {
      const [made]: Seal[] = await ask<Seal>('select * from trail.seal($1, $2)', [
        mark.upto,
        mark.busy,
      ])
      if (!made) return rows
      if (!made.root) break
      keep(`${made.to_seq} ${made.root} ${new Date().toISOString()}\n`)
      rows += made.sealed
    }
    ;[mark] = await ask<Mark>('select * from trail.seal_mark()')
    return rows
  }
}
