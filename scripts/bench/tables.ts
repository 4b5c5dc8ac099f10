import type { Machine, Measured } from './results'
import type { Interval } from './statistics'

export const one = (n: number) => n.toFixed(1)
export const two = (n: number) => n.toFixed(2)
export const whole = (n: number) => n.toLocaleString('en-GB')
const between = ({ median, low, high }: Interval) => `${two(median)} (${two(low)} to ${two(high)})`

/** Met or missed only when the whole interval says so. */
function verdict({ ratio, target }: Measured): string {
  if (ratio.high <= target) return 'met'
  return ratio.low > target ? `missed by ${two(ratio.median - target)}` : 'not shown'
}

/** Jobs beside their floors. */
export function jobsTable(jobs: readonly Measured[]): string {
  const head = [
    '| job | ours p50, p95 | floor p50, p95 | ratio (95 %) | target | | CPU ratio (95 %) | CPU ours, Node + database |',
    '|---|---|---|---|---|---|---|---|',
  ]
  const rows = jobs.map((job) => {
    const { ours, floor } = job
    const cells = [
      `${job.key} ${job.job}`,
      `${one(ours.p50)}, ${one(ours.p95)} ms`,
      `${one(floor.p50)}, ${one(floor.p95)} ms`,
      between(job.ratio),
      `at most ${job.target}`,
      verdict(job),
      between(job.cpuRatio),
      `${one(ours.node)} + ${one(ours.postgres)} ms`,
    ]
    return `| ${cells.join(' | ')} |`
  })
  return [...head, ...rows].join('\n')
}

/** On what it was measured, and what else the machine had to do. */
export const machineLine = (machine: Machine): string =>
  `${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB; ` +
  `${machine.system}; Node ${machine.node}; PostgreSQL ${machine.postgres}. Load average ` +
  `${one(machine.load[0])} before and ${one(machine.load[1])} after: above ${machine.cores} the ` +
  'machine had other work, and times are longer than its own; ratios bear it better.'
