import type { EntryWish, WorldBuilder, Giver } from './builder'
import type { Cast } from './cast'
import { threeLevels } from './scenes-relationship'

type Say = Record<string, unknown>

/** A person we work with, in every cohort. */
export function openPerson(b: WorldBuilder, cast: Cast, giver: Giver = cast.ours): string {
  const person = b.person()
  b.involve(person, giver)
  for (const agreement of cast.usual) b.cohort(person, agreement.id)
  return person
}

function groupOf(cast: Cast, name: string): string {
  return cast.agreements[name]?.groups[0]?.id ?? ''
}

function objections(b: WorldBuilder, cast: Cast): Record<string, Say> {
  const said = { kind: 'objection' }
  const housing = { ...said, about_categories: ['housing'] }
  return {
    all: said,
    housing,
    'mental health': { ...said, about_categories: ['mental_health'] },
    safety: { ...said, about_categories: ['safety'] },
    'to our group': { ...said, group_id: groupOf(cast, 'live') },
    'to another group': { ...said, group_id: groupOf(cast, 'not to us') },
    overridden: { ...said, overridden_by: cast.ours.author, override_reason: 'duty' },
    withdrawn: { ...said, withdrawn_at: b.at(-3) },
    'not upheld': { ...said, upheld: false },
    'to come': { ...said, starts_at: b.at(50) },
    over: { ...said, starts_at: b.at(-500), ends_at: b.at(-50) },
    'until later': { ...housing, starts_at: b.at(-500), ends_at: b.at(500) },
  }
}

function consents(b: WorldBuilder, cast: Cast): Record<string, Say> {
  const agreement_id = cast.agreements['on consent']?.id
  const yes = { kind: 'consent', agreement_id }
  return {
    nothing: { kind: 'consent' },
    yes,
    'to another agreement': { ...yes, agreement_id: cast.agreements.live?.id },
    'to the group': { ...yes, group_id: groupOf(cast, 'on consent') },
    'to another group': { ...yes, group_id: groupOf(cast, 'live') },
    'about housing': { ...yes, about_categories: ['housing'] },
    withdrawn: { ...yes, withdrawn_at: b.at(-3) },
    'to come': { ...yes, starts_at: b.at(50) },
    over: { ...yes, starts_at: b.at(-500), ends_at: b.at(-50) },
    'until later': { ...yes, ends_at: b.at(500) },
  }
}

/** Block two: what the person said (question 5), against givers with and without consent. */
export function addChoices(b: WorldBuilder, cast: Cast, compact: boolean) {
  const said = [...Object.values(objections(b, cast)), ...Object.values(consents(b, cast))]
  for (const facts of said) {
    const person = openPerson(b, cast)
    b.entry('choice', person, cast.ours, { categories: ['plan'], facts })
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
