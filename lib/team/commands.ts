import 'server-only'
import { permit } from '@/lib/access/policy'
import { formatDateTime } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { NotFound, Stale } from '@/lib/errors'
import type { EndInput, StartInput, WorkerEndInput, WorkerInput } from './schema'

/**
 * Starts a team's work with a person. The database tells the workers of the others the same day.
 *
 * @throws NotFound when the viewer may not open the person; Refused when the team works with them
 */
export async function startInvolvement({ db, viewer }: Scope, input: StartInput): Promise<void> {
  permit(viewer, 'involvement:start')
  await db.$executeRaw`select work.start_involvement(${input.personId}::uuid,
    ${input.teamId}::uuid, ${input.cameFrom}, ${input.worker}::uuid, ${input.lead})`
}

/** Ends our own team's work: from tomorrow the agency keeps its own file and nothing else. */
export async function endInvolvement(
  { db, viewer }: Scope,
  input: EndInput,
  version: number | null,
): Promise<void> {
  permit(viewer, 'involvement:end')
  const { involvementId, personId, reason, handover } = input
  const own = { id: involvementId, personId, agencyId: viewer.agencyId }
  await db.$queryRaw`select id from involvement where id = ${involvementId}::uuid
    and person_id = ${personId}::uuid and agency_id = ${viewer.agencyId}::uuid for update`
  const now = await db.involvement.findFirst({
    where: own,
    select: {
      ...{ endsOn: true, endReason: true, version: true, categories: true, audience: true },
      handovers: { select: { words: true }, orderBy: { givenAt: 'desc' }, take: 1 },
    },
  })
  if (!now) throw new NotFound()
  if (now.endsOn !== null || (version !== null && version !== now.version)) {
    const saved = { reason: now.endReason ?? '', handover: now.handovers[0]?.words ?? '' }
    throw new Stale(saved, 'A colleague', formatDateTime(new Date()), now.version)
  }
  // First the words: work that ended yesterday is open to nobody who could still write them.
  const { categories, audience } = now
  await db.handover.createMany({
    data: { personId, involvementId, categories, audience, words: handover },
  })
  await db.involvement.updateMany({
    where: own,
    data: { endsOn: new Date(input.endsOn), endReason: reason },
  })
}

/** Names a worker, and makes them the lead when asked; the lead before them stays a worker. */
export async function nameWorker({ db, viewer }: Scope, input: WorkerInput): Promise<void> {
  permit(viewer, 'involvement:start')
  const { involvementId, worker, lead, personId } = input
  const there = await db.involvement.findFirst({
    where: { id: involvementId, personId, agencyId: viewer.agencyId, endsOn: null },
    select: {
      involvementWorkers: { where: { userId: worker, endsOn: null }, select: { id: true } },
    },
  })
  if (!there) throw new NotFound()
  // Named already: all that can change is who leads.
  if (there.involvementWorkers[0])
    return lead ? makeLead({ db, viewer }, personId, worker) : undefined
  await db.$executeRaw`
    select work.add_worker(${involvementId}::uuid, ${worker}::uuid, ${lead})`
}

async function makeLead({ db, viewer }: Scope, personId: string, userId: string): Promise<void> {
  const ours = { personId, agencyId: viewer.agencyId, endsOn: null }
  await db.involvementWorker.updateMany({ where: { ...ours, lead: true }, data: { lead: false } })
  await db.involvementWorker.updateMany({ where: { ...ours, userId }, data: { lead: true } })
}

/** Takes a worker of our own off; the team's work goes on. */
export async function endWorker({ db, viewer }: Scope, input: WorkerEndInput): Promise<void> {
  permit(viewer, 'involvement:end')
  const { count } = await db.involvementWorker.updateMany({
    where: {
      id: input.workerId,
      involvementId: input.involvementId,
      personId: input.personId,
      agencyId: viewer.agencyId,
      endsOn: null,
    },
    data: { endsOn: new Date(input.endsOn) },
  })
  if (count === 0) throw new NotFound()
}
