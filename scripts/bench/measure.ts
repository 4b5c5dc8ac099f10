import { writeFileSync } from 'node:fs'
import pg from 'pg'
import { drawCases, drawManagers, drawWideManagers } from './cases'
import { openFloor } from './floor'
import { openSuperuser } from './given'
import { holdTogether, measureRounds } from './measure-rounds'
import type { Measured } from './results'
import type { Interval } from './statistics'
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
  const wide = await drawWideManagers(watcher, 12)
  const superuser = openSuperuser(adminUrl)
  const database = new URL(appUrl).pathname.slice(1)
  const measured: Measured[] = []
  for (const workload of workloads({ cases, managers, wide, floor, watcher, superuser })) {
    await holdTogether(workload)
    const all = await measureRounds(workload, rounds, watcher, database)
    const done = summary(workload, all)
    measured.push(done)
    const times = (ratio: Interval | null | undefined, of: string) =>
      ratio ? [`${ratio.median.toFixed(2)} times ${of}`] : []
    const told = [...times(done.ratio, 'floor A'), ...times(done.ratioB, 'floor B')]
    console.error(`  ${workload.key} ${workload.job}: ${told.join(', ')}`)
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
