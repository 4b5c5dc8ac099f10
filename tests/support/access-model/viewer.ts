import { inForce } from './moments'
import type { Membership, World } from './world'

/** Who is asking: the membership that a session token acts in, or nobody. */
export function viewerOf(world: World, token: string | null): Membership | null {
  const session = world.sessions.find((each) => each.token === token)
  if (!session || session.endedAt !== null) return null
  if (world.now >= session.idleUntil || world.now >= session.absoluteUntil) return null
  const user = world.users.find((each) => each.id === session.user)
  if (!user || user.endedAt !== null) return null
  const membership = world.memberships.find((each) => each.id === session.membership)
  if (!membership || membership.user !== session.user || membership.waits) return null
  return inForce(membership, world.now) ? membership : null
}

/** Roles that read anything about a person by relationship of their team. */
export function worksByTeam(viewer: Membership): boolean {
  return viewer.role === 'practitioner' || viewer.role === 'manager'
}

/**
 * Roles that may read an entry of these categories at this level: a limited worker has headlines
 * only, but safety reaches whoever may open the person.
 */
export function readsLevel(viewer: Membership, level: number, categories: string[] = []): boolean {
  if (worksByTeam(viewer)) return true
  const safety = categories.length === 1 && categories[0] === 'safety'
  return viewer.role === 'limited' && (level <= 3 || safety)
}
