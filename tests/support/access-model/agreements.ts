import { moment, statesOf } from './facts'
import { days, inForce } from './moments'
import { headline } from './knowledge'
import type {
  Agreement,
  Author,
  Entry,
  Membership,
  Moment,
  TeamFunction,
  Term,
  World,
} from './world'

/**
 * What is left of a level after an end (docs/rules/who-may-see-what.md): *end now* closes at once;
 * a date that passed leaves headlines for 28 days, since nobody should vanish for a late signature.
 */
export function levelLeft(
  level: number,
  ended: { endsAt: Moment | null; endedNow: boolean },
  now: Moment,
): number {
  if (ended.endsAt === null || now < ended.endsAt) return level
  if (ended.endedNow || now >= days(ended.endsAt, 28)) return 0
  return Math.min(level, headline)
}

const byRequest: readonly TeamFunction[] = ['enforcement', 'benefit_decision']

/** The viewer's teams that receive by screen; those that enforce or decide benefits ask for it. */
const receivingTeams = (world: World, viewer: Membership): string[] =>
  viewer.teams.filter((id) => {
    const team = world.teams.find((each) => each.id === id)
    return team && !byRequest.includes(team.function)
  })

/** Does the viewer receive nothing of others by screen, since all of their teams ask for it? */
export const asksForAll = (world: World, viewer: Membership): boolean =>
  viewer.teams.length > 0 && receivingTeams(world, viewer).length === 0

/** Terms that run from a giver to a team of this viewer, each with what it still opens. */
export function termsFor(
  world: World,
  viewer: Membership,
  giver: string,
): { agreement: Agreement; term: Term; opens: number }[] {
  const receiving = receivingTeams(world, viewer)
  return world.agreements.flatMap((agreement) => {
    if (world.now < agreement.startsAt) return []
    if (![giver, viewer.agency].every((agency) => isParty(world, agreement, agency))) return []
    return agreement.terms
      .filter((term) => term.giver === giver && term.startsAt <= world.now)
      .filter((term) => {
        const group = agreement.groups.find((each) => each.id === term.group)
        return group?.teams.some((team) => receiving.includes(team))
      })
      .map((term) => {
        const left = levelLeft(term.level, term, world.now)
        return { agreement, term, opens: levelLeft(left, agreement, world.now) }
      })
  })
}

function isParty(world: World, agreement: Agreement, agency: string): boolean {
  return agreement.parties.some(
    (party) =>
      party.agency === agency &&
      inForce({ startsAt: party.joinedAt, endsAt: party.leftAt }, world.now),
  )
}

/**
 * Question 2: is the person in the cohort of this agreement now, for what this term's giver gives?
 * A placement counts when the giver, or somebody who gains nothing by it, made or confirmed it.
 */
export function inCohort(world: World, person: string, agreement: string, term: Term): boolean {
  return cohortsOf(world, person).some(
    (each) =>
      each.agreement === agreement &&
      inForce(each, world.now) &&
      vouched(world, each.id, each.by, term),
  )
}

const cohortsByPerson = new WeakMap<World, Map<string, World['cohorts']>>()

function cohortsOf(world: World, person: string): World['cohorts'] {
  let known = cohortsByPerson.get(world)
  if (!known) {
    known = new Map()
    for (const each of world.cohorts)
      known.set(each.person, [...(known.get(each.person) ?? []), each])
    cohortsByPerson.set(world, known)
  }
  return known.get(person) ?? []
}

/** Answers that stand to what somebody wrote down, by those of whom this is true. */
function confirmedBy(world: World, subject: string, counts: (by: Author) => boolean): boolean {
  return world.confirmations.some(
    (each) =>
      each.subject === subject && each.answer === 'confirmed' && !each.undone && counts(each.by),
  )
}

/** Did the term's giver write this or say yes to it, or somebody who gains nothing by it? */
function vouched(world: World, subject: string, by: Author, term: Term): boolean {
  const counts = (who: Author) => who.agency === term.giver || !gainsBy(world, who, term)
  return counts(by) || confirmedBy(world, subject, counts)
}

/** Is this the word of an agency: written for it, or by somebody who works for it too? */
const wordOf = (world: World, agency: string, { agency: of, author }: Author): boolean =>
  of === agency ||
  world.memberships.some(
    (each) => each.user === author && each.agency === agency && inForce(each, world.now),
  )

