import { granted, receivedReferral, sees } from './answers'
import { indexOf } from './facts'
import { isPlace, mayLocate } from './states'
import type { Entry, Membership, World } from './world'

/**
 * The giver is a fact too (docs/decisions/018-the-giver-is-a-fact.md): may this viewer know that
 * this agency, or this team of it, works with this person? Told by its involvement, at *involved*;
 * by a referral or an entry that it sent to the viewer; and where it has recorded no involvement,
 * by a contact of its that the viewer reads for more than identity or safety.
 *
 * @param team null: any team of the agency
 */
export function knowsGiver(
  world: World,
  viewer: Membership | null,
  person: string,
  agency: string,
  team: string | null,
): boolean {
  if (!viewer) return false
  if (viewer.agency === agency) return true
  const theirs = (indexOf(world).byPerson.get(person) ?? []).filter(
    (entry) => entry.agency === agency,
  )
  const involved = theirs.some((entry) => entry.table === 'involvement')
  return theirs
    .filter((entry) => ['involvement', 'referral', 'contact'].includes(entry.table))
    .filter((entry) => team === null || entry.team === team)
    .some((entry) => sees(world, viewer, entry) && tells(world, viewer, entry, involved))
}

function tells(world: World, viewer: Membership, entry: Entry, involved: boolean): boolean {
  if (isPlace(world, entry.team) && !mayLocate(world, viewer, entry.person)) return false
  if (entry.table === 'involvement') return true
  if (entry.table === 'referral') return receivedReferral(world, viewer, entry)
  if (entry.table !== 'contact') return false
  const toAll = entry.categories.every((each) => each === 'identity' || each === 'safety')
  return granted(world, viewer, entry, 3) || (!involved && !toAll)
}

/** Every agency and team that the viewer may know to work with this person, their own included. */
export function knownGivers(world: World, viewer: Membership, person: string): string[] {
  const others = new Set((indexOf(world).byPerson.get(person) ?? []).map(({ team }) => team))
  const teams = world.teams.filter(({ id, agency }) => others.has(id) || agency === viewer.agency)
  const known = teams.filter(({ id, agency }) => knowsGiver(world, viewer, person, agency, id))
  return [...new Set([viewer.agency, ...known.flatMap(({ id, agency }) => [id, agency])])]
}
