import { today } from '@/lib/dates'
import { candidatesFor } from '@/lib/identity/candidates'
import { Evidence } from '@/lib/identity/evidence'
import type { Facets } from '@/lib/people/matching/facets'
import { decide } from '@/lib/people/matching/score'
import { explain } from '@/lib/people/matching/words'
import type { WorkerScope } from '@/lib/worker'
import { columnsOfWork, RowsBeside } from './rows-beside'
import { setHeldApart } from './held-numbers'
import { readFeedRow } from './headline-feed'
import type { Mapping } from './mapping'
import { facetsOfImported, storedFeed, storedPerson } from './prepare'
import type { Problem } from './problems'
import { readPerson } from './rows'
import { columnsToCompare, SharedNumbers, type NumberedRow } from './shared-numbers'

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

const atATime = 500
const CHILD = 'Under 18. No agreement of your agency covers people under 18, so the row stays out.'

/**
 * The dry run: reads every row and says what would become of it. A row is compared with the
 * agency's own people alone; of anybody else's it says the same as of somebody new. Goes on where
 * it was when begun again.
 */
export async function checkRows(
  scope: WorkerScope,
  job: Job,
  between: () => Promise<unknown>,
  now = today(),
): Promise<void> {
  const refs = new Map<string, number>()
  for (const { line, local_ref: ref } of await scope.ask<{ line: number; local_ref: string }>(
    'select * from transfer.checked_refs($1)',
    [job.id],
  )) {
    refs.set(ref, line)
  }
  const known: Known = {
    ...{ refs, now, shared: await sharedNumbers(scope, job) },
    beside: await rowsBeside(scope, job),
  }
  const rowsAfter = (line: number) => rowsToCheck(scope, job, line)
  let evidence: Evidence | null = null
  const settle = async (checked: Checked[]) => {
    if (job.shape === 'people') {
      evidence ??= await Evidence.gather(scope)
      await setHeldApart(scope, job.agencyId, checked.filter(isPerson))
      await findOwn(scope, evidence, job, checked)
    }
    return checked.map(({ facets: _, ...one }) => one)
  }
  // While the database works on one piece, the next is read here.
  let next = rowsAfter(0)
  let ahead: Promise<unknown> = Promise.resolve()
  for (;;) {
    const rows = await next
    const last = rows.at(-1)
    if (!last) break
    next = heldBack(rowsAfter(last.line))
    const checked = rows.map(({ line, raw }) => checkRow(job, line, raw, known))
    await ahead
    ahead = heldBack(settle(checked).then((found) => putChecked(scope, job.id, found)))
    await between()
  }
  await ahead
}

type CheckedPerson = Checked & {
  parsed: ReturnType<typeof storedPerson>
  problems: Problem[]
  facets: Facets
}
const isPerson = (one: Checked): one is CheckedPerson => one.facets !== undefined

/** A promise that is waited for later: until then its failure is nobody's. */
function heldBack<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

const rowsToCheck = ({ ask }: WorkerScope, { id }: Job, after: number) =>
  ask<{ line: number; raw: string[] }>('select * from transfer.rows_to_check($1, $2, $3)', [
    ...[id, after, atATime],
  ])

/** What is known while rows are checked: the file's own numbers so far, and those it repeats. */
type Known = {
  refs: Map<string, number>
  shared: SharedNumbers | null
  beside: RowsBeside | null
  now: string
}

/** The numbers that several rows of the file have: looked for in all of it, before any row. */
async function sharedNumbers({ ask }: WorkerScope, { id, read, shape }: Job) {
  if (shape !== 'people') return null
  const rows = await ask<NumberedRow>('select * from transfer.cells_of($1, $2)', [
    ...[id, columnsToCompare(read)],
  ])
  return new SharedNumbers(read, rows)
}

