import { CATEGORIES } from '@/lib/access/categories'
import { codeRows } from '@/lib/code-lists/all'
import type { AgencyWorld, Membership, Role } from '../agencies/agency-types'
import type { Day } from '../lives/entry-types'
import type { Tables } from './bulk'
import { daysFrom } from './clock'
import { idOf } from './ids'

/** The roles as the database names them. */
const roles: Record<Role, string> = {
  practitioner: 'practitioner',
  limited_worker: 'limited',
  manager: 'manager',
  record_steward: 'steward',
  custodian: 'custodian',
  commissioner: 'commissioner',
  information_officer: 'officer',
  administrator: 'administrator',
}

/** The role of a membership as the database names it. */
export const roleOf = (role: Role): string => roles[role]

/** Categories, code lists, agencies, teams and the people who work there. */
export function addWorld(tables: Tables, world: AgencyWorld, seed: number, today: Day): void {
  CATEGORIES.forEach(({ key, label, hint }, position) =>
    tables.add('category', { key, label, hint, position }),
  )
  for (const code of codeRows()) tables.add('code', code)
  for (const agency of world.agencies) {
    tables.add('agency', {
      id: idOf(seed, 'agency', agency.key),
      key: agency.key,
      institution: agency.institution,
      name: agency.name,
      kind: agency.kind,
      desk_phone: agency.phone,
      implies_place: agency.impliesPlace,
      directory_only: !agency.signsIn,
    })
  }
  for (const team of world.teams) {
    const agency = world.agencies.find((one) => one.key === team.agencyKey)
    tables.add('team', {
      id: idOf(seed, 'team', team.key),
      agency_id: idOf(seed, 'agency', team.agencyKey),
      key: team.key,
      name: team.name,
      function: team.function,
      default_categories: [...team.defaultCategories].sort(),
      phone: team.phone,
      implies_place: agency?.impliesPlace ?? false,
    })
  }
  addStaff(tables, world, seed, today)
}

function addStaff(tables: Tables, world: AgencyWorld, seed: number, today: Day): void {
  for (const user of world.users) {
    const { id, name, phone } = user
    const mine = world.memberships.filter((one) => one.userKey === user.key)
    const ends = mine.map((one) => one.untilDay)
    const left = ends.some((day) => day === null) ? null : Math.max(...ends.map((day) => day ?? 0))
    const created = Math.min(0, ...mine.map((one) => one.fromDay))
    tables.add('app_user', {
      id,
      name,
      email: user.email.toLowerCase(),
      phone,
      created_at: daysFrom(today, created),
      ended_at: daysFrom(today, left),
    })
  }
  for (const one of world.memberships) {
    const user = world.users.find((candidate) => candidate.key === one.userKey)
    if (!user) throw new Error(`Nobody called ${one.userKey}`)
    tables.add('membership', {
      id: one.id,
      user_id: user.id,
      agency_id: idOf(seed, 'agency', one.agencyKey),
      role: roleOf(one.role),
      job_title: user.jobTitle,
      starts_at: daysFrom(today, one.fromDay),
      ends_at: daysFrom(today, one.untilDay),
    })
    for (const team of teamsOf(world, one)) {
      tables.add('membership_team', { membership_id: one.id, team_id: idOf(seed, 'team', team) })
    }
  }
}

/** A manager of a whole agency acts for each of its teams; officers and administrators for none. */
function teamsOf(world: AgencyWorld, one: Membership): string[] {
  if (one.teamKey) return [one.teamKey]
  if (one.role !== 'manager') return []
  return world.teams.filter((team) => team.agencyKey === one.agencyKey).map((team) => team.key)
}
