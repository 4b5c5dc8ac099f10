import 'server-only'
import { can, type Role } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'

export type OpenSession = { id: string; created_at: Date; agent: string | null; this_one: boolean }
export type OwnMembership = {
  id: string
  role: Role
  job_title: string | null
  agency: string
  teams: string | null
  acting: boolean
}
/** A role offered to me: which of us it still needs. */
export type OfferToMe = {
  id: string
  role: Role
  title: string | null
  agency: string
  by: string
  at: string
  teams: string[]
  asksMe: boolean
  asksSecond: boolean
}
type MyRoles = {
  offers: OfferToMe[]
  /** Closed since my password was set by a link. */
  closed: { role: Role; title: string | null; agency: string }[]
  /** When it was set by a link, and which agency’s. */
  password: { at: string; by: string } | null
}

/** What I act in, what I am offered, what of mine is closed, and where I am signed in. */
export async function getMyRoles({ db, viewer }: Scope) {
  const [row] = await db.$queryRaw<{ mine: MyRoles }[]>`select admin.my_roles() as mine`
  return {
    viewer,
    mine: row?.mine ?? { offers: [], closed: [], password: null },
    memberships: await db.$queryRaw<OwnMembership[]>`select * from sign_in.memberships()`,
    sessions: await db.$queryRaw<OpenSession[]>`select * from sign_in.my_sessions()`,
  }
}

/** A role that opens people, offered by somebody else and waiting for my word. */
export type WaitingRole = {
  id: string
  user: string
  email: string
  role: Role
  title: string | null
  agency: string
  by: string
  at: string
  teams: string[]
  /** When the user set a password; null before. */
  passwordSet: string | null
  known: boolean
}
/** A user whose password came by a link: is it they? */
export type WaitingUser = {
  id: string
  user: string
  at: string
  by: string | null
  roles: { role: Role; agency: string; waits: boolean }[]
}

/** A role that the viewer's agency offered and that is not open yet: its administrators' alone. */
export type OwnOffer = Pick<
  WaitingRole,
  'id' | 'user' | 'role' | 'title' | 'agency' | 'at' | 'teams'
> & {
  asksUser: boolean
  asksSecond: boolean
}

type Waiting = { roles: WaitingRole[]; users: WaitingUser[]; mine: OwnOffer[] }

/**
 * What waits for the viewer as a second person, and what their agency offered; null where that is
 * not for them.
 */
export async function listWaiting({ db, viewer }: Scope) {
  if (!can(viewer, 'role:agree')) return null
  const [row] = await db.$queryRaw<{ it: Waiting }[]>`select admin.waiting() as it`
  return { viewer, ...(row?.it ?? { roles: [], users: [], mine: [] }) }
}
