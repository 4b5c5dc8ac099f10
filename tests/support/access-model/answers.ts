import { asksForAll, consented, inCohort, objected, termsFor } from './agreements'
import { indexOf } from './facts'
import { knowsGiver } from './givers'
import { content, everybodysNumbers, havingParts, levelOf } from './knowledge'
import { groundsOf, limitOn, barred, type Ground } from './relationships'
import { hiddenByState, takenBack } from './states'
import { readsLevel, worksByTeam } from './viewer'
import { inForce } from './moments'
import type { Entry, Membership, World } from './world'

/**
 * The six questions (docs/rules/who-may-see-what.md), asked of one entry by somebody who never saw
 * the policies.
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
  if (entry.agency !== viewer.agency && takenBack(world, entry)) return false
  if (namesService(entry) && !knowsGiver(world, viewer, entry.person, entry.agency, null)) {
    return false
  }
  const grounds = groundsOf(world, viewer, entry.person)
  if (by === 'entry' && receivedReferral(world, viewer, entry)) return true
  if (grounds.length === 0 || !readsLevel(viewer, level, entry.categories)) return false
  // History is one's own agency's, whole or not at all.
  if (by === 'history') return entry.agency === viewer.agency && readsLevel(viewer, content)
  if (entry.agency === viewer.agency && readsLevel(viewer, level)) return true
  return sharedAt(world, viewer, entry, level) || granted(world, viewer, entry, level)
}

/** Do agreements, or urgent access, open such an entry of another agency at this level? */
export function sharedAt(world: World, viewer: Membership, entry: Entry, level: number): boolean {
  const relationships = groundsOf(world, viewer, entry.person).filter(
    (ground) => ground.opens === 'shared',
  )
  if (relationships.length === 0) return false
  if (!isIdentity(entry, level) && !surelyOne(world, relationships, entry)) return false
  return (
    readsLevel(viewer, level, entry.categories) &&
    letThrough(world, viewer, entry, level, relationships)
  )
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

/**
 * Is the entry's record surely one with a record of the viewer's? A relationship that no record
 * carries is with the person, and so with those that surely are theirs.
 */
export function surelyOne(
  world: World,
  relationships: Ground[],
  entry: Pick<Entry, 'record'>,
): boolean {
  const group = (id: string | null) => {
    const record = id === null ? undefined : indexOf(world).record.get(id)
    return record === undefined || record.confirmed ? 'the person' : (record.sureOf ?? record.id)
  }
  return relationships.some((ground) => group(ground.record) === group(entry.record))
}

/**
 * A link that nobody has confirmed shares who somebody is, without who says so: names, birth, and
 * the number that every service holds; never that anybody works with them.
 */
const isIdentity = (entry: Entry, level: number): boolean =>
  entry.categories.length > 0 &&
  entry.categories.every((each) => each === 'identity') &&
  level > 2 &&
  !tellsGiver(entry)

/** A number that is one service's own says who gave it, and is read by those who may know. */
const namesService = ({ table, facts }: Entry): boolean =>
  table === 'identifier' && !everybodysNumbers.includes(String(facts.type))

/** A number whose kind is one service's own, and a way to reach somebody that they gave to one. */
const tellsGiver = ({ table, facts }: Entry): boolean =>
  table === 'reach' || (table === 'identifier' && facts.type !== 'nino')

/** Questions 2 to 5: urgent access, the person's objection, and the terms of the agreements. */
function letThrough(
  world: World,
  viewer: Membership,
  entry: Entry,
  level: number,
  relationships: Ground[],
): boolean {
  const categories = entry.categories
  if (categories.length === 0 || asksForAll(world, viewer)) return false
  if (
    worksByTeam(viewer) &&
    relationships.some(
      (ground) =>
        ground.ground === 'urgent' && categories.every((each) => ground.ticked.includes(each)),
    )
  ) {
    return true
  }
  if (objected(world, viewer, entry)) return false
  const terms = termsFor(world, viewer, entry.agency)
  return categories.every(
    (category) =>
      category === 'safety' ||
      terms.some(
        ({ agreement, term, opens }) =>
          term.category === category &&
          opens >= level &&
          inCohort(world, entry.person, agreement.id, term) &&
          (!term.onConsent || consented(world, entry.person, agreement.id, term)),
      ),
  )
}

/**
 * An entry that its giver opened to this viewer, for a time, where the link between them is sure.
 * The person's objection beats it.
 */
export function granted(world: World, viewer: Membership, entry: Entry, level: number): boolean {
  const named = entry.parent ?? entry.id
  const shared = groundsOf(world, viewer, entry.person).filter(
    ({ opens: what }) => what === 'shared',
  )
  return (
    surelyOne(world, shared, entry) &&
    !objected(world, viewer, entry) &&
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
export function receivedReferral(world: World, viewer: Membership, entry: Entry): boolean {
  if (entry.table !== 'referral' || !entry.facts.sent_at || !worksByTeam(viewer)) return false
  if (!viewer.teams.some((team) => team === entry.facts.to_team_id)) return false
  return !closed(world, viewer, entry.person)
}

/** Is this person shut to the viewer whatever the relationship: barred, or limited to others? */
export function closed(world: World, viewer: Membership, person: string): boolean {
  if (barred(world, viewer, person)) return true
  return limitOn(world, person) !== undefined && groundsOf(world, viewer, person).length === 0
}

/** Has the viewer anything to do with the person: a ground, or a referral they once received? */
export function knows(world: World, viewer: Membership | null, person: string): boolean {
  if (!viewer) return false
  const entries = indexOf(world).byPerson.get(person) ?? []
  return (
    opens(world, viewer, person) || entries.some((entry) => receivedReferral(world, viewer, entry))
  )
}

/** May the viewer open this person at all? */
export function opens(world: World, viewer: Membership | null, person: string): boolean {
  return viewer !== null && groundsOf(world, viewer, person).length > 0
}

/** A limited worker writes down contacts, and gives and changes nothing else. */
const writes = (viewer: Membership, table: string) =>
  worksByTeam(viewer) || (viewer.role === 'limited' && table.startsWith('contact'))

/**
 * What decides for everybody else who works with them takes work of one's own; what happened, a
 * referral or urgent access; what is wrong in one's own agency's, an archive.
 */
type Held = 'begun' | 'shared' | 'own'
const gaveOn = (table: string): Held =>
  table === 'contact_withdrawal' ? 'own' : table.startsWith('contact') ? 'shared' : 'begun'
const deciding = [
  ...['choice', 'protected_name', 'harm_link', 'warning'],
  ...['plan_goal', 'plan_action', 'plan_review', 'plan_strength', 'held_plan'],
  ...['appointment', 'appointment_place'],
]
const changedOn = (table: string): Held =>
  deciding.includes(table) || table.startsWith('involvement') ? 'begun' : 'own'

const heldEnough = (world: World, viewer: Membership, person: string, held: Held) =>
  groundsOf(world, viewer, person).some(
    ({ ground, opens: all }) =>
      held === 'own' ||
      (all === 'shared' && (held === 'shared' || (ground !== 'referral' && ground !== 'urgent'))),
  )

/**
 * May the viewer give such an entry about this person by hand, in their own agency and name? What
 * their agency's system says comes by its feed, and not by hand.
 */
export function gives(
  world: World,
  viewer: Membership | null,
  person: string,
  table: string,
  facts: Entry['facts'] = {},
): boolean {
  if ((facts.source ?? 'worker') !== 'worker') return false
  if (!viewer || !writes(viewer, table) || !opens(world, viewer, person)) return false
  if (!heldEnough(world, viewer, person, gaveOn(table))) return false
  return (
    viewer.teams.length > 0 &&
    world.records.some((record) => record.person === person && record.agency === viewer.agency)
  )
}

/**
 * May the viewer change this entry: its own agency's, of an open person, and in their sight with
 * every part of it that is not their own words? Nobody changes what they cannot read whole.
 */
export function amends(world: World, viewer: Membership | null, entry: Entry): boolean {
  return (
    viewer !== null &&
    writes(viewer, entry.table) &&
    entry.agency === viewer.agency &&
    heldEnough(world, viewer, entry.person, changedOn(entry.table)) &&
    sees(world, viewer, entry) &&
    readsAllOf(world, viewer, entry.parent ?? entry.id)
  )
}

/** Does the viewer read every part of this entry, or have written it? */
const readsAllOf = (world: World, viewer: Membership, whole: string): boolean =>
  (indexOf(world).parts.get(whole) ?? []).every(
    (part) => part.givenBy === viewer.user || sees(world, viewer, part),
  )

/** Is the viewer told, of an entry named by its id, that it is theirs to add parts to? */
export function readsWhole(world: World, viewer: Membership | null, id: string): boolean {
  const entry = indexOf(world).byId.get(id)
  if (!viewer || !entry || entry.agency !== viewer.agency || !havingParts.includes(entry.table)) {
    return false
  }
  return sees(world, viewer, entry) && readsAllOf(world, viewer, id)
}
