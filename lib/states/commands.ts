import 'server-only'
import { permit } from '@/lib/access/policy'
import { today } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { NotFound, Refused } from '@/lib/errors'
import type {
  ConflictInput,
  DeathInput,
  EndStateInput,
  LimitedInput,
  NamedInput,
  ProtectedNameInput,
  WhereaboutsInput,
} from './schema'

// States that change who sees what. Those that need more than a row are functions of the database,
// which check the role and the relationship themselves.

/** Hides everything that locates from all but the named teams; the viewer's own is always named. */
export async function protectWhereabouts(
  { db, viewer }: Scope,
  { personId, reason, reviewOn, teams }: WhereaboutsInput,
): Promise<void> {
  permit(viewer, 'whereabouts:protect')
  await db.$executeRaw`select people.protect_whereabouts(
    ${personId}::uuid, ${reason}, ${reviewOn}::date, ${teams}::uuid[])`
}

/** Shows again, as agreed, what locates. Only for a named team. */
export async function endProtectedWhereabouts(
  { db, viewer }: Scope,
  { personId }: EndStateInput,
): Promise<void> {
  permit(viewer, 'whereabouts:protect')
  await db.$executeRaw`select people.end_protected_whereabouts(${personId}::uuid)`
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

/** Adds or takes off a named user; never fewer than two. */
export async function changeNamed({ db, viewer }: Scope, input: NamedInput): Promise<void> {
  permit(viewer, 'access:limit')
  const adding = input.change === 'add'
  const user = adding ? input.add : input.remove
  await db.$executeRaw`select people.name_on_limited(
    ${input.personId}::uuid, ${user}::uuid, ${adding})`
}

/** Opens the person again to everyone whose team works with them. */
export async function endLimitedAccess(
  { db, viewer }: Scope,
  { personId }: EndStateInput,
): Promise<void> {
  permit(viewer, 'access:limit')
  await db.$executeRaw`select people.end_limited_access(${personId}::uuid)`
}

/** A user who must never open this person: from the next statement, and beating everything. */
export async function declareConflict(
  { db, viewer }: Scope,
  { personId, userId, reason }: ConflictInput,
): Promise<void> {
  permit(viewer, 'conflict:declare')
  await db.$executeRaw`
    select people.declare_conflict(${userId}::uuid, ${personId}::uuid, ${reason})`
}

/** The person died: involvements close today, coming appointments are taken away. */
export async function recordDeath({ db, viewer }: Scope, input: DeathInput): Promise<void> {
  permit(viewer, 'death:record')
  const { personId, diedOn, source, confirmedBy } = input
  const before = await db.death.findFirst({ where: { personId }, select: { id: true } })
  if (before) throw new Refused('This has been recorded already.')
  await db.death.createMany({
    data: { personId, diedOn: diedOn ? new Date(diedOn) : null, source, confirmedBy },
  })
}
