import 'server-only'
import { permit } from '@/lib/access/policy'
import { today } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { NotFound, NotPermitted } from '@/lib/errors'
import { can } from '@/lib/access/policy'
import type { TopLine } from './csv'
import type { Encoding } from './decode'
import type { ImportShape } from './fields'
import type { Mapping } from './mapping'
import type { Problem } from './problems'
import { asRemembered } from './remembered'
import { headerHash } from './row-hash'
import { suggestMapping, type Suggestion } from './suggest'
import type { UnderstoodFeed, UnderstoodPerson } from './understood'

/** How far a file has got. `undoing` while the state is *undone* and the job is not through. */
export type BatchState =
  | 'reading'
  | 'received'
  | 'checking'
  | 'checked'
  | 'importing'
  | 'done'
  | 'failed'
  | 'undone'
  | 'abandoned'

/** A file in the list. Names of files, and what went wrong, are for stewards. */
export type BatchLine = {
  id: string
  shape: ImportShape
  list_kind: string
  filename: string | null
  team: string
  state: BatchState
  undoing: boolean
  rows: number
  done: number
  counts: Record<string, number> | null
  sent_by: string
  sent_at: Date
  error: string | null
}

/** A kind of warning or of refusal: its key, its words, and how many rows have it. */
export type Kind = {
  key: string
  refused: boolean
  column: string | null
  words: string
  n: number
}

/** A file as its page shows it. */
export type Batch = {
  id: string
  shape: ImportShape
  listKind: string
  teamId: string
  filename: string
  encoding: Encoding
  /** The line that names the columns: 1, or further down below a title. */
  headingLine: number
  /** The first lines of the file, to choose another heading from. */
  top: TopLine[]
  /** What is to be looked at once checked, by kind, and why rows were refused. */
  kinds: Kind[]
  header: string[]
  read: Mapping | null
  state: BatchState
  undoing: boolean
  rows: number
  done: number
  counts: Record<string, number> | null
  error: string | null
  teams: { id: string; name: string }[]
}

/** Rows of one outcome on a page. */
export const rowsShown = 50
const filesShown = 20

/** The agency's files, newest first; `before` is the id the list goes on from. */
export async function listBatches({ db, viewer }: Scope, before?: string) {
  if (!can(viewer, 'transfer:import') && !can(viewer, 'transfer:count')) throw new NotPermitted()
  const rows = await db.$queryRaw<BatchLine[]>`
    select * from transfer.batches(${before ?? null}::uuid, ${filesShown + 1}::int)`
  const shown = rows.slice(0, filesShown)
  return { rows: shown, next: rows.length > filesShown ? (shown.at(-1)?.id ?? null) : null }
}

/** @throws NotFound for another agency's file, as for none */
export async function getBatch({ db, viewer }: Scope, id: string): Promise<Batch> {
  permit(viewer, 'transfer:import')
  const [row] = await db.$queryRaw<{ batch: Batch | null }[]>`
    select transfer.batch(${id}::uuid) as batch`
  if (!row?.batch) throw new NotFound()
  return row.batch
}

/**
 * What each column seems to be; what was chosen before for the same headings wins, but for an order
 * of dates that this file's own dates speak against.
 */
export async function getSuggestion({ db }: Scope, batch: Batch): Promise<Suggestion> {
  const rows = await db.$queryRaw<{ cells: string[] }[]>`
    select cells from transfer.first_rows(${batch.id}::uuid, 300) cells`
  const first = rows.map(({ cells }) => cells)
  const suggestion = suggestMapping(batch.header, first, batch.shape, today())
  if (batch.read) return asRemembered(suggestion, batch.read, first, today(), true)
  const [kept] = await db.$queryRaw<{ mapping: Mapping | null }[]>`
    select transfer.remembered(${batch.shape}, ${headerHash(batch.header)}) as mapping`
  return kept?.mapping ? asRemembered(suggestion, kept.mapping, first, today()) : suggestion
}

export type OutcomeRow = {
  line: number
  local_ref: string | null
  problems: Problem[] | null
  why: string | null
}

/** What a list of rows is of: an outcome, or *warnings*; of one kind where `about` says so. */
export type RowsAsked = { show: string; about: string | null; after: number }

/** One page of the rows asked for, from the line after `after`. */
export async function listRows({ db }: Scope, batch: string, { show, about, after }: RowsAsked) {
  const rows =
    show === 'warnings' || about !== null
      ? await db.$queryRaw<OutcomeRow[]>`
          select * from transfer.rows_about(${batch}::uuid, ${show === 'refused'}, ${about},
            ${after}::int, ${rowsShown + 1}::int)`
      : await db.$queryRaw<OutcomeRow[]>`
          select * from transfer.rows_of(${batch}::uuid, ${show}, ${after}::int,
            ${rowsShown + 1}::int)`
  const shown = rows.slice(0, rowsShown)
  return { rows: shown, next: rows.length > rowsShown ? (shown.at(-1)?.line ?? null) : null }
}

/** Whom a file opens to a team, and who works there. */
export type Opens = { team: string; people: number; workers: string[] }

/** One of the first rows: as it came, and as it was understood. */
export type FirstRow = {
  line: number
  cells: string[]
  parsed: UnderstoodPerson | UnderstoodFeed
}

/** What is to be looked at before a checked file goes in. */
export async function getLook({ db }: Scope, batch: string) {
  const [row] = await db.$queryRaw<{ opens: Opens[] }[]>`
    select transfer.opens(${batch}::uuid) as opens`
  const first = await db.$queryRaw<FirstRow[]>`
    select * from transfer.first_understood(${batch}::uuid, ${firstShown}::int)`
  return { opens: row?.opens ?? [], first }
}
const firstShown = 5

/** What became of a file that went in; pairs and links are counted to a hundred. */
export type Became = { people: number; unmatched: number; pairs: number; links: number }

export async function getBecame({ db }: Scope, batch: string): Promise<Became | null> {
  const [row] = await db.$queryRaw<{ became: Became | null }[]>`
    select transfer.became(${batch}::uuid) as became`
  return row?.became ?? null
}

export type RefusedLine = { line: number; problems: Problem[]; cells: string[] }

/** Refused rows as they came, in pieces, for the report. */
export const listRefused = ({ db }: Scope, batch: string, after: number, most: number) =>
  db.$queryRaw<RefusedLine[]>`
    select * from transfer.refused_rows(${batch}::uuid, ${after}::int, ${most}::int)`
