import { writeFileSync } from 'node:fs'
import pg from 'pg'
import { drawCases, drawManagers } from './cases'
import { openFloor } from './floor'
import { holdTogether, measureRounds } from './measure-rounds'
import type { Measured } from './results'
import { summary } from './summary'
import { workloads } from './workloads'

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

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
