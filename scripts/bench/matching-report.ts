import type { Linking } from './link-crowd'

const whole = (n: number) => n.toLocaleString('en-GB')
const one = (n: number) => n.toFixed(1)

/** Links per second and all else that a run of one size took. */
function row({ records, seconds, steps, peakMb, counts, groups }: Linking): string {
  const found = Object.entries(steps)
    .filter(([step]) => !['Beginning', 'Writing the plan', 'Linking'].includes(step))
    .reduce((sum, [, step]) => sum + step, 0)
  const cells = [
    whole(records),
    `${one(seconds)} s`,
    `${one(found)} s`,
    `${one(steps['Writing the plan'] ?? 0)} + ${one(steps.Linking ?? 0)} s`,
    `${whole(peakMb)} MB`,
    `${whole(counts.pairs)}, ${whole(counts.weighed)}`,
    `${whole(counts.linked)}, ${whole(counts.suggested)}`,
    whole(counts.leftOut.blocks),
    `${groups.precision.toFixed(4)}, ${groups.recall.toFixed(4)}`,
  ]
  return `| ${cells.join(' | ')} |`
}

/** The table of linking whole registers, smallest first; nothing when none was measured. */
export function matchingSection(runs: readonly Linking[]): string[] {
  const sorted = [...runs].sort((a, b) => a.records - b.records)
  if (sorted.length === 0) return []
  const steps = sorted.map(({ records, steps }) => {
    const told = Object.entries(steps).filter(([step]) => step !== 'Beginning')
    return `${whole(records)} records: ${told.map(([step, s]) => `${step.toLowerCase()} ${one(s)} s`).join(', ')}.`
  })
  return [
    '## Linking all records',
    'Made-up records of made-up people (`scripts/evaluation/crowd.ts`), about five for every three ' +
      'people, each a person of its own at first, linked by `scripts/link.ts` with two threads and ' +
      'two connections. Finding: reading all records, finding who shares a key, weighing, forming ' +
      'groups. Writing: suggestions and the plan, then moving every record to its person with all ' +
      'that hangs on it, its history and its line in the sealed log. Memory: the most that the ' +
      'process and the database held together. Pairs: those that share a key in a block within its ' +
      'cap, and those of them that had to be weighed; the rest cannot reach the mark for ' +
      'suggestions. Right: precision and recall of the groups. Target for a million: at most 300 s ' +
      'and 4,096 MB.',
    [
      '| records | in all | finding | writing | memory | pairs, weighed | linked, suggested | blocks left out | right |',
      '|---|---|---|---|---|---|---|---|---|',
      ...sorted.map(row),
    ].join('\n'),
    ...steps,
  ]
}
