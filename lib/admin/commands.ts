import 'server-only'
import { permit } from '@/lib/access/policy'
import { refuseStale } from '@/lib/stored-version'
import { newToken, sha256 } from '@/lib/access/sign-in'
import type { Scope } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { getTeam, teamValues } from './queries'
import type { FirstAdministrator, NewAgency, NewMembership, NewUser, TeamInput } from './schema'

const idOf = (rows: { id: string }[]): string => {
  const [row] = rows
  if (!row) throw new NotFound()
  return row.id
}

/**
 * Makes an agency and its first administrator. Host administrators only. @returns the
 * administrator's id
 */
export async function makeAgency({ db, viewer }: Scope, input: NewAgency): Promise<string> {
  permit(viewer, 'admin:write')
  return idOf(
    await db.$queryRaw`select admin.make_agency(${input.name}, ${input.institution}, ${input.kind}, ${input.desk},
      ${input.impliesPlace}, ${input.firstName}, ${input.firstEmail})::text as id`,
  )
}

/**
 * Asks somebody to run an agency that nobody runs: whoever was asked before has declined. Host
 * administrators only. @returns the user's id; @throws Refused while somebody else is asked
 */
export async function inviteAdministrator(
  { db, viewer }: Scope,
  input: FirstAdministrator,
): Promise<string> {
  permit(viewer, 'admin:write')
  return idOf(
    await db.$queryRaw`select admin.invite_administrator(${input.agency}::uuid, ${input.name},
      ${input.email})::text as id`,
  )
}

/**
 * Makes a team of my agency, or changes one that was opened at `version`. @returns its id. @throws
 * Stale when somebody else changed it meanwhile
 */
export async function keepTeam(
  scope: Scope,
  input: TeamInput,
  version: number | null = null,
): Promise<string> {
  const { db, viewer } = scope
  permit(viewer, 'admin:write')
  const before = input.team ? await getTeam(scope, input.team) : null
  if (before) refuseStale(version, teamValues(before))
  return idOf(
    await db.$queryRaw`select admin.keep_team(${input.team ?? null}::uuid, ${input.name}, ${input.function},
      ${input.categories}::text[], ${input.phone}, ${input.hours}, ${input.impliesPlace})::text as id`,
  )
}

/** Ends a team that has no work left. @throws Refused while anything of it is open */
export async function endTeam({ db, viewer }: Scope, team: string, why: string): Promise<void> {
  permit(viewer, 'admin:write')
  await db.$executeRaw`select admin.end_team(${team}::uuid, ${why})`
}

/**
 * Offers somebody a first role in my agency, which they take themselves; one whose address is known
 * keeps their name and password, and nothing here tells which they are. @returns the user's id
 */
export async function addUser({ db, viewer }: Scope, input: NewUser): Promise<string> {
  permit(viewer, 'admin:write')
  return idOf(
    await db.$queryRaw`select admin.add_user(${input.name}, ${input.email}, ${input.phone}, ${input.role},
      ${input.jobTitle}, ${input.teams}::uuid[])::text as id`,
  )
}

/** Offers a user of my agency one more role. @returns whether it is open at once */
export async function addMembership({ db, viewer }: Scope, input: NewMembership): Promise<boolean> {
  permit(viewer, 'admin:write')
  const [row] = await db.$queryRaw<{ open: boolean }[]>`
    select admin.add_membership(${input.user}::uuid, ${input.role}, ${input.jobTitle},
      ${input.teams}::uuid[]) as open`
  return row?.open ?? false
}

/** Ends a role, and every session that acts in it, at once. */
export async function endMembership({ db, viewer }: Scope, membership: string): Promise<void> {
  permit(viewer, 'admin:write')
  await db.$executeRaw`select admin.end_membership(${membership}::uuid)`
}

/** Ends all of a user's roles in my agency; who has none left elsewhere cannot sign in any more. */
export async function endUser({ db, viewer }: Scope, user: string): Promise<void> {
  permit(viewer, 'admin:write')
  await db.$executeRaw`select admin.end_user(${user}::uuid)`
}

/**
 * A link to hand over, shown once and kept as a hash. An invitation lasts seven days, a reset one.
 */
export async function makeLink({ db, viewer }: Scope, user: string) {
  permit(viewer, 'admin:write')
  const token = newToken()
  const [row] = await db.$queryRaw<{ why: 'invitation' | 'reset' }[]>`
    select admin.make_link(${user}::uuid, ${sha256(token)}) as why`
  if (!row) throw new NotFound()
  return { path: `/set-password/${token}`, why: row.why }
}

export async function addCode({ db, viewer }: Scope, list: string, label: string): Promise<void> {
  permit(viewer, 'admin:write')
  await db.$executeRaw`select admin.add_code(${list}, ${label})`
}

/** Offers a value, or no longer. It is never deleted: old entries keep their words. */
export async function offerCode(
  { db, viewer }: Scope,
  list: string,
  key: string,
  offered: boolean,
): Promise<void> {
  permit(viewer, 'admin:write')
  await db.$executeRaw`select admin.offer_code(${list}, ${key}, ${offered})`
}
