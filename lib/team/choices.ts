import 'server-only'
import type { Scope } from '@/lib/db'

/** Colleagues in the viewer's teams, each once with the teams they share. */
export async function listColleagues({ db }: Scope, teamId?: string) {
  const rows = await db.$queryRaw<{ user_id: string; name: string; team_id: string }[]>`
    select user_id, name, team_id from page.colleagues()`
  const names = new Map(
    rows.filter((row) => !teamId || row.team_id === teamId).map((row) => [row.user_id, row.name]),
  )
  return [...names].map(([value, label]) => ({ value, label }))
}

/** The viewer's own teams, as choices. */
export async function listOwnTeams({ db, viewer }: Scope) {
  const teams = await db.team.findMany({
    where: { id: { in: viewer.teamIds } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
  return teams.map(({ id, name }) => ({ value: id, label: name }))
}

/** One of our own involvements that has not ended, with its workers; null when there is none. */
export const getOwnInvolvement = ({ db, viewer }: Scope, personId: string, id: string) =>
  db.involvement.findFirst({
    where: { id, personId, agencyId: viewer.agencyId, endsOn: null },
    select: {
      teamId: true,
      version: true,
      involvementWorkers: {
        where: { endsOn: null },
        select: { id: true, workerName: true, lead: true },
        orderBy: [{ lead: 'desc' }, { startsOn: 'asc' }],
      },
    },
  })

/** A worker of ours who has not been taken off, by name; null when there is none. */
export const getOwnWorker = ({ db, viewer }: Scope, personId: string, id: string) =>
  db.involvementWorker.findFirst({
    where: { id, personId, agencyId: viewer.agencyId, endsOn: null },
    select: { workerName: true, lead: true },
  })
