import { consented, inCohort, objected, termsFor } from './agreements'
import { indexOf } from './facts'
import { content, levelOf } from './knowledge'
import { groundsOf, limitOn, barred, type Ground } from './relationships'
import { hiddenByState } from './states'
import { readsLevel, worksByTeam } from './viewer'
import { inForce } from './moments'
import type { Entry, Membership, World } from './world'

/**
 * The six questions of access.md, asked of one entry by somebody who never saw the policies.
 *
 * @returns whether the viewer reads the row
 */
export function sees(world: World, viewer: Membership | null, entry: Entry): boolean {
  const level = levelOf[entry.table]
  if (level === undefined) throw new Error(`The model does not know ${entry.table}.`)
  return seesAt(world, viewer, entry, level)
}

/** The same for what is written about an entry elsewhere, at a level of its own. */
export function seesAt(
  world: World,
  viewer: Membership | null,
  entry: Entry,
  level: number,
  by: 'entry' | 'history' = 'entry',
): boolean {
  if (!viewer) return false
  if (!withinAudience(world, viewer, entry, by)) return false
  if (hiddenByState(world, viewer, entry)) return false
  const grounds = groundsOf(world, viewer, entry.person)
  if (by === 'entry' && receivedReferral(world, viewer, entry)) return true
  if (grounds.length === 0 || !readsLevel(viewer, level, entry.categories)) return false
  // History of one's own entries is whole or not at all.
  const needed = by === 'history' ? content : level
  if (entry.agency === viewer.agency && readsLevel(viewer, needed)) return true
  const relationships = grounds.filter((ground) => ground.opens === 'shared')
  if (relationships.length === 0 || !linkHolds(world, relationships, entry)) return false
  if (letThrough(world, viewer, entry, level, relationships)) return true
  return by === 'entry' && granted(world, viewer, entry, level)
}

/**
 * Question 5, the author's part: narrowed to a team or to named people, never widened. A part is
 * named by its whole; the history of a part by nobody.
 */
export function withinAudience(
  world: World,
  viewer: Membership,
  entry: Entry,
  by: 'entry' | 'history' = 'entry',
): boolean {
  if (entry.audience === 'agreed' || entry.givenBy === viewer.user) return true
  if (entry.audience === 'team') return viewer.teams.includes(entry.team)
  const whole = by === 'entry' ? (entry.parent ?? entry.id) : entry.id
  const narrowed = indexOf(world).byId.get(whole) ?? entry
  return narrowed.named.includes(viewer.user)
}

/** A link that the machine made shares identity only, until somebody confirms it. */
function linkHolds(world: World, relationships: Ground[], entry: Entry): boolean {
  if (entry.categories.length > 0 && entry.categories.every((each) => each === 'identity')) {
    return true
  }
  const sure = (record: string | null) =>
    record === null || indexOf(world).record.get(record)?.confirmed !== false
  return sure(entry.record) && relationships.some((ground) => sure(ground.record))
}

/** Questions 2 to 5: urgent access, the person's objection, and the terms of the agreements. */
function letThrough(
  world: World,
  viewer: Membership,
  entry: Entry,
  level: number,
  relationships: Ground[],
): boolean {
  const categories = entry.categories
  if (categories.length === 0) return false
  if (
    worksByTeam(viewer) &&
    relationships.some(
      (ground) =>
        ground.ground === 'urgent' && categories.every((each) => ground.ticked.includes(each)),
    )
  ) {
    return true
  }
  if (objected(world, entry.person, categories, viewer.teams)) return false
  const terms = termsFor(world, viewer, entry.agency)
  return categories.every(
    (category) =>
      category === 'safety' ||
      terms.some(
        ({ agreement, term, opens }) =>
          term.category === category &&
          opens >= level &&
          inCohort(world, entry.person, agreement.id) &&
          (!term.onConsent || consented(world, entry.person, agreement.id, term)),
      ),
  )
}

/** An entry that its giver opened to this viewer, for a time. The person's objection beats it. */
function granted(world: World, viewer: Membership, entry: Entry, level: number): boolean {
  const named = entry.parent ?? entry.id
  return (
    !objected(world, entry.person, entry.categories, viewer.teams) &&
    world.grants.some(
      (grant) =>
        grant.entry === named &&
        grant.level >= level &&
        inForce(grant, world.now) &&
        (grant.viewer === `u:${viewer.user}` ||
          (worksByTeam(viewer) && viewer.teams.some((team) => grant.viewer === `t:${team}`))),
    )
  )
}

/** A referral's own row stays with the team it was sent to, even after it said no. */
function receivedReferral(world: World, viewer: Membership, entry: Entry): boolean {
  if (entry.table !== 'referral' || !entry.facts.sent_at || !worksByTeam(viewer)) return false
  if (!viewer.teams.some((team) => team === entry.facts.to_team_id)) return false
  return !closed(world, viewer, entry.person)
}

/** Is this person shut to the viewer whatever the relationship: barred, or limited to others? */
export function closed(world: World, viewer: Membership, person: string): boolean {
  if (barred(world, viewer, person)) return true
  return limitOn(world, person) !== undefined && groundsOf(world, viewer, person).length === 0
}

/** May the viewer open this person at all? */
export function opens(world: World, viewer: Membership | null, person: string): boolean {
  return viewer !== null && groundsOf(world, viewer, person).length > 0
}

/** May the viewer give an entry about this person, in their own agency and name? */
export function gives(world: World, viewer: Membership | null, person: string): boolean {
  if (!viewer || !readsLevel(viewer, 3) || !opens(world, viewer, person)) return false
  return (
    viewer.teams.length > 0 &&
    world.records.some((record) => record.person === person && record.agency === viewer.agency)
  )
}

/** May the viewer change this entry: its own agency's, of an open person, and in their sight? */
export function amends(world: World, viewer: Membership | null, entry: Entry): boolean {
  return (
    viewer !== null &&
    readsLevel(viewer, 3) &&
    entry.agency === viewer.agency &&
    opens(world, viewer, entry.person) &&
    sees(world, viewer, entry)
  )
}
