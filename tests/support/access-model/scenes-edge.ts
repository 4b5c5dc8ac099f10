import type { Giver, WorldBuilder } from './builder'
import type { Cast } from './cast'
import { threeLevels, ties } from './scenes-relationship'
import { openPerson } from './scenes-say'

/** Block twelve: people about whom one condition alone decides, one for each. */
export function addEdges(b: WorldBuilder, cast: Cast) {
  addGrantedUnderGrounds(b, cast)
  addGrantToCustodian(b, cast)
  addThirdLink(b, cast)
  addArchivedAndUnsure(b, cast)
  addSayings(b, cast)
  addConsentOutsideCohort(b, cast)
  addReferralFromPlaced(b, cast)
  addUrgentForLimited(b, cast)
  addOwnSafety(b, cast)
}

const live = (cast: Cast): Giver => cast.givers.live ?? cast.ours

/** Opens one entry of each filing, given under no term, to these viewers. */
function grant(b: WorldBuilder, cast: Cast, person: string, viewers: string[]) {
  const giver = cast.givers.silent ?? cast.ours
  for (const categories of [['money'], ['identity'], []]) {
    const contact = b.entry('contact', person, giver, { categories })
    for (const viewer of viewers) {
      const entry = { entry: contact.id, person, agency: giver.agency }
      b.world.grants.push({ id: b.id(), ...entry, viewer, level: 4, ...b.span(-5) })
    }
  }
}

/** An entry opened one by one needs a ground in force, in the role one acts in, unbarred. */
function addGrantedUnderGrounds(b: WorldBuilder, cast: Cast) {
  const user = cast.user.practitioner ?? ''
  const barring = [b.span(-5), b.span(-5, 4), b.span(-5, -1), b.span(2)]
  const makers = [
    ...['none', 'to come', 'worker in other team', 'with enforcement', 'archive'].map((tie) => {
      const person = b.person()
      ties[tie]?.(b, cast, person)
      return person
    }),
    ...barring.map((span) => {
      const person = openPerson(b, cast)
      b.world.conflicts.push({ id: b.id(), user, person, ...span })
      const facts = { to_team_id: cast.ours.team, answer: 'declined', sent_at: b.at(-30) }
      const decided = { ...facts, decided_at: b.at(-9) }
      b.entry('referral', person, live(cast), { categories: ['housing'], facts: decided })
      return person
    }),
  ]
  const viewers = [`t:${cast.ours.team}`, `u:${cast.user['two here'] ?? ''}`, `u:${user}`]
  for (const person of makers) grant(b, cast, person, viewers)
}

/** A custodian who is named may open the person and reads nothing, granted or not. */
function addGrantToCustodian(b: WorldBuilder, cast: Cast) {
  const person = openPerson(b, cast)
  const limit = b.entry('limited_access', person, live(cast), { categories: ['safety'] }).id
  for (const name of ['custodian', 'steward']) {
    b.world.limitedUsers.push({ limit, user: cast.user[name] ?? '' })
  }
  threeLevels(b, person, live(cast), ['safety'])
  grant(b, cast, person, [`u:${cast.user.custodian ?? ''}`])
}

/** Our link is sure and theirs is, a third agency's is not: nothing is held back. */
function addThirdLink(b: WorldBuilder, cast: Cast) {
  const person = openPerson(b, cast)
  b.record(person, cast.second.agency, false)
  for (const set of [['housing'], ['safety'], []]) threeLevels(b, person, live(cast), set)
  grant(b, cast, person, [`t:${cast.ours.team}`])
}

/** The archive was opened to somebody whose new work hangs on a link nobody confirmed. */
function addArchivedAndUnsure(b: WorldBuilder, cast: Cast) {
  const person = b.person()
  b.record(person, cast.ours.agency, false)
  ties.archive?.(b, cast, person)
  b.involve(person, cast.ours)
  for (const agreement of cast.usual) b.cohort(person, agreement.id)
  threeLevels(b, person, live(cast), ['housing'])
  grant(b, cast, person, [`t:${cast.ours.team}`])
}

/** What was taken back, beside something else that was said and still holds. */
function addSayings(b: WorldBuilder, cast: Cast) {
  const consent = { kind: 'consent', agreement_id: cast.agreements['on consent']?.id }
  const gone = { withdrawn_at: b.at(-3) }
  const elsewhere = { kind: 'objection', group_id: cast.agreements['not to us']?.groups[0]?.id }
  const said = [
    [{ kind: 'objection', ...gone }, { kind: 'consent' }],
    [{ ...consent, ...gone }, elsewhere],
    [consent, elsewhere],
    // What was opened one by one stays open beside an objection to something else.
    [{ kind: 'objection', about_categories: ['housing'] }],
  ]
  for (const facts of said) {
    const person = openPerson(b, cast)
    for (const each of facts) {
      const by = each.kind === 'consent' ? cast.givers['on consent'] : cast.ours
      b.entry('choice', person, by ?? cast.ours, { categories: ['plan'], facts: each })
    }
    for (const name of ['live', 'on consent', 'silent']) {
      const giver = cast.givers[name]
      if (giver) b.entry('contact', person, giver, { categories: ['housing'] })
    }
    grant(b, cast, person, [`t:${cast.ours.team}`])
  }
}

/** A consent holds within the cohort of its agreement and nowhere else. */
function addConsentOutsideCohort(b: WorldBuilder, cast: Cast) {
  const person = b.person()
  b.involve(person, cast.ours)
  b.cohort(person, cast.agreements.live?.id ?? '')
  const facts = { kind: 'consent', agreement_id: cast.agreements['on consent']?.id }
  const giver = cast.givers['on consent'] ?? cast.ours
  b.entry('choice', person, giver, { categories: ['plan'], facts })
  b.entry('contact', person, giver, { categories: ['housing'] })
}

/** A referral we declined, from a team whose name tells the place of somebody protected. */
function addReferralFromPlaced(b: WorldBuilder, cast: Cast) {
  const placed = b.giver('team')
  const person = b.person()
  const protection = b.entry('protected_whereabouts', person, live(cast), {
    categories: ['safety'],
  }).id
  b.world.protectionTeams.push({ protection, team: live(cast).team })
  const declined = { sent_at: b.at(-30), answer: 'declined', decided_at: b.at(-9) }
  for (const stands of [{}, declined]) {
    const facts = { to_team_id: cast.receiver.team, ...stands }
    b.entry('referral', person, placed, { categories: ['housing'], facts })
  }
}

/** Urgent access opens the person to a limited worker, and no content. */
function addUrgentForLimited(b: WorldBuilder, cast: Cast) {
  const person = b.person()
  ties['urgent for a limited worker']?.(b, cast, person)
  threeLevels(b, person, live(cast), ['mental_health'])
}

/** What keeps people safe is the volunteer's to read in full, in the agency that gave it. */
function addOwnSafety(b: WorldBuilder, cast: Cast) {
  const person = openPerson(b, cast)
  ties['limited worker']?.(b, cast, person)
  const objection = { kind: 'objection', about_categories: ['safety'] }
  b.entry('choice', person, live(cast), { categories: ['plan'], facts: objection })
  for (const giver of [cast.ours, live(cast)]) threeLevels(b, person, giver, ['safety'])
}
