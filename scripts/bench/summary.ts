import type { Measured, Sides } from './results'
import { interval, quantile } from './statistics'
import type { Round, Side, Workload } from './workload'

const mean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length

/** What came of all rounds of a job. */
export function summary(workload: Workload, all: readonly Round[]): Measured {
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
