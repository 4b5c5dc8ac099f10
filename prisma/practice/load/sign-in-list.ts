import type { AgencyWorld, Membership, Role } from '../agencies/agency-types'
import { roleOf } from './world-rows'

/** Somebody to sign in as. */
export type SignIn = { name: string; role: string; agency: string; email: string }

const labels: Record<Role, string> = {
  practitioner: 'practitioner',
  limited_worker: 'limited worker',
  manager: 'manager',
  record_steward: 'record steward',
  custodian: 'custodian',
  commissioner: 'commissioner',
  information_officer: 'information officer',
  administrator: 'administrator',
}

/** Named in pictures and documents: one practitioner of each kind of agency. */
const namedFirst = 8

/** The named people, and for every other role the first who holds it. */
export function signInList(world: AgencyWorld): SignIn[] {
  const named = world.users.slice(0, namedFirst).map((user) => user.key)
  const now = world.memberships.filter((one) => one.untilDay === null)
  const firsts = Object.keys(labels).flatMap(
    (role) => now.find((one) => one.role === role && roleOf(one.role) !== 'practitioner') ?? [],
  )
  const chosen = new Map<string, Membership>()
  for (const one of [...now.filter((m) => named.includes(m.userKey)), ...firsts]) {
    if (!chosen.has(one.userKey)) chosen.set(one.userKey, one)
  }
  return [...chosen.values()].map((one) => {
    const user = world.users.find((candidate) => candidate.key === one.userKey)
    const agency = world.agencies.find((candidate) => candidate.key === one.agencyKey)
    if (!user || !agency) throw new Error(`${one.userKey} works nowhere`)
    return { name: user.name, role: labels[one.role], agency: agency.name, email: user.email }
  })
}
