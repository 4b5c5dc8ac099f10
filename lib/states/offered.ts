import 'server-only'
import type { Scope } from '@/lib/db'

// What forms about states offer: the database's own lists, which its verbs check every id against.

type Worker = { user_id: string; name: string; agency: string }

const worker = ({ user_id, name, agency }: Worker) => ({
  value: user_id,
  label: `${name}, ${agency}`,
})

/** Other teams that may still see where somebody is, as far as the viewer may know of them. */
export async function listTeams({ db, viewer }: Scope, personId: string) {
  const teams = await db.$queryRaw<{ team_id: string; name: string; agency: string }[]>`
    select * from people.offered_teams(${personId}::uuid)`
  return teams
    .filter(({ team_id }) => !viewer.teamIds.includes(team_id))
    .map(({ team_id, name, agency }) => ({
      value: team_id,
      label: name.startsWith(agency) ? name : `${agency}, ${name}`,
    }))
}

/** Who may be named on a limited record. */
export async function listNameable({ db }: Scope, personId: string) {
  const rows = await db.$queryRaw<Worker[]>`
    select * from people.offered_names(${personId}::uuid)`
  return rows.map(worker)
}

/** Who may be barred: workers that the viewer may know to open this person, and colleagues. */
export async function listBarrable({ db }: Scope, personId: string) {
  const rows = await db.$queryRaw<Worker[]>`
    select * from people.offered_workers(${personId}::uuid)`
  return rows.map(worker)
}
