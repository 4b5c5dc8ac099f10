import { indexOf, moment, statesOf, text } from './facts'
import { alwaysLocates, ownTeamOnly, tellsName } from './knowledge'
import type { Entry, Membership, World } from './world'

/** Does this row say where the person is: by its nature, its words, its number or its team? */
export function locates(world: World, viewer: Membership, entry: Entry): boolean {
  const { facts, table } = entry
  if (alwaysLocates.includes(table) || facts.locates === true) return true
  if (table === 'reach' && (facts.implies_place === true || facts.kind === 'landline')) return true
  if (table === 'identifier' && facts.type === 'uprn') return true
  if (table === 'referral') {
    const to = text(entry, 'to_team_id')
    if (isPlace(world, to) && !viewer.teams.includes(to)) return true
  }
  // What keeps people safe is never lost, even where its giver tells of a place.
  const safety = entry.categories.length === 1 && entry.categories[0] === 'safety'
  return !safety && isPlace(world, entry.team)
}

function isPlace(world: World, teamId: string): boolean {
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

/** Is one of the viewer's teams named on every protection of this person's whereabouts? */
export function mayLocate(world: World, viewer: Membership, person: string): boolean {
  return inForceOn(world, person, 'protected_whereabouts').every((protection) =>
    world.protectionTeams.some(
      (named) => named.protection === protection.id && viewer.teams.includes(named.team),
    ),
  )
}

/** What was said before is stricter than what is said now: safety given by a place tells it too. */
export function historyLocates(world: World, entry: Entry): boolean {
  return isPlace(world, entry.team) || isPlace(world, text(entry, 'to_team_id'))
}

/** States of a person that hide a row whatever an agreement says. */
export function hiddenByState(world: World, viewer: Membership, entry: Entry): boolean {
  if (ownTeamOnly.includes(entry.table) && !viewer.teams.includes(entry.team)) return true
  // That there is a changed name is for the side that said so, and for nobody else.
  if (entry.table === 'protected_name' && entry.agency !== viewer.agency) return true
  if (
    tellsName.includes(entry.table) &&
    entry.agency !== viewer.agency &&
    inForceOn(world, entry.person, 'protected_name').length > 0
  ) {
    return true
  }
  return locates(world, viewer, entry) && !mayLocate(world, viewer, entry.person)
}
