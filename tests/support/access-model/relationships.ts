import { dayEnd, dayStart, indexOf, moment, statesOf, text } from './facts'
import { endOfLondonDay, inForce, londonDay } from './moments'
import type { Entry, Membership, Moment, World } from './world'
import { worksByTeam } from './viewer'

/** A reason why somebody may open a person (question 1), as worked out from what happened. */
export type Ground = {
  person: string
  /** The record that carries it: a link that nobody confirmed carries identity only. */
  record: string | null
  viewer: { team: string } | { user: string }
  agency: string
  ground: 'involvement' | 'worker' | 'named' | 'referral' | 'urgent' | 'archive'
  opens: 'shared' | 'own'
  startsAt: Moment
  endsAt: Moment | null
  /** Categories that urgent access opens at content. */
  ticked: string[]
  source: string
}

const known = new WeakMap<World, Map<string, Ground[]>>()

/** Every ground on which anybody may open this person, in force or not. */
export function groundsOn(world: World, person: string): Ground[] {
  let all = known.get(world)
  if (!all) {
    all = new Map()
    const found = [...fromEntries(world), ...fromUrgent(world), ...fromArchives(world)]
    for (const ground of found) {
      all.set(ground.person, [...(all.get(ground.person) ?? []), ground])
    }
    known.set(world, all)
  }
  return all.get(person) ?? []
}

function fromEntries(world: World): Ground[] {
  return world.entries.flatMap((entry) => {
    if (entry.table === 'involvement') return [untilDeath(world, fromInvolvement(entry))]
    if (entry.table === 'involvement_worker') return fromWorker(world, entry)
    if (entry.table === 'referral') return fromReferral(world, entry)
    if (entry.table === 'limited_access') return fromLimit(world, entry)
    return []
  })
}

const nothing = { ticked: [], opens: 'shared' } as const

function fromInvolvement(entry: Entry): Ground {
  return {
    ...nothing,
    ticked: [],
    person: entry.person,
    record: entry.record,
    viewer: { team: entry.team },
    agency: entry.agency,
    ground: 'involvement',
    startsAt: dayStart(entry, 'starts_on'),
    endsAt: dayEnd(entry, 'ends_on'),
    source: entry.id,
  }
}

function fromWorker(world: World, entry: Entry): Ground[] {
  if (typeof entry.facts.user_id !== 'string') return []
  const involvement = indexOf(world).byId.get(entry.parent ?? '')
  const over = involvement ? dayEnd(involvement, 'ends_on') : null
  const own = dayEnd(entry, 'ends_on')
  return [
    untilDeath(world, {
      ...fromInvolvement(entry),
      viewer: { user: entry.facts.user_id },
      ground: 'worker',
      endsAt: own === null ? over : over === null ? own : Math.min(own, over),
    }),
  ]
}

/**
 * An agency's work ends on the day that it says the person died; what was to come, as it begins.
 * What another agency says ends none of it.
 */
function untilDeath(world: World, ground: Ground): Ground {
  const entries = indexOf(world).byPerson.get(ground.person) ?? []
  const said = entries.some(
    ({ table, agency, facts }) =>
      table === 'death' && agency === ground.agency && !facts.withdrawn_at,
  )
  if (!said) return ground
  const begins = Math.max(ground.startsAt, world.now)
  const ends = endOfLondonDay(londonDay(begins))
  return { ...ground, endsAt: Math.min(ground.endsAt ?? Infinity, ends) }
}

function fromReferral(world: World, entry: Entry): Ground[] {
  const sent = moment(entry, 'sent_at')
  const team = text(entry, 'to_team_id')
  // A service that is not on the system opens nobody.
  if (sent === null || team === '') return []
  const said = text(entry, 'answer') === 'declined' ? ['decided_at'] : []
  const closings = [...said, 'withdrawn_at', 'started_at', 'ended_at'].flatMap(
    (column) => moment(entry, column) ?? [],
  )
  return [
    {
      ...fromInvolvement({ ...entry, facts: { starts_on: '2000-01-01' } }),
      viewer: { team },
      agency: indexOf(world).team.get(team)?.agency ?? '',
      ground: 'referral',
      startsAt: sent,
      endsAt: closings.length > 0 ? Math.min(...closings) : null,
    },
  ]
}

