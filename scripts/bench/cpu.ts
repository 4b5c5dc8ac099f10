import { readFileSync } from 'node:fs'
import type { Client } from 'pg'

/** Milliseconds of processor time, in this process and in the database's. */
export type Cpu = { node: number; postgres: number }

/** A tick of /proc/PID/stat: 100 to the second on every Linux that Node runs on. */
const tick = 10

/** Ticks of each connection when last seen: one that has been closed still counts what it used. */
const seen = new Map<number, number>()

/**
 * Reads the processor time used so far by this process and by the database's connections. On
 * systems without /proc the database's part is 0, and the report says so.
 */
export async function readCpu(client: Client, database: string): Promise<Cpu> {
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()`,
    [database],
  )
  for (const { pid } of rows) seen.set(pid, Math.max(seen.get(pid) ?? 0, ticksOf(pid)))
  const { user, system } = process.cpuUsage()
  const ticks = [...seen.values()].reduce((sum, one) => sum + one, 0)
  return { node: (user + system) / 1000, postgres: ticks * tick }
}

function ticksOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
  } catch {
    return 0
  }
}
