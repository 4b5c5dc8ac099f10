import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { refuseStale } from '@/lib/stored-version'
import { datesOf } from './set-dates'
import type { AreaLoad, NewAreaSet, SetDates } from './schema'
import type { SentFile } from './upload'

/**
 * Anything that runs one statement with values, as the owner. The caller opens the transaction, so
 * that a load is whole or not at all.
 */
export type RunSql = (text: string, values: unknown[]) => Promise<{ rows: unknown[] }>

/** Rows to a statement: large enough to be quick, small enough for one message. */
const batch = 2000
const parts = ['areas', 'populations', 'measures', 'postcodes', 'features'] as const

function* batches(rows: readonly object[]): Generator<string> {
  for (let start = 0; start < rows.length; start += batch) {
    yield JSON.stringify(rows.slice(start, start + batch))
  }
}

async function saveOne(run: RunSql, whole: NewAreaSet): Promise<void> {
  const { areas, populations, measures, postcodes, features, ...set } = whole
  const lists = { areas, populations, measures, postcodes, features }
  const codes = areas.map(({ code }) => code)
  const saved = await run('select admin.save_area_set($1, $2)::text as id', [set, codes])
  const { id } = saved.rows[0] as { id: string }
  for (const part of parts) {
    for (const rows of batches(lists[part])) {
      await run('select admin.save_area_rows($1, $2, $3)', [id, part, rows])
    }
  }
}

/** A set that may not go into this database, in words for whoever loads it. */
export class NotThisPlace extends Error {
  override name = 'NotThisPlace'
}

/**
 * Writes area sets with all that hangs on them, in bulk. A set whose key is known is brought up
 * to date, and one loaded twice is the same as once. Call it inside a transaction of the owner.
 *
 * @throws NotThisPlace when invented areas are offered to a live database
 */
export async function writeAreas(run: RunSql, load: AreaLoad): Promise<void> {
  const { rows } = await run(`select mode from installation where mode = 'live'`, [])
  if (rows.length > 0 && load.sets.some((set) => set.practice)) {
    throw new NotThisPlace('This is a live database. It takes no areas of the invented city.')
  }
  for (const set of load.sets) await saveOne(run, set)
  for (const some of batches(load.lookups)) await run('select admin.save_area_lookups($1)', [some])
}

/**
 * Keeps files as they came, in place of what this administrator sent before. The worker reads them.
 *
 * @returns where to look at them
 * @throws Refused while others of theirs are being read
 */
export async function receiveAreas(
  { db, viewer }: Scope,
  place: string | null,
  files: readonly SentFile[],
): Promise<string> {
  permit(viewer, 'admin:write')
  const [row] = await db.$queryRaw<{ id: string }[]>`
    select admin.receive_areas(${place})::text as id`
  if (!row) throw new NotFound()
  for (const { name, bytes } of files)
    await db.$executeRaw`select admin.receive_area_file(${row.id}::uuid, ${name}, ${bytes})`
  return row.id
}

/** Loads what was kept, whole or not at all. @returns how many sets */
export async function loadAreas(
  { db, viewer }: Scope,
  upload: string,
  said: { attribution: string; licence: string },
): Promise<number> {
  permit(viewer, 'admin:write')
  const [row] = await db.$queryRaw<{ sets: number }[]>`
    select admin.load_areas(${upload}::uuid, ${said.attribution}, ${said.licence}) as sets`
  if (!row) throw new NotFound()
  return row.sets
}

/** Throws away what was kept. */
export async function forgetAreas({ db, viewer }: Scope, upload: string): Promise<void> {
  permit(viewer, 'admin:write')
  await db.$executeRaw`select admin.forget_areas(${upload}::uuid)`
}

/**
 * Says from when to when a version holds. @throws Stale when somebody else did since `version`
 */
export async function dateAreaSet(
  scope: Scope,
  input: SetDates,
  version: number | null = null,
): Promise<void> {
  const { db, viewer } = scope
  permit(viewer, 'admin:write')
  const { set, from, until } = input
  const before = await db.areaSet.findUnique({
    where: { id: set },
    select: { validFrom: true, validTo: true },
  })
  if (before) refuseStale(version, datesOf(before))
  await db.$executeRaw`select admin.date_area_set(${set}::uuid, ${from}::date, ${until}::date)`
}
