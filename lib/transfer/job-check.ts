import { today } from '@/lib/dates'
import type { WorkerScope } from '@/lib/worker'
import type { Checked, CheckedPerson } from './checked'
import { readFeedRow } from './headline-feed'
import { setHeldApart } from './held-numbers'
import type { Mapping } from './mapping'
import { OwnPeople } from './own-people'
import { facetsOfImported, storedFeed, storedPerson } from './prepare'
import type { Problem } from './problems'
import { readPerson } from './rows'
import { RowsBeside } from './rows-beside'
import { SharedNumbers } from './shared-numbers'

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

/** Rows checked, and stored, in one go: while the database works on some, the next are read. */
const atATime = 1000
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
  const rows = await allRows(scope, job)
  const people = job.shape === 'people'
  const known: Known = {
    now,
    refs: await refsBefore(scope, job),
    shared: people ? new SharedNumbers(job.read, rows) : null,
    beside: people ? null : new RowsBeside(job.read, rows),
  }
  const own = people ? await OwnPeople.of(scope, job.agencyId, rows.length) : null
  const settle = async (checked: Checked[]) => {
    if (own) {
      const persons = checked.filter(isPerson)
      await setHeldApart(scope, job.agencyId, persons)
      await own.mark(persons)
    }
    await putChecked(scope, job.id, checked)
  }
  let ahead: Promise<unknown> = Promise.resolve()
  while (rows.length > 0) {
    const checked = rows
      .splice(0, atATime)
      .flatMap(({ line, open, cells }) => (open ? [checkRow(job, line, cells, known)] : []))
    await ahead
    ahead = heldBack(settle(checked))
    await between()
  }
  await ahead
}

const isPerson = (one: Checked): one is CheckedPerson => one.facets !== undefined

/** A promise that is waited for later: until then its failure is nobody's. */
function heldBack<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

/** A row of the file; `open` when it has not been checked yet. */
type SentRow = { line: number; open: boolean; cells: string[] }

/** Rows fetched in one go. */
const fetched = 2000

/** All rows of the file: what several of them have in common is known before any is checked. */
async function allRows({ ask }: WorkerScope, { id }: Job): Promise<SentRow[]> {
  const rows: SentRow[] = []
  for (;;) {
    const [piece] = await ask<{ rows: string | null }>(
      'select transfer.rows_after($1, $2, $3) as rows',
      [id, rows.at(-1)?.line ?? 0, fetched],
    )
    if (!piece?.rows) return rows
    for (const [line, open, cells] of JSON.parse(piece.rows) as [number, boolean, string[]][]) {
      rows.push({ line, open, cells })
    }
  }
}

/** The agency's own numbers in rows that were checked before a restart, and their lines. */
async function refsBefore({ ask }: WorkerScope, { id }: Job): Promise<Map<string, number>> {
  const rows = await ask<{ line: number; local_ref: string }>(
    'select * from transfer.checked_refs($1)',
    [id],
  )
  return new Map(rows.map(({ line, local_ref: ref }) => [ref, line]))
}

/** What is known while rows are checked: the file's own numbers so far, and those it repeats. */
type Known = {
  refs: Map<string, number>
  shared: SharedNumbers | null
  beside: RowsBeside | null
  now: string
}

const UNSTORABLE = 'This row cannot be stored as it came. Look for signs that are no letters.'

/** Stores what was found; a row that cannot be stored is refused by itself, and the others stay. */
async function putChecked({ ask }: WorkerScope, id: string, found: readonly Checked[]) {
  const put = (rows: readonly Checked[]) =>
    ask('select transfer.put_checked($1, $2)', [
      id,
      JSON.stringify(rows.map(({ facets: _, ...one }) => one)),
    ])
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

const refuse = (line: number, problems: Problem[]): Checked => ({
  ...{ line, outcome: 'refused', parsed: null, problems },
})

const refuseWhole = (line: number, message: string): Checked =>
  refuse(line, [{ line, column: null, message }])

function checkRow(job: Job, line: number, cells: string[], known: Known): Checked {
  const row = { line, cells, problem: null }
  const { refs, shared, beside, now } = known
  if (job.shape === 'headline_feed') {
    const read = readFeedRow(row, job.header, job.read, { now })
    if (!read.ok) {
      // Refused, and yet on the agency's list: nobody is asked whether the work has ended.
      const parsed = read.localRef === undefined ? null : { localRef: read.localRef }
      return { ...refuse(line, read.refusals), parsed }
    }
    const { together, warnings = [] } = beside?.of(line) ?? { together: null }
    const parsed = { ...storedFeed(read.value), beside: together }
    return { line, outcome: 'received', parsed, problems: [...read.warnings, ...warnings] }
  }
  const read = readPerson(row, job.header, job.read, { now, practice: job.practice })
  if (!read.ok) return refuse(line, read.refusals)
  const { person, warnings = [] } = shared?.of(line, read.value, job.header) ?? {
    person: read.value,
  }
  const before = refs.get(person.localRef)
  if (before !== undefined) {
    return refuseWhole(line, `Line ${before} has the same number of yours for a person.`)
  }
  refs.set(person.localRef, line)
  if (person.under18 && !job.children) return refuseWhole(line, CHILD)
  const facets = facetsOfImported(person, job.agencyId)
  const parsed = storedPerson(person, facets)
  return { line, outcome: 'received', parsed, problems: [...read.warnings, ...warnings], facets }
}
