import 'server-only'
import type { Scope } from '@/lib/db'
import type { InvolvedTeam } from '@/lib/people/view'
import type { Plan } from './view'

/** The plan of a person as this viewer may see it: what was withdrawn left out, what ended kept. */
export async function getPlan({ db }: Scope, personId: string): Promise<Plan> {
  const [row] = await db.$queryRaw<{ plan: Plan }[]>`select page.plan(${personId}::uuid) as plan`
  return row?.plan ?? { goals: [], actions: [], asked: [], reviews: [], strengths: [], held: [] }
}

/** Who may be named as the owner of an action: the viewer, and workers whom they may know of. */
export async function listOwners({ db, viewer }: Scope, personId: string) {
  const [row] = await db.$queryRaw<{ team: InvolvedTeam[] }[]>`
    select page.team(${personId}::uuid, false) as team`
  const named = new Map([[viewer.userId, `${viewer.name}, you`]])
  for (const { agency, workers } of row?.team ?? [])
    for (const { userId, name, left } of workers)
      if (userId && !left && !named.has(userId)) named.set(userId, `${name}, ${agency}`)
  return [...named].map(([value, label]) => ({ value, label }))
}

/**
 * The viewer's own open actions, whoever added them, as far as they may read them: first due first.
 * For whatever asks what needs somebody. At most 100.
 */
export async function listMyActions({ db, viewer }: Scope) {
  return db.planAction.findMany({
    where: { ownerUserId: viewer.userId, doneOn: null, notDoneOn: null, withdrawnOn: null },
    select: { id: true, personId: true, words: true, dueOn: true, takenOnAt: true, version: true },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: 100,
  })
}