function choicesInForce(world: World, person: string, kind: string): Entry[] {
  return statesOf(world, person, 'choice').filter((entry) => {
    const startsAt = moment(entry, 'starts_at') ?? 0
    const span = { startsAt, endsAt: moment(entry, 'ends_at') }
    return entry.facts.kind === kind && inForce(span, world.now)
  })
}

function about(choice: Entry): string[] {
  const named = choice.facts.about_categories
  return Array.isArray(named) ? named.map(String) : []
}

/**
 * Question 5: does an objection keep these categories of a giver's from this viewer's teams? It is
 * about what agencies share, never about an agency and its own. A duty that lifts it is the giver's
 * to record, or somebody's who gains nothing: not the reader's own agency's. What the reader's own
 * agency wrote of its end waits for another's word.
 */
export function objected(
  world: World,
  viewer: Membership,
  entry: Pick<Entry, 'person' | 'agency' | 'categories'>,
): boolean {
  const { person, agency: giver, categories } = entry
  if (viewer.agency === giver) return false
  return choicesInForce(world, person, 'objection').some((choice) => {
    if (answeredFor(world, choice, giver)) return false
    const lifted = choice.facts.upheld === false || Boolean(choice.facts.overridden_by)
    if (lifted && choice.agency !== viewer.agency) return false
    if (choice.facts.withdrawn_at && over(world, viewer, choice, giver)) return false
    const named = about(choice)
    // No category named: everything but what keeps the person and the visitor safe.
    const touches =
      named.length === 0
        ? categories.length === 0 || categories.some((category) => category !== 'safety')
        : categories.some((category) => named.includes(category))
    return touches && concerns(world, choice, viewer.teams)
  })
}

/** Has an objection that was withdrawn ended, for this reader of this giver's? */
function over(world: World, viewer: Membership, choice: Entry, giver: string): boolean {
  const ended = { agency: choice.agency, author: String(choice.facts.withdrawn_by) }
  const theirs = (who: Author) => wordOf(world, viewer.agency, who)
  if (choice.agency === giver || !theirs(ended)) return true
  return confirmedBy(world, choice.id, (who) => who.agency === giver || !theirs(who))
}

/** Has the giver, or the custodian for it, said that it does not hold for what the giver gives? */
const answeredFor = (world: World, choice: Entry, giver: string): boolean =>
  world.answers.some(
    (each) =>
      each.kind === 'objection' &&
      each.choice === choice.id &&
      each.giver === giver &&
      each.decision === 'declined',
  )

function concerns(world: World, choice: Entry, teams: string[]): boolean {
  if (!choice.facts.group_id) return true
  const said = groupOf(world, choice.facts.group_id)
  // What was said of a group was said of it, whatever its teams are by now.
  return allGroups(world)
    .filter((group) => said && first(group) === first(said))
    .some((group) => group.teams.some((team) => teams.includes(team)))
}

type Group = Agreement['groups'][number]
const allGroups = (world: World) => world.agreements.flatMap((agreement) => agreement.groups)
const groupOf = (world: World, id: unknown) => allGroups(world).find((group) => group.id === id)
const first = (group: Group) => group.versionOf ?? group.id

/** A consent to a group covers a version of it that has lost teams, and none that has new ones. */
function coversGroup(world: World, named: unknown, term: Term): boolean {
  if (!named) return true
  const [said, now] = [groupOf(world, named), groupOf(world, term.group)]
  return Boolean(
    said &&
    now &&
    first(said) === first(now) &&
    now.teams.every((team) => said.teams.includes(team)),
  )
}

/** Would whoever wrote this read by it: for their agency's team, or for another they work in? */
function gainsBy(world: World, by: Author, term: Term): boolean {
  const receiving = (groupOf(world, term.group)?.teams ?? []).map(
    (id) => world.teams.find((team) => team.id === id)?.agency,
  )
  return receiving.some((agency) => agency !== undefined && wordOf(world, agency, by))
}

/**
 * Did the person agree to this term, for this category, with their consent still standing? It
 * counts when its giver, or somebody who gains nothing by it, recorded or confirmed it.
 */
export function consented(world: World, person: string, agreement: string, term: Term): boolean {
  return choicesInForce(world, person, 'consent').some((choice) => {
    const named = about(choice)
    return (
      !choice.facts.withdrawn_at &&
      choice.facts.agreement_id === agreement &&
      (named.length === 0 || named.includes(term.category)) &&
      coversGroup(world, choice.facts.group_id, term) &&
      vouched(world, choice.id, { agency: choice.agency, author: choice.givenBy }, term)
    )
  })
}
