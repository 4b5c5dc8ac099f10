import 'server-only'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import type { LogAsk } from './schema'

/** Lines on a page of one's own log. */
export const pageSize = 50

/** Lines on a page of the officer's, where a visit of many is one row. */
export const officerPageSize = 200

export type LogLine = {
  at: Date
  key: string
  /** A reference, never a name. */
  person: string
  /** Null: no user was signed in. */
  reader: string | null
  agency: string
  ours: boolean
  page: string
  ground: string | null
  refused: boolean
  /** Alike for the lines of one visit. */
  visit: string
}

/**
 * A page of the log that concerns the officer's agency, newest first; `next` is where the next page
 * begins.
 */
export async function getLog({ db, viewer }: Scope, ask: LogAsk, size = officerPageSize) {
  permit(viewer, 'log:read')
  const rows = await db.$queryRaw<LogLine[]>`
    select * from trail.read_log(${ask.user ?? null}::uuid, ${ask.like ?? null}, ${ask.from ?? null}::date,
      ${ask.until ?? null}::date, ${ask.refused === 'yes'}, ${ask.at ?? null}::timestamptz, ${ask.key ?? null}, ${size + 1}::int)`
  const lines = rows.slice(0, size)
  const last = lines.at(-1)
  return {
    lines,
    next: rows.length > size && last ? { at: last.at.toISOString(), key: last.key } : null,
  }
}

/** The same as rows for a file. Writes a disclosure for every person in it. */
export async function exportLog({ db, viewer }: Scope, ask: LogAsk, recipient: string) {
  permit(viewer, 'log:read')
  return db.$queryRaw<Omit<LogLine, 'key' | 'ours' | 'visit'>[]>`
    select * from trail.export_log(${ask.user ?? null}::uuid, ${ask.like ?? null}, ${ask.from ?? null}::date,
      ${ask.until ?? null}::date, ${ask.refused === 'yes'}, ${recipient})`
}

/** Users of the officer's agency, for the filter. */
export const listReaders = ({ db }: Scope) =>
  db.$queryRaw<{ user_id: string; name: string }[]>`select * from trail.readers()`

/** How often somebody searched, among their own people and beyond them, and when last. */
export type Searches = {
  user_id: string
  name: string
  own: number
  beyond: number
  last_at: Date
}

/** Searches of the last thirty days, by user of the officer's agency. No words are kept. */
export const countSearches = ({ db }: Scope) =>
  db.$queryRaw<Searches[]>`select * from trail.searches()`

export type MyLine = {
  at: Date
  key: string
  personId: string | null
  name: string | null
  reference: string
  page: string
  ground: string
  agency: string
}

/** One's own openings. Named only where one may still open the person, under one's own rights. */
export async function getMyLog({ db }: Scope, ask: Pick<LogAsk, 'at' | 'key'>) {
  type Row = Omit<MyLine, 'personId' | 'name'> & { person_id: string | null }
  const rows = await db.$queryRaw<Row[]>`
    select * from trail.my_log(${ask.at ?? null}::timestamptz, ${ask.key ?? null}::uuid, ${pageSize + 1}::int)`
  const shown = rows.slice(0, pageSize)
  const ids = [...new Set(shown.flatMap(({ person_id }) => person_id ?? []))]
  const names = await db.personName.findMany({
    where: { personId: { in: ids } },
    select: { personId: true, given: true, family: true },
    orderBy: { givenAt: 'asc' },
  })
  const nameOf = new Map(
    names.map(({ personId, given, family }) => [personId, `${given} ${family}`.trim()]),
  )
  const lines: MyLine[] = shown.map(({ person_id, ...line }) => ({
    ...line,
    personId: person_id,
    name: (person_id && nameOf.get(person_id)) || null,
  }))
  const last = lines.at(-1)
  return {
    lines,
    next: rows.length > pageSize && last ? { at: last.at.toISOString(), key: last.key } : null,
  }
}
