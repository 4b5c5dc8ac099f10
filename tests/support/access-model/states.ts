import { plain } from '@/tests/support/factories/columns'
import { indexOf, moment, statesOf, text } from './facts'
import { alwaysLocates, ownAgencyOnly, ownTeamOnly, tellsName } from './knowledge'
import type { Entry, Membership, World } from './world'

/** Does this row say where the person is: by its nature, its words, its number or its team? */
export function locates(world: World, viewer: Membership, entry: Entry): boolean {
  const { facts, table } = entry
  if (alwaysLocates.includes(table) || facts.locates === true) return true
  if (table === 'reach' && (facts.implies_place === true || facts.kind === 'landline')) return true
  if (table === 'identifier' && facts.type === 'uprn') return true
  if (table === 'referral') {
    const to = text(entry, 'to_team_id')
    // So does the name of a service that is not on the system.
    if (to === '') return true
    if (isPlace(world, to) && !viewer.teams.includes(to)) return true
  }
  // That a team whose name tells a place works with somebody is the place itself.
  if (table.startsWith('involvement') && isPlace(world, entry.team)) return true
  // What keeps people safe is never lost, even where its giver tells of a place.
  const safety = entry.categories.length === 1 && entry.categories[0] === 'safety'
  return !safety && isPlace(world, entry.team)
}

/** Does the very name of this team, or of its agency, tell where somebody is? */
export function isPlace(world: World, teamId: string): boolean {
  const team = indexOf(world).team.get(teamId)
  return Boolean(
    team && (team.impliesPlace || indexOf(world).agency.get(team.agency)?.impliesPlace),
  )
}

function inForceOn(
  world: World,
  person: string,
  table: 'protected_whereabouts' | 'protected_name',
) {
  return statesOf(world, person, table).filter((entry) => {
    const ended = moment(entry, 'ended_at')
    return ended === null || world.now < ended
  })
}

/** Does a side keep the name that it gave from every other, now? */
export const nameProtected = (world: World, person: string): boolean =>
  inForceOn(world, person, 'protected_name').length > 0

/**
 * Is one of the viewer's teams named on every protection of this person's whereabouts? What an
 * agency gave itself no other agency's protection takes from it.
 */
export function mayLocate(
  world: World,
  viewer: Membership,
  person: string,
  giver: string | null = null,
): boolean {
  return inForceOn(world, person, 'protected_whereabouts')
    .filter(({ agency }) => giver !== viewer.agency || agency === giver)
    .every((protection) =>
      world.protectionTeams.some(
        (named) => named.protection === protection.id && viewer.teams.includes(named.team),
      ),
    )
}

/** What was said before is stricter than what is said now: safety given by a place tells it too. */
export function historyLocates(world: World, entry: Entry): boolean {
  return isPlace(world, entry.team) || isPlace(world, text(entry, 'to_team_id'))
}

const withdrawable: readonly string[] = ['contact', 'need_rating', 'assessment']
const isWithdrawn = (entry: Entry | undefined) =>
  entry !== undefined && withdrawable.includes(entry.table) && Boolean(entry.facts.withdrawn_at)

/**
 * Withdrawn, or words that a newer version stands in for: the giving agency's alone. Parts go with
 * their contact, rating or assessment.
 */
export function takenBack(world: World, entry: Entry): boolean {
  const index = indexOf(world)
  const whole = entry.parent === null ? undefined : index.byId.get(entry.parent)
  // A consent taken back is what the person said, and no entry withdrawn.
  if (entry.table === 'plan_action' && entry.facts.withdrawn_on) return true
  if (entry.table === 'plan_goal' && entry.facts.outcome === 'withdrawn') return true
  if ([entry, whole].some((each) => isWithdrawn(each))) return true
  if (entry.table !== 'contact_words') return false
  const edition = (words: Entry) => Number(words.facts.edition ?? 1)
  return (index.byPerson.get(entry.person) ?? []).some(
    (other) =>
      other.table === 'contact_words' &&
      other.parent === entry.parent &&
      edition(other) > edition(entry),
  )
}

/**
 * Does a protected name hide this row? What the side that protects gave is its own, and it is shown
 * none of others'. Between others, a name with a word of that side's that the viewer's own agency
 * had not given before; and what tells of a gender.
 */
export function hiddenName(world: World, viewer: Membership, entry: Entry): boolean {
  if (!tellsName.includes(entry.table) || entry.agency === viewer.agency) return false
  const protections = inForceOn(world, entry.person, 'protected_name')
  if (protections.length === 0) return false
  if (entry.table === 'identity_detail' && entry.facts.pronouns === null) return false
  if (entry.table !== 'person_name') return true
  const sides = protections.map(({ agency }) => agency)
  if (sides.includes(entry.agency) || sides.includes(viewer.agency)) return true
  const names = (indexOf(world).byPerson.get(entry.person) ?? []).filter(
    ({ table }) => table === 'person_name',
  )
  const since = Math.min(...protections.map((one) => moment(one, 'given_at') ?? world.now))
  const theirs = names.filter(({ agency }) => sides.includes(agency)).flatMap(words)
  const ours = names
    .filter((name) => name.agency === viewer.agency && (moment(name, 'given_at') ?? 0) < since)
    .flatMap(words)
  return words(entry).some((word) => theirs.includes(word) && !ours.includes(word))
}

const words = (name: Entry): string[] =>
  (text(name, 'norm') || String(plain.person_name?.norm)).split(' ')

/** States of a person that hide a row whatever an agreement says. */
export function hiddenByState(world: World, viewer: Membership, entry: Entry): boolean {
  if (ownTeamOnly.includes(entry.table) && !viewer.teams.includes(entry.team)) return true
  // That there is a changed name is for the side that said so; why a contact was withdrawn, too.
  if (ownAgencyOnly.includes(entry.table) && entry.agency !== viewer.agency) return true
  // Recorded in error: left to the agency that recorded it.
  if (entry.table === 'death' && entry.facts.withdrawn_at && entry.agency !== viewer.agency)
    return true
  if (hiddenName(world, viewer, entry)) return true
  return locates(world, viewer, entry) && !mayLocate(world, viewer, entry.person, entry.agency)
}
