import type { Machine, Measured, Sides } from './results'
import type { Interval } from './statistics'

export const one = (n: number) => n.toFixed(1)
export const two = (n: number) => n.toFixed(2)
export const whole = (n: number) => n.toLocaleString('en-GB')
const between = ({ median, low, high }: Interval) => `${two(median)} (${two(low)} to ${two(high)})`

/** Met or missed only when the whole interval says so. */
function verdict(ratio: Interval, target: number): string {
  if (ratio.high <= target) return 'met'
  return ratio.low > target ? `missed by ${two(ratio.median - target)}` : 'not shown'
}

const timesOf = (sides: Sides | null | undefined) =>
  sides ? `${one(sides.p50)}, ${one(sides.p95)} ms` : ''

/** A ratio, what was asked, and whether it was met: three cells. */
function judged(ratio?: Interval | null, target?: number | null): string[] {
  if (!ratio) return ['', '', '']
  if (!target) return [between(ratio), '', '']
  return [between(ratio), `at most ${target}`, verdict(ratio, target)]
}

/** Jobs beside floor A. */
export function jobsTable(jobs: readonly Measured[]): string {
  const head = [
    '| job | ours p50, p95 | floor p50, p95 | ratio (95 %) | target | | CPU ratio (95 %) | CPU ours, Node + database |',
    '|---|---|---|---|---|---|---|---|',
  ]
  const rows = jobs.flatMap((job) => {
    if (!job.floor) return []
    const cells = [
      `${job.key} ${job.job}`,
      timesOf(job.ours),
      timesOf(job.floor),
      ...judged(job.ratio, job.target),
      job.cpuRatio ? between(job.cpuRatio) : '',
      `${one(job.ours.node)} + ${one(job.ours.postgres)} ms`,
    ]
    return [`| ${cells.join(' | ')} |`]
  })
  return [...head, ...rows].join('\n')
}

/** Jobs beside floor B, the same functions without row security; '' where it was not measured. */
export function floorBTable(jobs: readonly Measured[]): string {
  const rows = jobs.flatMap((job) => {
    if (!job.floorB) return []
    const cells = [
      `${job.key} ${job.job}`,
      timesOf(job.ours),
      timesOf(job.floorB),
      ...judged(job.ratioB, job.targetB),
    ]
    return [`| ${cells.join(' | ')} |`]
  })
  if (rows.length === 0) return ''
  const head = [
    '| job | ours p50, p95 | floor B p50, p95 | ratio (95 %) | target | |',
    '|---|---|---|---|---|---|',
  ]
  return [...head, ...rows].join('\n')
}

/** On what it was measured, and what else the machine had to do. */
export const machineLine = (machine: Machine): string =>
  `${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB; ` +
  `${machine.system}; Node ${machine.node}; PostgreSQL ${machine.postgres}. Load average ` +
  `${one(machine.load[0])} before and ${one(machine.load[1])} after: above ${machine.cores} the ` +
  'machine had other work, and times are longer than its own; ratios bear it better.'
