import 'server-only'
import type { Scope } from '@/lib/db'
import type { Overview, Strip } from '@/lib/people/view'

/** Pages about a person, as the access log names them. */
export type PersonPage =
  | 'overview'
  | 'timeline'
  | 'needs'
  | 'plan'
  | 'dates'
  | 'team'
  | 'warnings'
  | 'referrals'
  | 'details'
  | 'sharing'
  | 'history'
  | 'print'
  | 'together'
  | 'record'
  | 'change'

/** An opened page: on which ground, and the identity strip. */
export type OpenPerson = { ground: string; strip: Strip }

/**
 * Opens a page about a person: asks question 1, writes the access log in the same transaction, and
 * reads the identity strip. Null: there is no such person to this viewer, and the page is *not
 * found*.
 */
export async function openPerson(
  { db }: Scope,
  personId: string,
  page: PersonPage,
): Promise<OpenPerson | null> {
  const [row] = await db.$queryRaw<{ ground: string | null; strip: Strip | null }[]>`
    select * from page.open(${personId}::uuid, ${page}, null)`
  return row?.ground && row.strip ? { ground: row.ground, strip: row.strip } : null
}

/**
 * Where somebody's page is now that their records were joined to another person; null where this
 * viewer may not open it, or nothing was joined.
 */
export async function whereNow({ db }: Scope, personId: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ now: string | null }[]>`
    select access.where_now(${personId}::uuid) as now`
  return row?.now ?? null
}

/** The overview, opened and logged, in one statement. */
export async function openOverview(
  { db }: Scope,
  personId: string,
): Promise<{ ground: string; overview: Overview } | null> {
  const [row] = await db.$queryRaw<{ ground: string | null; overview: Overview | null }[]>`
    select * from page.open_overview(${personId}::uuid, null)`
  return row?.ground && row.overview ? { ground: row.ground, overview: row.overview } : null
}
