import { today } from '@/lib/dates'
import { candidatesFor } from '@/lib/identity/candidates'
import { Evidence } from '@/lib/identity/evidence'
import type { Facets } from '@/lib/people/matching/facets'
import { decide } from '@/lib/people/matching/score'
import { explain } from '@/lib/people/matching/words'
import type { WorkerScope } from '@/lib/worker'
import { readFeedRow } from './headline-feed'
import type { Mapping } from './mapping'
import { facetsOfImported, storedFeed, storedPerson } from './prepare'
import type { Problem } from './problems'
import { readPerson } from './rows'

/** A batch as its job sees it (transfer.job). */
export type Job = {
  id: string
  agencyId: string
  shape: 'people' | 'headline_feed'
  state: string
  header: string[]
  read: Mapping
  practice: boolean
  children: boolean
}

type Checked = {
  line: number
  outcome: 'refused' | 'same' | 'received'
  parsed: { localRef: string; keys?: string[]; why?: string } | null
  problems: Problem[] | null
  facets?: Facets
}

const atATime = 200
const CHILD = 'Under 18. No agreement of your agency covers people under 18, so the row stays out.'

/**
 * The dry run: reads every row and says what would become of it. A row is compared with the
 * agency's own people alone; of anybody else's it says the same as of somebody new. Goes on where
 * it was when begun again.
 */
export async function checkRows(scope: WorkerScope, job: Job, now = today()): Promise<void> {
  const refs = new Map<string, number>()
  for (const { line, local_ref: ref } of await scope.ask<{ line: number; local_ref: string }>(
    'select * from transfer.checked_refs($1)',
    [job.id],
  )) {
    refs.set(ref, line)
  }
  let evidence: Evidence | null = null
  for (let after = 0; ;) {
    const rows = await scope.ask<{ line: number; raw: string[] }>(
      'select * from transfer.rows_to_check($1, $2, $3)',
      [job.id, after, atATime],
    )
    const last = rows.at(-1)
    if (!last) return
    const checked = rows.map(({ line, raw }) => checkRow(job, line, raw, refs, now))
    if (job.shape === 'people') {
      evidence ??= await Evidence.gather(scope)
      await findOwn(scope, evidence, job, checked)
    }
    const found = checked.map(({ facets: _, ...one }) => one)
    await scope.ask('select transfer.put_checked($1, $2)', [job.id, JSON.stringify(found)])
    after = last.line
  }
}

function checkRow(
  job: Job,
  line: number,
  cells: string[],
  refs: Map<string, number>,
  now: string,
): Checked {
  const row = { line, cells, problem: null }
  const refuse = (problems: Problem[]): Checked => ({
    ...{ line, outcome: 'refused', parsed: null, problems },
  })
  if (job.shape === 'headline_feed') {
    const read = readFeedRow(row, job.header, job.read, { now })
    if (!read.ok) {
      // Refused, and yet on the agency's list: nobody is asked whether the work has ended.
      const parsed = read.localRef === undefined ? null : { localRef: read.localRef }
      return { ...refuse(read.refusals), parsed }
    }
    return { line, outcome: 'received', parsed: storedFeed(read.value), problems: read.warnings }
  }
  const read = readPerson(row, job.header, job.read, { now, practice: job.practice })
  if (!read.ok) return refuse(read.refusals)
  const person = read.value
  const before = refs.get(person.localRef)
  const whole = (message: string): Problem[] => [{ line, column: null, message }]
  if (before !== undefined) {
    return refuse(whole(`Line ${before} has the same number of yours for a person.`))
  }
  refs.set(person.localRef, line)
  if (person.under18 && !job.children) return refuse(whole(CHILD))
  const facets = facetsOfImported(person, job.agencyId)
  const parsed = storedPerson(person, facets)
  return { line, outcome: 'received', parsed, problems: read.warnings, facets }
}

/** Marks the rows that are nearly surely one of the agency's own people, and says why. */
async function findOwn(
  scope: WorkerScope,
  evidence: Evidence,
  job: Job,
  checked: readonly Checked[],
) {
  const askers = checked.flatMap(({ line, parsed }) =>
    parsed?.keys ? [{ ref: String(line), record: null, keys: parsed.keys }] : [],
  )
  const candidates = await candidatesFor(scope, askers, job.agencyId)
  const ids = [...new Set([...candidates.values()].flat().map(({ id }) => id))]
  if (ids.length === 0) return
  const tellable = new Set(
    (await scope.ask<{ id: string }>('select identity.tellable($1) as id', [ids])).map(
      ({ id }) => id,
    ),
  )
  for (const one of checked) {
    const { facets } = one
    if (!facets || !one.parsed) continue
    const [best] = (candidates.get(String(one.line)) ?? [])
      .filter(({ id }) => tellable.has(id))
      .sort((x, y) => (x.id < y.id ? -1 : 1))
      .map((other) => evidence.score(facets, other.facets))
      .filter((score) => decide(score, evidence.parameters) === 'link')
      .sort((x, y) => y.bits - x.bits)
    if (!best) continue
    one.outcome = 'same'
    one.parsed.why = explain(best.levels)
  }
}
