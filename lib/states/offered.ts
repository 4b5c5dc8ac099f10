import 'server-only'
import type { Scope } from '@/lib/db'

/** Every team but the viewer's own, as choices: who may still see where somebody is. */
export async function listTeams({ db, viewer }: Scope) {
  const teams = await db.team.findMany({
    where: { endedAt: null, id: { notIn: viewer.teamIds } },
    select: { id: true, name: true, agency: { select: { name: true } } },
    orderBy: [{ agency: { name: 'asc' } }, { name: 'asc' }],
  })
  return teams.map(({ id, name, agency }) => ({
    value: id,
    label: name.startsWith(agency.name) ? name : `${agency.name}, ${name}`,
  }))
}

/** People at work who may open this person now, as far as the viewer may know. */
export async function listOpeners({ db }: Scope, personId: string) {
  const rows = await db.$queryRaw<{ user_id: string; name: string; agency: string }[]>`
    select distinct user_id, name, agency from access.readers_of(${personId}::uuid)
    order by agency, name`
  return rows.map(({ user_id, name, agency }) => ({ value: user_id, label: `${name}, ${agency}` }))
}

/** The people of the viewer's own agency who work with people. */
export async function listOwnPeople({ db, viewer }: Scope) {
  const rows = await db.membership.findMany({
    where: {
      agencyId: viewer.agencyId,
      OR: [{ endsAt: null }, { endsAt: { gt: new Date() } }],
      membershipTeams: { some: {} },
    },
    select: { userId: true, user: { select: { name: true, endedAt: true } } },
    orderBy: { user: { name: 'asc' } },
  })
  const here = rows.filter(({ user }) => user.endedAt === null)
  return [...new Map(here.map(({ userId, user }) => [userId, user.name]))].map(([value, name]) => ({
    value,
    label: `${name}, ${viewer.agency}`,
  }))
}
