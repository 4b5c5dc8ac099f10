import 'server-only'
import { can, type Role } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import type { FormValues } from '@/lib/form-state'

export type Membership = {
  id: string
  role: Role
  title: string | null
  from: string
  until: string | null
  ended: boolean
  /** Closed since a password was set by a link. */
  waits: boolean
  teams: string[]
}
/** A role offered here and not open yet: whose yes it still needs, and who may say it. */
export type Offer = {
  id: string
  role: Role
  title: string | null
  at: string
  by: string
  teams: string[]
  asksUser: boolean
  asksSecond: boolean
  mayAgree: string[]
}
export type User = {
  id: string
  name: string
  email: string
  phone: string | null
  left: boolean
  /**
   * Has taken a role here. Until then the agency knows what it typed: not whether they have an
   * account with another agency.
   */
  taken: boolean
  /** Has set a password. */
  signsIn: boolean
  /** I may hand them a link. Said for one user at a time, else false. */
  mayLink: boolean
  linkUntil: string | null
  offers: Offer[]
  memberships: Membership[]
}

/**
 * Whether the viewer's agency runs the place: its administrators also see agencies, code lists,
 * errors and areas.
 */
export async function isHost({ db, viewer }: Scope): Promise<boolean> {
  if (!can(viewer, 'admin:view')) return false
  const [row] = await db.$queryRaw<{ host: boolean }[]>`
    select admin.is_host(${viewer.agencyId}::uuid) as host`
  return row?.host ?? false
}

/** Users of the viewer's agency, those who left last. */
export async function listUsers({ db }: Scope): Promise<User[]> {
  const [row] = await db.$queryRaw<{ users: User[] }[]>`select admin.users(null) as users`
  return row?.users ?? []
}

export async function getUser({ db }: Scope, userId: string): Promise<User | null> {
  const [row] = await db.$queryRaw<
    { users: User[] }[]
  >`select admin.users(${userId}::uuid) as users`
  return row?.users[0] ?? null
}

export const listAgencies = ({ db }: Scope) =>
  db.agency.findMany({
    select: {
      id: true,
      name: true,
      institution: true,
      kind: true,
      deskPhone: true,
      directoryOnly: true,
      impliesPlace: true,
      _count: { select: { teams: true } },
    },
    where: { endedAt: null },
    orderBy: [{ directoryOnly: 'asc' }, { name: 'asc' }],
  })

/** First administrators who have not begun, by agency: the host may invite them again. */
export const listNotBegun = ({ db }: Scope) =>
  db.$queryRaw<{ agency_id: string; user_id: string; name: string }[]>`
    select * from admin.not_begun()`

/** Agencies that nobody runs, with the offer that waits, if any: the host asks somebody else. */
export const listWithoutAdministrator = ({ db }: Scope) =>
  db.$queryRaw<{ agency_id: string; offer: string | null; called: string | null }[]>`
    select * from admin.without_administrator()`

const teamShape = {
  id: true,
  name: true,
  function: true,
  defaultCategories: true,
  phone: true,
  hours: true,
  impliesPlace: true,
} as const

/** Teams of the viewer's agency. */
export const listTeams = ({ db, viewer }: Scope) =>
  db.team.findMany({
    where: { agencyId: viewer.agencyId, endedAt: null },
    select: teamShape,
    orderBy: { name: 'asc' },
  })

export const getTeam = ({ db, viewer }: Scope, teamId: string) =>
  db.team.findFirst({
    where: { id: teamId, agencyId: viewer.agencyId, endedAt: null },
    select: teamShape,
  })

/** What stands in the way of ending a team, and what it would do. Numbers: nobody is named. */
export type TeamEnd = {
  name: string
  working: number
  referrals: number
  /** People on whose protected whereabouts no other team is named. */
  alone: number
  agreements: string[]
  managers: string[]
  leftWithout: string[]
}
export async function getTeamEnd({ db }: Scope, teamId: string): Promise<TeamEnd | null> {
  const [row] = await db.$queryRaw<{ it: TeamEnd | null }[]>`
    select admin.team_end(${teamId}::uuid) as it`
  return row?.it ?? null
}

/** A team as its form shows it. */
export const teamValues = (team: NonNullable<Awaited<ReturnType<typeof getTeam>>>): FormValues => ({
  name: team.name,
  function: team.function,
  categories: team.defaultCategories,
  phone: team.phone ?? '',
  hours: team.hours ?? '',
  impliesPlace: team.impliesPlace ? 'yes' : 'no',
})

/** Every code list with how many values it offers. */
export async function listCodeLists({ db }: Scope) {
  const rows = await db.code.groupBy({ by: ['list', 'current'], _count: { key: true } })
  const lists = new Map<string, { offered: number; retired: number }>()
  for (const { list, current, _count } of rows) {
    const known = lists.get(list) ?? { offered: 0, retired: 0 }
    lists.set(list, { ...known, [current ? 'offered' : 'retired']: _count.key })
  }
  return [...lists].map(([list, counts]) => ({ list, ...counts }))
}

export type ListedCode = { key: string; label: string; current: boolean; stays: boolean }

/** A list's values, those no longer offered last. `stays`: it cannot be retired. */
export const listCodes = ({ db }: Scope, list: string) =>
  db.$queryRaw<ListedCode[]>`
    select key, label, current, admin.needed_code(list, key) as stays from code
    where list = ${list} order by not current, position`

/** Whether the service works with every value of a list, so that it never changes. */
export async function isFixedList({ db }: Scope, list: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ fixed: boolean }[]>`select admin.fixed_list(${list}) as fixed`
  return row?.fixed ?? true
}

export type ImportCount = {
  sent_at: Date
  shape: string
  list_kind: string
  state: string
  total: number
  done: number
  counts: Record<string, number> | null
  undone: boolean
}
/** Imports of the viewer's agency in numbers: no file names, no rows. */
export const listImports = ({ db }: Scope) =>
  db.$queryRaw<ImportCount[]>`select * from admin.imports()`

export type ErrorLine = {
  fingerprint: string
  message: string
  times: number
  first_at: Date
  last_at: Date
  last_request: string
}
/** Errors by kind, newest first. Host administrators only. */
export const listErrors = ({ db }: Scope) => db.$queryRaw<ErrorLine[]>`select * from admin.errors()`
