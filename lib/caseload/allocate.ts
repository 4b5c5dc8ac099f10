import 'server-only'
import type { z } from 'zod'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import type { allocateSchema } from './allocate-schema'
import { calledWords, type Called } from './words'

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
  const [now] = await db.$queryRaw<{ name: string }[]>`
    select worker_name as name from page.workers_of(array[${involvementId}::uuid])
    order by lead desc, starts_on limit 1`
  const [called] = await db.$queryRaw<Called[]>`
    select * from page.called(${involvement.personId}::uuid)`
  return {
    personId: involvement.personId,
    name: calledWords(called),
    team: here[0]?.team ?? null,
    now: now?.name ?? null,
    colleagues: here.map(({ user_id, name: colleague }) => ({ value: user_id, label: colleague })),
  }
}

/**
 * Allocates a worker, who is told. The database refuses other teams' people and colleagues of other
 * teams. @returns the id of what was written
 */
export async function allocate(
  { db, viewer }: Scope,
  input: z.output<typeof allocateSchema>,
): Promise<string> {
  permit(viewer, 'worker:allocate')
  const [row] = await db.$queryRaw<{ id: string }[]>`
    select work.add_worker(${input.involvement}::uuid, ${input.worker}::uuid, ${input.lead}) as id`
  return row?.id ?? ''
}

/** What the viewer has just allocated, in words: asked of what is stored, not of the address. */
export async function getAllocated({ db, viewer }: Scope, id: string): Promise<string | null> {
  const done = await db.involvementWorker.findFirst({
    where: { id, givenBy: viewer.userId, agencyId: viewer.agencyId, endsOn: null },
    select: { workerName: true, personId: true, userId: true },
  })
  if (!done) return null
  const [called] = await db.$queryRaw<Called[]>`
    select * from page.called(${done.personId}::uuid)`
  const told = done.userId === viewer.userId ? '' : ' They have been told.'
  return `${done.workerName} now works with ${calledWords(called)}.${told}`
}