function fromLimit(world: World, entry: Entry): Ground[] {
  // The custodian is named by being the custodian.
  const named = new Set(
    world.limitedUsers.filter((each) => each.limit === entry.id).map(({ user }) => user),
  ).add(text(entry, 'custodian_id'))
  return [...named].flatMap((user) =>
    agenciesActing(world, user, entry).map((agency) => ({
      ...nothing,
      ticked: [],
      person: entry.person,
      record: entry.record,
      viewer: { user },
      agency,
      ground: 'named' as const,
      startsAt: Date.parse('2000-01-01'),
      endsAt: moment(entry, 'ended_at'),
      source: entry.id,
    })),
  )
}

/**
 * In which memberships a named user may open the person: those of agencies that work with the
 * person or asked for the limit; where there is none (a custodian), any.
 */
function agenciesActing(world: World, user: string, limit: Entry): string[] {
  const mine = world.memberships.filter((each) => each.user === user && inForce(each, world.now))
  const agencies = [...new Set(mine.map((each) => each.agency))]
  const working = agencies.filter(
    (agency) =>
      agency === limit.agency ||
      (indexOf(world).byPerson.get(limit.person) ?? []).some(
        (entry) =>
          entry.table === 'involvement' &&
          entry.agency === agency &&
          inForce(
            { startsAt: dayStart(entry, 'starts_on'), endsAt: dayEnd(entry, 'ends_on') },
            world.now,
          ),
      ),
  )
  return working.length > 0 ? working : agencies
}

function fromUrgent(world: World): Ground[] {
  return world.urgent.map((urgent) => ({
    person: urgent.person,
    record: null,
    viewer: { user: urgent.user },
    agency: world.memberships.find((each) => each.id === urgent.membership)?.agency ?? '',
    ground: 'urgent',
    opens: 'shared',
    startsAt: urgent.startsAt,
    endsAt: urgent.endsAt,
    ticked: [...urgent.categories, 'safety'],
    source: urgent.id,
  }))
}

function fromArchives(world: World): Ground[] {
  return world.archives.map((archive) => ({
    person: archive.person,
    record: null,
    viewer: { user: archive.user },
    agency: archive.agency,
    ground: 'archive',
    opens: 'own',
    startsAt: Date.parse('2000-01-01'),
    endsAt: archive.endsAt,
    ticked: [],
    source: archive.id,
  }))
}

/** The limit in force on a person, or undefined. */
export function limitOn(world: World, person: string): Entry | undefined {
  return statesOf(world, person, 'limited_access').find((entry) => {
    const ended = moment(entry, 'ended_at')
    return ended === null || world.now < ended
  })
}

/** Question 6: is this user barred from this person? It beats everything. */
export function barred(world: World, viewer: Membership, person: string): boolean {
  return world.conflicts.some(
    (each) => each.user === viewer.user && each.person === person && inForce(each, world.now),
  )
}

/** The grounds on which this viewer may open this person now. None: there is no such person. */
export function groundsOf(world: World, viewer: Membership, person: string): Ground[] {
  if (barred(world, viewer, person)) return []
  const limit = limitOn(world, person)
  return groundsOn(world, person).filter(
    (ground) =>
      inForce(ground, world.now) &&
      (!limit || (ground.ground === 'named' && ground.source === limit.id)) &&
      ground.agency === viewer.agency &&
      isFor(ground, viewer),
  )
}

function isFor(ground: Ground, viewer: Membership): boolean {
  if ('team' in ground.viewer) {
    return worksByTeam(viewer) && viewer.teams.includes(ground.viewer.team)
  }
  const byName = worksByTeam(viewer) || viewer.role === 'limited' || viewer.role === 'custodian'
  return byName && ground.viewer.user === viewer.user
}