/** The rows of a feed that speak of one person and team together. */
async function rowsBeside({ ask }: WorkerScope, { id, read, shape }: Job) {
  if (shape !== 'headline_feed') return null
  const rows = await ask<NumberedRow>('select * from transfer.cells_of($1, $2)', [
    ...[id, columnsOfWork(read)],
  ])
  return new RowsBeside(rows)
}

const UNSTORABLE = 'This row cannot be stored as it came. Look for signs that are no letters.'

/** Stores what was found; a row that cannot be stored is refused by itself, and the others stay. */
async function putChecked({ ask }: WorkerScope, id: string, found: readonly Checked[]) {
  const put = (rows: readonly Checked[]) =>
    ask('select transfer.put_checked($1, $2)', [id, JSON.stringify(rows)])
  try {
    await put(found)
  } catch (error) {
    // Class 22: what a value may not be. Anything else is not the row's matter.
    if (!(error instanceof Error && 'code' in error && /^22/.test(String(error.code)))) throw error
    const [only] = found
    if (!only) return
    if (found.length > 1) for (const one of found) await putChecked({ ask }, id, [one])
    else {
      const problems = [{ line: only.line, column: null, message: UNSTORABLE }]
      await put([{ line: only.line, outcome: 'refused', parsed: null, problems }])
    }
  }
}

function checkRow(
  job: Job,
  line: number,
  cells: string[],
  { refs, shared, beside, now }: Known,
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
    const { together, warnings = [] } = beside?.of(line) ?? { together: null }
    const parsed = { ...storedFeed(read.value), beside: together }
    return { line, outcome: 'received', parsed, problems: [...read.warnings, ...warnings] }
  }
  const read = readPerson(row, job.header, job.read, { now, practice: job.practice })
  if (!read.ok) return refuse(read.refusals)
  const { person, warnings = [] } = shared?.of(line, read.value, job.header) ?? {
    person: read.value,
  }
  const before = refs.get(person.localRef)
  const whole = (message: string): Problem[] => [{ line, column: null, message }]
  if (before !== undefined) {
    return refuse(whole(`Line ${before} has the same number of yours for a person.`))
  }
  refs.set(person.localRef, line)
  if (person.under18 && !job.children) return refuse(whole(CHILD))
  const facets = facetsOfImported(person, job.agencyId)
  const parsed = storedPerson(person, facets)
  return { line, outcome: 'received', parsed, problems: [...read.warnings, ...warnings], facets }
}

/**
 * What a record steward may know of their agency's people: who they are. An address or a number to
 * ring would let a file of guesses find where somebody is.
 */
const whoTheyAre = (facets: Facets): Facets => ({
  ...facets,
  ...{ postcodes: [], phones: [], emails: [], details: {} },
})

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
  const likely = checked.flatMap((one) => {
    const { facets } = one
    if (!facets || !one.parsed) return []
    const asked = whoTheyAre(facets)
    const weigh = evidence.likelyFor(asked)
    const others = (candidates.get(String(one.line)) ?? [])
      .map(({ id, facets: theirs }) => ({ id, theirs: whoTheyAre(theirs) }))
      .filter(({ theirs }) => weigh(theirs))
      .map(({ id, theirs }) => ({ id, score: evidence.score(asked, theirs) }))
      .filter(({ score }) => decide(score, evidence.parameters) === 'link')
      .sort((x, y) => y.score.bits - x.score.bits || (x.id < y.id ? -1 : 1))
    return others.length > 0 ? [{ parsed: one.parsed, one, others }] : []
  })
  const ids = [...new Set(likely.flatMap(({ others }) => others.map(({ id }) => id)))]
  if (ids.length === 0) return
  const tellable = new Set(
    (await scope.ask<{ id: string }>('select identity.tellable($1) as id', [ids])).map(
      ({ id }) => id,
    ),
  )
  for (const { one, parsed, others } of likely) {
    const best = others.find(({ id }) => tellable.has(id))
    if (!best) continue
    one.outcome = 'same'
    parsed.why = explain(best.score.levels)
  }
}
