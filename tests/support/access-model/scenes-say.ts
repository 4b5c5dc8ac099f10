import type { EntryWish, WorldBuilder, Giver } from './builder'
import type { Cast } from './cast'
import { threeLevels } from './scenes-relationship'
import { vouchings, type Vouched } from './scenes-vouched'

/** What the person said, and who wrote it down. */
type Say = {
  facts: Record<string, unknown>
  by: Giver
  of?: string
  confirmed?: Vouched
}

/** A person we work with, in every cohort. */
export function openPerson(b: WorldBuilder, cast: Cast, giver: Giver = cast.ours): string {
  const person = b.person()
  b.involve(person, giver)
  for (const agreement of cast.usual) b.cohort(person, agreement.id)
  return person
}

function groupOf(cast: Cast, name: string, place = 0): string {
  return cast.agreements[name]?.groups[place]?.id ?? ''
}

function objections(b: WorldBuilder, cast: Cast): Say[] {
  const live = cast.givers.live ?? cast.ours
  const said = { kind: 'objection' }
  const housing = { ...said, about_categories: ['housing'] }
  const overridden = { ...said, overridden_by: cast.ours.author, override_reason: 'duty' }
  const facts = [
    said,
    housing,
    { ...said, about_categories: ['mental_health'] },
    { ...said, about_categories: ['safety'] },
    // To our group, to a version of it that we are not in, to two groups of others.
    { ...said, group_id: groupOf(cast, 'live') },
    { ...said, group_id: groupOf(cast, 'live', 1) },
    { ...said, group_id: groupOf(cast, 'live', 2) },
    { ...said, group_id: groupOf(cast, 'not to us') },
    { ...said, withdrawn_at: b.at(-3) },
    // To come, over, and until later.
    { ...said, starts_at: b.at(50) },
    { ...said, starts_at: b.at(-500), ends_at: b.at(-50) },
    { ...housing, starts_at: b.at(-500), ends_at: b.at(500) },
  ]
  // A duty that comes first, as the reader, the giver and somebody else recorded it.
  const lifted = [live, cast.ours, cast.receiver].flatMap((by) =>
    [overridden, { ...said, upheld: false }].map((each) => ({ facts: each, by })),
  )
  // It stands whoever wrote it down: the reader, the giver, or somebody else.
  const heard = [live, cast.receiver].map((by) => ({ facts: said, by }))
  return [
    ...facts.map((each) => ({ facts: each, by: cast.ours })),
    ...heard,
    ...lifted,
    ...ends(b, cast),
  ]
}

/** Ended, as the reader, the giver, somebody else, and who works for the reader too wrote it. */
function ends(b: WorldBuilder, cast: Cast): Say[] {
  const live = cast.givers.live ?? cast.ours
  const ended = (by: Giver, who = by.author) => ({
    facts: { kind: 'objection', withdrawn_at: b.at(-3), withdrawn_by: who },
    by,
  })
  const outside = cast.second
  return [
    ...[cast.ours, live, cast.receiver].map((by) => ended(by)),
    ended(live, cast.user['two here']),
    ended(outside, cast.user['two here']),
    ended(outside, cast.user['receiver']),
    ...[-1, 9].map((until) => ended(outside, formerly(b, cast, until))),
    ended(outside, formerly(b, cast, null, 5)),
    ...vouchings(cast, live).map((confirmed) => ({ ...ended(cast.ours), confirmed })),
  ]
}

