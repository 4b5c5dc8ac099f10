import 'server-only'
import { permit } from '@/lib/access/policy'
import { today } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { NotFound, Refused } from '@/lib/errors'
import type {
  ConflictInput,
  DeathEndInput,
  DeathInput,
  EndProtectionInput,
  EndStateInput,
  LimitedInput,
  NamedInput,
  ProtectedNameInput,
  WhereaboutsInput,
} from './schema'

// States that change who sees what. Those that need more than a row are functions of the database,
// which check the role, the relationship and every id themselves. What would take something from
// another agency waits for somebody else; those commands answer whether it waits.

/** Whether an act waits for somebody else. */
async function waits(asked: Promise<{ waits: number }[]>): Promise<boolean> {
  const [row] = await asked
  return (row?.waits ?? 0) > 0
}

/** Hides everything that locates from all but the named teams; the viewer's own is always named. */
export async function protectWhereabouts(
  { db, viewer }: Scope,
  { personId, reason, reviewOn, teams }: WhereaboutsInput,
): Promise<void> {
  permit(viewer, 'whereabouts:protect')
  await db.$executeRaw`select people.protect_whereabouts(
    ${personId}::uuid, ${reason}, ${reviewOn}::date, ${teams}::uuid[])`
}

/** Shows again, as agreed, what locates. Only for a named team; what another agency set waits. */
export async function endProtectedWhereabouts(
  { db, viewer }: Scope,
  { personId, reason }: EndProtectionInput,
): Promise<boolean> {
  permit(viewer, 'whereabouts:protect')
  return waits(
    db.$queryRaw`select people.end_protected_whereabouts(${personId}::uuid, ${reason}) as waits`,
  )
}

/** Each side keeps the names it gave; the old side never shows the new. */
export async function protectName(
  { db, viewer }: Scope,
  { personId, reason }: ProtectedNameInput,
): Promise<void> {
  permit(viewer, 'name:protect')
  const before = await db.protectedName.findFirst({
    where: { personId, endedAt: null },
    select: { id: true },
  })
  if (before) throw new Refused('The name is already protected.')
  await db.protectedName.createMany({ data: { personId, reason, setOn: new Date(today()) } })
}

/** Ends our own agency's protection of the name. */
export async function endProtectedName(
  { db, viewer }: Scope,
  { personId }: EndStateInput,
): Promise<void> {
  permit(viewer, 'name:protect')
  const { count } = await db.protectedName.updateMany({
    where: { personId, agencyId: viewer.agencyId, endedAt: null },
    data: { endedAt: new Date() },
  })
  if (count === 0) throw new NotFound()
}

/** Named users alone, at least two, and the custodian; allocated workers are named too. */
export async function limitAccess(
  { db, viewer }: Scope,
  { personId, reason, reviewOn, users }: LimitedInput,
): Promise<void> {
  permit(viewer, 'access:limit')
  await db.$executeRaw`select people.limit_access(
    ${personId}::uuid, ${reason}, ${reviewOn}::date, ${users}::uuid[])`
}

/** Adds or takes off a named user; never the custodian, never fewer than two. */
export async function changeNamed({ db, viewer }: Scope, input: NamedInput): Promise<boolean> {
  permit(viewer, 'access:limit')
  const { personId, change, reason } = input
  const adding = change === 'add'
  const user = adding ? input.add : input.remove
  return waits(
    db.$queryRaw`select people.name_on_limited(
      ${personId}::uuid, ${user}::uuid, ${adding}, ${reason}) as waits`,
  )
}

/** Opens the person again to everyone whose team works with them, when the custodian agrees. */
export async function endLimitedAccess(
  { db, viewer }: Scope,
  { personId, reason }: EndProtectionInput,
): Promise<boolean> {
  permit(viewer, 'access:limit')
  return waits(
    db.$queryRaw`select people.end_limited_access(${personId}::uuid, ${reason}) as waits`,
  )
}

/**
 * A user who must never open this person, beating everything: oneself and a colleague from the next
 * statement, another agency's worker when somebody else has agreed.
 */
export async function declareConflict(
  { db, viewer }: Scope,
  { personId, userId, reason }: ConflictInput,
): Promise<boolean> {
  permit(viewer, 'conflict:declare')
  return waits(
    db.$queryRaw`select people.declare_conflict(
      ${userId}::uuid, ${personId}::uuid, ${reason}) as waits`,
  )
}

/**
 * The person died: our own work closes today and our coming appointments are taken away. The other
 * agencies are told, and asked about theirs.
 */
export async function recordDeath({ db, viewer }: Scope, input: DeathInput): Promise<void> {
  permit(viewer, 'death:record')
  const { personId, diedOn, source, confirmedBy } = input
  const before = await db.death.findFirst({
    where: { personId, agencyId: viewer.agencyId, withdrawnAt: null },
    select: { id: true },
  })
  if (before) throw new Refused('This has been recorded already.')
  await db.death.createMany({
    data: { personId, diedOn: diedOn ? new Date(diedOn) : null, source, confirmedBy },
  })
}

/** Recorded in error: everybody's work and appointments are as they were. @throws NotFound */
export async function takeBackDeath(
  { db, viewer }: Scope,
  { personId }: DeathEndInput,
): Promise<void> {
  permit(viewer, 'death:record')
  await db.$executeRaw`select people.take_back_death(${personId}::uuid)`
}
