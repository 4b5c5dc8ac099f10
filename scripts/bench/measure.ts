import { writeFileSync } from 'node:fs'
import pg from 'pg'
import { drawCases, drawManagers } from './cases'
import { openFloor } from './floor'
import { holdTogether, measureRounds } from './measure-rounds'
import { interval, quantile } from './statistics'
import type { Side, Workload } from './workload'
import { workloads } from './workloads'
import type { Measured, Sides } from './results'

/**
 * Measures the jobs in the database of BENCH_ADMIN_URL and DATABASE_URL_APP, and writes what came
 * of it as JSON to BENCH_OUT. Started by scripts/bench.ts.
 */
async function main(): Promise<void> {
  const { BENCH_ADMIN_URL: adminUrl = '', DATABASE_URL_APP: appUrl = '' } = process.env
  const rounds = Number(process.env.BENCH_ROUNDS)
  const watcher = new pg.Client({ connectionString: adminUrl })
  await watcher.connect()
  const floor = await openFloor(appUrl)
  const cases = await drawCases(watcher, 400)
  const managers = await drawManagers(watcher, 60)
  const database = new URL(appUrl).pathname.slice(1)
  const measured: Measured[] = []
  for (const workload of workloads({ cases, managers, floor, watcher })) {
    await holdTogether(workload)
    const all = await measureRounds(workload, rounds, watcher, database)
    measured.push(summary(workload, all))
    const { ratio } = measured.at(-1) ?? { ratio: { median: NaN } }
    console.log(`  ${workload.key} ${workload.job}: ${ratio.median.toFixed(2)} times the floor`)
  }
  writeFileSync(process.env.BENCH_OUT ?? '', JSON.stringify(measured))
  await floor.close()
  await watcher.end()
  process.exit(0) // the app's pool of connections stays open otherwise
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length

function summary(workload: Workload, all: { ours: Side; floor: Side }[]): Measured {
  const sides = (name: 'ours' | 'floor'): Sides => {
    const times = all.flatMap((round) => round[name].times)
    return {
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      node: mean(all.map((round) => round[name].node)),
      postgres: mean(all.map((round) => round[name].postgres)),
    }
  }
  const cpu = (side: Side) => side.node + side.postgres
  const { key, job, target, turns } = workload
  return {
    ...{ key, job, target, turns, rounds: all.length },
    ours: sides('ours'),
    floor: sides('floor'),
    ratio: interval(all.map((r) => quantile(r.ours.times, 0.5) / quantile(r.floor.times, 0.5))),
    cpuRatio: interval(all.map((r) => cpu(r.ours) / cpu(r.floor))),
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
