import type {
  Category,
  Membership,
  PracticeUser,
  Team,
  AgencyWorld,
} from '../agencies/agency-types'
import type { Random } from '../random'
import { random } from '../random'
import { addDays } from './days'
import type { Day } from './entry-types'
import type { Place } from './types'

/** Everything a life is lived in, indexed once for all lives. */
export type World = {
  seed: number
  today: Day
  /** The first day of the three years told. */
  from: Day
  count: number
  agencies: AgencyWorld
  team: (key: string) => Team
  user: (key: string) => PracticeUser
  /** Practitioners of a team on a day; never empty for a team with anyone at all. */
  staffOn: (teamKey: string, day: Day) => Membership[]
  managersOn: (teamKey: string, day: Day) => Membership[]
  /** The first day on which a practitioner is no longer with the team; null while there. */
  leaves: (teamKey: string, userKey: string) => Day | null
  /** The small area of a team's office. */
  officeArea: (teamKey: string) => string
  /** One postcode that many people share. */
  hostelPostcode: string
  place: (rng: Random, kind: 'poor' | 'any') => Place
}

type Dated = Membership & { from: Day; until: Day | null }

/** Three years and a little, so that every life has a before. */
const WINDOW_DAYS = 3 * 365

export function makeWorld(
  seed: number,
  today: Day,
  count: number,
  agencies: AgencyWorld,
  places: Place[],
): World {
  const teams = new Map(agencies.teams.map((t) => [t.key, t]))
  const users = new Map(agencies.users.map((u) => [u.key, u]))
  const byTeam = new Map<string, Dated[]>()
  for (const m of agencies.memberships) {
    const until = m.untilDay === null ? null : addDays(today, m.untilDay)
    const dated = { ...m, from: addDays(today, m.fromDay), until }
    const keys = m.teamKey ? [m.teamKey] : []
    for (const key of keys) byTeam.set(key, [...(byTeam.get(key) ?? []), dated])
  }
  const active = (teamKey: string, day: Day, role: string) =>
    (byTeam.get(teamKey) ?? []).filter(
      (m) => m.role === role && m.from <= day && (m.until === null || m.until > day),
    )
  const open = places.filter((p) => p.postcodes.length > 0)
  if (open.length === 0) throw new Error('No small area with a postcode')
  const offices = new Map<string, Place>()
  const office = (teamKey: string): Place => {
    const place = offices.get(teamKey) ?? random(`office ${seed} ${teamKey}`).pick(open)
    offices.set(teamKey, place)
    return place
  }
  const weighted = open.map((p) => [p, 12 - p.deprivation] as const)
  return {
    seed,
    today,
    from: addDays(today, -WINDOW_DAYS),
    count,
    agencies,
    team: (key) => found(teams, key),
    user: (key) => found(users, key),
    staffOn: (teamKey, day) => active(teamKey, day, 'practitioner'),
    managersOn: (teamKey, day) => active(teamKey, day, 'manager'),
    leaves: (teamKey, userKey) =>
      (byTeam.get(teamKey) ?? []).find((m) => m.userKey === userKey)?.until ?? null,
    officeArea: (teamKey) => office(teamKey).code,
    hostelPostcode: office('riverside-hostel').postcodes[0] ?? '',
    place: (rng, kind) => (kind === 'poor' ? rng.weigh(weighted) : rng.pick(open)),
  }
}

function found<T>(map: Map<string, T>, key: string): T {
  const value = map.get(key)
  if (value === undefined) throw new Error(`Nothing called ${key} in the practice place`)
  return value
}

/** Categories of what a team writes. */
export const categoriesOf = (world: World, teamKey: string): Category[] => [
  ...world.team(teamKey).defaultCategories,
]
