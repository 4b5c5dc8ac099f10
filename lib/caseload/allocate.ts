import 'server-only'
import type { z } from 'zod'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import type { allocateSchema } from './allocate-schema'

/**
 * Who could take this on: colleagues of the involvement's own team. Null when there is no such open
 * involvement of one of the viewer's teams, or the viewer may not allocate.
 */
export async function getAllocation({ db, viewer }: Scope, involvementId: string) {
  const involvement = await db.involvement.findFirst({
    where: { id: involvementId, agencyId: viewer.agencyId, teamId: { in: viewer.teamIds } },
    select: { id: true, personId: true, teamId: true },
  })
  if (!involvement) return null
  const rows = await db.$queryRaw<
    { user_id: string; name: string; team_id: string; team: string }[]
  >`
    select * from page.colleagues()`
  const here = rows.filter(({ team_id }) => team_id === involvement.teamId)
  const now = await db.involvementWorker.findFirst({
    where: { involvementId, endsOn: null },
    select: { userId: true, workerName: true },
    orderBy: [{ lead: 'desc' }, { startsOn: 'asc' }],
  })
  const name = await db.personName.findFirst({
    where: { personId: involvement.personId },
    select: { given: true, family: true },
    orderBy: { givenAt: 'asc' },
  })
  return {
    personId: involvement.personId,
    name: name ? `${name.given} ${name.family}`.trim() : null,
    team: here[0]?.team ?? null,
    now: now?.workerName ?? null,
    colleagues: here.map(({ user_id, name: colleague }) => ({ value: user_id, label: colleague })),
  }
}

/** Allocates a worker. The database refuses other teams' people and colleagues of other teams. */
export async function allocate(
  { db, viewer }: Scope,
  input: z.output<typeof allocateSchema>,
): Promise<void> {
  permit(viewer, 'worker:allocate')
  await db.$executeRaw`
    select work.add_worker(${input.involvement}::uuid, ${input.worker}::uuid, ${input.lead})`
}