function consents(b: WorldBuilder, cast: Cast): Say[] {
  const giver = cast.givers['on consent'] ?? cast.ours
  const agreement_id = cast.agreements['on consent']?.id
  const yes = { kind: 'consent', agreement_id }
  const facts = [
    { kind: 'consent' },
    yes,
    { ...yes, agreement_id: cast.agreements.live?.id },
    // To the group, to versions with fewer and with more teams, and to groups that are others.
    ...[0, 1, 2, 3].map((place) => ({ ...yes, group_id: groupOf(cast, 'on consent', place) })),
    { ...yes, group_id: groupOf(cast, 'live') },
    { ...yes, about_categories: ['housing'] },
    { ...yes, withdrawn_at: b.at(-3) },
    // To come, over, and until later.
    { ...yes, starts_at: b.at(50) },
    { ...yes, starts_at: b.at(-500), ends_at: b.at(-50) },
    { ...yes, ends_at: b.at(500) },
  ]
  const outside = cast.givers.live ?? cast.ours
  const both = cast.user['two here'] ?? ''
  return [
    ...facts.map((each) => ({ facts: each, by: giver })),
    // An objection that was lifted is no consent.
    { facts: { ...yes, kind: 'objection', upheld: false }, by: giver },
    // Recorded by who would read it, by their colleague, by somebody who reads nothing by it, by
    // somebody else who works for a reader too, for nobody who reads, and for one no longer; and by
    // the giver, whose worker works for a reader too.
    { facts: yes, by: cast.ours },
    { facts: yes, by: cast.other },
    { facts: yes, by: outside },
    { facts: yes, by: outside, of: both },
    { facts: yes, by: giver, of: both },
    { facts: yes, by: outside, of: b.user() },
    { facts: yes, by: outside, of: employed(b, outside) },
    { facts: yes, by: outside, of: formerly(b, cast, -1) },
    { facts: yes, by: outside, of: formerly(b, cast, 9) },
    { facts: yes, by: outside, of: formerly(b, cast, null, 5) },
    ...vouchings(cast, giver).map((confirmed) => ({ facts: yes, by: cast.ours, confirmed })),
  ]
}

/** Somebody who works where they record it, and nowhere else. */
function employed(b: WorldBuilder, place: Giver): string {
  const user = b.user()
  b.membership(user, place.agency, 'practitioner', [place.team])
  return user
}

/** Somebody who works in our agency until that day from now, from that one. */
export function formerly(b: WorldBuilder, cast: Cast, until: number | null, from = -50): string {
  const user = b.user()
  b.membership(user, cast.ours.agency, 'practitioner', [cast.ours.team], b.span(from, until))
  return user
}

/** Block two: what the person said (question 5), against givers with and without consent. */
export function addChoices(b: WorldBuilder, cast: Cast, compact: boolean) {
  for (const { facts, by, of, confirmed } of [...objections(b, cast), ...consents(b, cast)]) {
    const person = openPerson(b, cast)
    const author = of ? { givenBy: of } : {}
    const { id } = b.entry('choice', person, by, { categories: ['plan'], facts, ...author })
    if (confirmed) b.confirm(person, id, confirmed.by, confirmed.answer, confirmed.undone)
    for (const name of ['live', 'on consent']) {
      const giver = cast.givers[name]
      if (!giver) continue
      for (const categories of [['housing'], ['justice'], ['safety'], ['housing', 'safety']]) {
        if (compact) b.entry('contact', person, giver, { categories })
        else threeLevels(b, person, giver, categories)
      }
      b.entry('involvement_worker', person, giver, { categories: ['mental_health'] })
    }
    // The person's word is about other agencies: our own entries stay with us.
    b.entry('contact', person, cast.ours, { categories: ['housing'] })
  }
  addAnswers(b, cast)
}

/** What was answered to an objection that somebody else recorded: by kind, giver and decision. */
function addAnswers(b: WorldBuilder, cast: Cast) {
  const live = cast.givers.live ?? cast.ours
  const answers = [
    { kind: 'objection', giver: live.agency, decision: 'declined' },
    { kind: 'objection', giver: live.agency, decision: 'agreed' },
    { kind: 'objection', giver: cast.receiver.agency, decision: 'declined' },
    { kind: 'death', giver: live.agency, decision: 'declined' },
  ]
  for (const answer of answers) {
    const person = openPerson(b, cast)
    const facts = { kind: 'objection' }
    const choice = b.entry('choice', person, cast.receiver, { categories: ['plan'], facts }).id
    b.world.answers.push({ id: b.id(), choice, ...answer })
    threeLevels(b, person, live, ['housing'])
  }
}

