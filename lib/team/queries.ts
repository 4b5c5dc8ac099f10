import 'server-only'
import type { Scope } from '@/lib/db'
import type { InvolvedTeam } from '@/lib/people/view'

/** Teams working with a person, and those who did, as far as this viewer may know. */
export async function listInvolved({ db }: Scope, personId: string): Promise<InvolvedTeam[]> {
  const [row] = await db.$queryRaw<{ team: InvolvedTeam[] }[]>`
    select page.team(${personId}::uuid, true) as team`
  return row?.team ?? []
}
