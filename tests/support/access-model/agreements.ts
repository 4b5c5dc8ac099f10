import { moment, statesOf } from './facts'
import { days, inForce } from './moments'
import { headline } from './knowledge'
import type { Agreement, Entry, Membership, Moment, Term, World } from './world'

/**
 * What is left of a level after an end (access.md, *Ending*): *end now* closes at once; a date
 * that passed leaves headlines for 28 days, since nobody should vanish for a late signature.
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

/** Terms that run from a giver to a team of this viewer, each with what it still opens. */
export function termsFor(
  world: World,
  viewer: Membership,
  giver: string,
): { agreement: Agreement; term: Term; opens: number }[] {
  const receiving = viewer.teams.filter((id) => {
    const team = world.teams.find((each) => each.id === id)
    return team && team.function !== 'enforcement' && team.function !== 'benefit_decision'
  })
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

/** Question 2: is the person in the cohort of this agreement now? */
export function inCohort(world: World, person: string, agreement: string): boolean {
  return world.cohorts.some(
    (each) => each.person === person && each.agreement === agreement && inForce(each, world.now),
  )
}

function choicesInForce(world: World, person: string, kind: string): Entry[] {
  return statesOf(world, person, 'choice').filter((entry) => {
    const startsAt = moment(entry, 'starts_at') ?? 0
    const span = { startsAt, endsAt: moment(entry, 'ends_at') }
    return entry.facts.kind === kind && !entry.facts.withdrawn_at && inForce(span, world.now)
  })
}

function about(choice: Entry): string[] {
  const named = choice.facts.about_categories
  return Array.isArray(named) ? named.map(String) : []
}

/** Question 5: does an upheld objection keep these categories from this viewer's teams? */
export function objected(
  world: World,
  person: string,
  categories: string[],
  teams: string[],
): boolean {
  return choicesInForce(world, person, 'objection').some((choice) => {
    if (choice.facts.upheld === false || choice.facts.overridden_by) return false
    const named = about(choice)
    // No category named: everything but what keeps the person and the visitor safe.
    const touches =
      named.length === 0
        ? categories.length === 0 || categories.some((category) => category !== 'safety')
        : categories.some((category) => named.includes(category))
    return touches && concerns(world, choice, teams)
  })
}

function concerns(world: World, choice: Entry, teams: string[]): boolean {
  if (!choice.facts.group_id) return true
  const groups = world.agreements.flatMap((agreement) => agreement.groups)
  const group = groups.find((each) => each.id === choice.facts.group_id)
  return group?.teams.some((team) => teams.includes(team)) ?? false
}

/** Did the person agree to this term, for this category, with their consent still standing? */
export function consented(world: World, person: string, agreement: string, term: Term): boolean {
  return choicesInForce(world, person, 'consent').some((choice) => {
    const named = about(choice)
    return (
      choice.facts.agreement_id === agreement &&
      (named.length === 0 || named.includes(term.category)) &&
      (!choice.facts.group_id || choice.facts.group_id === term.group)
    )
  })
}
