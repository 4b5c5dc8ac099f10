import type { Linking } from './link-crowd'
import { jobsTable, machineLine, one, whole } from './tables'

/** All that a run of one size took and found. */
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

function queueRow({ records, queue }: Linking): string {
  const { pairs, firstPage, middlePage, pair, links } = queue
  const waits = [firstPage, middlePage, pair, links].map((w) => `${one(w.p50)}, ${one(w.p95)} ms`)
  return `| ${[whole(records), whole(pairs), ...waits].join(' | ')} |`
}

function stepsLine({ records, steps, on, machine }: Linking): string {
  const told = Object.entries(steps)
    .filter(([step]) => step !== 'Beginning')
    .map(([step, s]) => `${step.toLowerCase()} ${one(s)} s`)
  return `${whole(records)} records, ${on}: ${told.join(', ')}. ${machineLine(machine)}`
}

/** What is told of linking whole registers, smallest first; nothing when none was measured. */
export function matchingSection(runs: readonly Linking[]): string[] {
  const sorted = [...runs].sort((a, b) => a.records - b.records)
  if (sorted.length === 0) return []
  return [
    '## Linking all records',
    'Made-up records of made-up people (`scripts/evaluation/crowd.ts`), about five for every three ' +
      'people, each a person of its own at first, linked by `scripts/link.ts` with two threads and ' +
      'two connections. Finding: reading all records while the database finds who shares a key, ' +
      'reading that, weighing, forming groups. Writing: suggestions and the plan, then moving every ' +
      'record to its person with all that hangs on it, and its line in the sealed log. Memory: the ' +
      'most that the process and the database held together. Pairs: those that share a key in a ' +
      'block within its cap, and those of them that had to be weighed; the rest cannot reach the ' +
      'mark for suggestions. Right: precision and recall of the groups. Target for a million: at ' +
      'most 300 s and 4,096 MB.',
    [
      '| records | in all | finding | writing | memory | pairs, weighed | linked, suggested | blocks left out | right |',
      '|---|---|---|---|---|---|---|---|---|',
      ...sorted.map(row),
    ].join('\n'),
    ...sorted.map(stepsLine),
    '## One record against all',
    'W6: a record that has come in is compared with all others of the same register, before they ' +
      'are linked. Ours: finding who shares a key, reading what they are compared by, weighing every ' +
      'pair, keeping those to link or suggest. The floor is the blocking query alone, by a superuser. ' +
      'Each side begins half of the turns of a round: who begins finds fewer pages at hand.',
    ...sorted.map(({ records, one: job }) => `${whole(records)} records:\n\n${jobsTable([job])}`),
    '## A steward’s queue',
    'After linking, as the steward of the partnership desk, who decides on pairs between the four ' +
      'agencies: every pair is theirs. Twenty times each, in the database. Median and 95th percentile.',
    [
      '| records | pairs waiting | first page | a page from the middle | one pair | links to confirm |',
      '|---|---|---|---|---|---|',
      ...sorted.map(queueRow),
    ].join('\n'),
  ]
}
