import 'server-only'
import { permit } from '@/lib/access/policy'
import { today } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { NotFound, NotPermitted } from '@/lib/errors'
import { can } from '@/lib/access/policy'
import type { ImportShape } from './fields'
import type { Mapping } from './mapping'
import type { Problem } from './problems'
import { headerHash } from './row-hash'
import { suggestMapping, type Suggestion } from './suggest'

/** How far a file has got. `undoing` while the state is *undone* and the job is not through. */
export type BatchState =
  'received' | 'checking' | 'checked' | 'importing' | 'done' | 'failed' | 'undone' | 'abandoned'

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

/** A file as its page shows it. */
export type Batch = {
  id: string
  shape: ImportShape
  listKind: string
  teamId: string
  filename: string
  encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252'
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

/** What each column seems to be; what was chosen before for the same headings wins. */
export async function getSuggestion({ db }: Scope, batch: Batch): Promise<Suggestion> {
  const rows = await db.$queryRaw<{ cells: string[] }[]>`
    select cells from transfer.first_rows(${batch.id}::uuid, 300) cells`
  const suggestion = suggestMapping(
    batch.header,
    rows.map(({ cells }) => cells),
    batch.shape,
    today(),
  )
  if (batch.read) return { ...suggestion, mapping: batch.read }
  const [kept] = await db.$queryRaw<{ mapping: Mapping | null }[]>`
    select transfer.remembered(${batch.shape}, ${headerHash(batch.header)}) as mapping`
  return kept?.mapping ? { ...suggestion, mapping: kept.mapping } : suggestion
}

export type OutcomeRow = {
  line: number
  local_ref: string | null
  problems: Problem[] | null
  why: string | null
}

/** One page of an outcome's rows, from the line after `after`. */
export async function listRows({ db }: Scope, batch: string, outcome: string, after: number) {
  const rows = await db.$queryRaw<OutcomeRow[]>`
    select * from transfer.rows_of(${batch}::uuid, ${outcome}, ${after}::int,
      ${rowsShown + 1}::int)`
  const shown = rows.slice(0, rowsShown)
  return { rows: shown, next: rows.length > rowsShown ? (shown.at(-1)?.line ?? null) : null }
}

export type RefusedLine = { line: number; problems: Problem[]; cells: string[] }

/** Refused rows as they came, in pieces, for the report. */
export const listRefused = ({ db }: Scope, batch: string, after: number, most: number) =>
  db.$queryRaw<RefusedLine[]>`
    select * from transfer.refused_rows(${batch}::uuid, ${after}::int, ${most}::int)`
