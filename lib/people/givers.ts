import 'server-only'
import type { Scope } from '@/lib/db'
import { anotherService } from './another-service'

/**
 * Who gave the rows of one person, as far as this viewer may know that they work with them. Every
 * page that names an agency beside what it read takes the name from here.
 */
export async function getGivers({ db, viewer }: Scope, personId: string) {
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    select * from access.giver_names(${personId}::uuid)`
  const known = new Map(rows.map(({ id, name }) => [id, name]))
  return {
    /** The agency's name, or the same words for all that may not be known. */
    nameOf: (agencyId: string) => known.get(agencyId) ?? anotherService,
    /** The viewer's own agency: its workers may be named to them. */
    isOwn: (agencyId: string) => agencyId === viewer.agencyId,
    /** Those that may be known, by name. */
    known: rows,
  }
}

/** The names of these users, for words of the viewer's own agency. */
export async function getAuthors({ db }: Scope, userIds: readonly (string | null)[]) {
  const ids = [...new Set(userIds.flatMap((id) => id ?? []))]
  const users = await db.appUser.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  })
  return new Map(users.map(({ id, name }) => [id, name]))
}