/** Block three: the author's narrowing, in our own agency and elsewhere. */
export function addAudiences(b: WorldBuilder, cast: Cast) {
  const person = openPerson(b, cast)
  const live = cast.givers.live ?? cast.ours
  const me = cast.user.practitioner ?? ''
  const both = cast.user['two here'] ?? ''
  for (const giver of [cast.ours, cast.other, live]) {
    const wishes: EntryWish[] = [
      { audience: 'team' },
      { audience: 'team', named: [me] },
      { audience: 'team', givenBy: me },
      { audience: 'named' },
      { audience: 'named', named: [me] },
      { audience: 'named', named: [both] },
      { audience: 'named', givenBy: both },
    ]
    for (const wish of wishes) {
      const contact = b.entry('contact', person, giver, { categories: ['housing'], ...wish })
      const part = { ...wish, categories: ['housing'], parent: contact.id, named: [] }
      b.entry('contact_words', person, giver, part)
    }
    b.entry('warning', person, giver, { categories: ['safety'], audience: 'team' })
  }
}

/** Block four: entries opened one by one, with and without a relationship. */
export function addGrants(b: WorldBuilder, cast: Cast) {
  const silent = cast.givers.silent ?? cast.ours
  const makers: (() => string)[] = [
    () => openPerson(b, cast),
    () => b.person(),
    () => archived(b, cast),
    () => objecting(b, cast),
    () => openPerson(b, cast, cast.police),
    () => limitedPerson(b, cast),
    () => openPerson(b, cast, cast.receiver),
  ]
  const viewers = [
    `t:${cast.ours.team}`,
    `u:${cast.user.practitioner ?? ''}`,
    `u:${cast.user.limited ?? ''}`,
    `t:${cast.receiver.team}`,
  ]
  const spans = [b.span(-5), b.span(-5, 3), b.span(-5, -1), b.span(2)]
  for (const make of makers) {
    const person = make()
    for (const viewer of viewers) {
      for (const level of [3, 4]) {
        for (const span of level === 4 ? spans : spans.slice(0, 1)) {
          const contact = b.entry('contact', person, silent, { categories: ['money'] })
          b.entry('contact_words', person, silent, { categories: ['money'], parent: contact.id })
          const grant = { id: b.id(), person, agency: silent.agency, entry: contact.id }
          b.world.grants.push({ ...grant, viewer, level, ...span })
        }
      }
    }
    // Who is involved, opened at each level there is.
    for (const level of [1, 2, 3]) {
      const worker = b.entry('involvement_worker', person, silent, { categories: ['money'] })
      const entry = worker.parent ?? ''
      const grant = { id: b.id(), person, agency: silent.agency, entry, level, ...b.span(-5) }
      b.world.grants.push({ ...grant, viewer: `t:${cast.ours.team}` })
      const contact = b.entry('contact', person, silent, { categories: ['money'] })
      b.world.grants.push({
        ...grant,
        id: b.id(),
        entry: contact.id,
        viewer: `t:${cast.ours.team}`,
      })
    }
  }
}

function archived(b: WorldBuilder, cast: Cast): string {
  const person = b.person()
  b.involve(person, cast.ours, -300, -30)
  const endsAt = b.world.now + 3_600_000
  const user = cast.user.practitioner ?? ''
  b.world.archives.push({ id: b.id(), person, user, agency: cast.ours.agency, endsAt })
  return person
}

function objecting(b: WorldBuilder, cast: Cast): string {
  const person = openPerson(b, cast)
  b.entry('choice', person, cast.ours, { categories: ['plan'], facts: { kind: 'objection' } })
  return person
}

function limitedPerson(b: WorldBuilder, cast: Cast): string {
  const person = openPerson(b, cast)
  const involvement = b.involve(person, cast.other)
  const facts = { user_id: cast.user.limited ?? '', starts_on: b.day(-9) }
  const wish = { parent: involvement.id, categories: ['plan'], facts }
  b.entry('involvement_worker', person, cast.other, wish)
  return person
}
