import type { Measured, Sides } from './results'
import { interval, quantile } from './statistics'
import type { Round, Side, SideName, Workload } from './workload'

const mean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length

/** What came of all rounds of a job. */
export function summary(workload: Workload, all: readonly Round[]): Measured {
  const of = (name: SideName) => all.flatMap((round) => round[name] ?? [])
  const sides = (name: SideName): Sides | null => {
    const times = of(name).flatMap((side) => side.times)
    if (times.length === 0) return null
    return {
      p50: quantile(times, 0.5),
      p95: quantile(times, 0.95),
      node: mean(of(name).map((side) => side.node)),
      postgres: mean(of(name).map((side) => side.postgres)),
    }
  }
  const middle = (side: Side) => quantile(side.times, 0.5)
  const cpu = (side: Side) => side.node + side.postgres
  const ratio = (name: 'floor' | 'floorB', value: (side: Side) => number) => {
    const ratios = all.flatMap((round) => {
      const other = round[name]
      return other ? [value(round.ours) / value(other)] : []
    })
    return ratios.length > 0 ? interval(ratios) : null
  }
  const { key, job, target, targetB = null, turns } = workload
  const ours = sides('ours')
  if (!ours) throw new Error('Nothing was measured')
  return {
    ...{ key, job, target, targetB, turns, rounds: all.length, ours },
    ...{ floor: sides('floor'), floorB: sides('floorB') },
    ...{ ratio: ratio('floor', middle), ratioB: ratio('floorB', middle) },
    cpuRatio: ratio('floor', cpu),
  }
}
