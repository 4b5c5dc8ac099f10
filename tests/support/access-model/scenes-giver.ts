import type { EntryWish, Giver, WorldBuilder } from './builder'
import type { Cast } from './cast'
import { openPerson } from './scenes-say'

/**
 * Givers who may be known or not: by their involvement, by a contact where they have none, by what
 * they opened or sent here, one condition to a person.
 */
export function addGivers(b: WorldBuilder, cast: Cast) {
  const me = cast.user.practitioner ?? ''
  const live = cast.givers.live ?? cast.ours
  const narrowed: EntryWish[] = [
    {},
    { givenBy: me, audience: 'team' },
    { audience: 'team' },
    { audience: 'team', named: [me] },
    { audience: 'named' },
    { audience: 'named', named: [me] },
  ]
  const filed = ['substance_use', 'mental_health', 'justice', 'housing', 'identity', 'safety']
  for (const table of ['involvement', 'contact']) {
    for (const category of filed) {
      b.entry(table, openPerson(b, cast), live, { categories: [category] })
    }
    for (const categories of [['identity', 'safety'], ['safety', 'justice'], []]) {
      b.entry(table, openPerson(b, cast), live, { categories })
    }
    for (const wish of narrowed) {
      b.entry(table, openPerson(b, cast), live, { categories: ['justice'], ...wish })
    }
  }
  addHiddenWork(b, cast, live)
  addOpened(b, cast)
  addSent(b, cast)
  addPlaced(b, cast)
}

/** Their work is hidden, and a contact of theirs is open: that does not tell. */
function addHiddenWork(b: WorldBuilder, cast: Cast, live: Giver) {
  const person = openPerson(b, cast)
  b.entry('involvement', person, live, { categories: ['substance_use'] })
  b.entry('contact', person, live, { categories: ['housing'] })
  // Headlines are read and words are not.
  b.entry('contact_words', person, live, { categories: ['justice'] })
  // Somebody else has recorded no work and nothing that is open: this tells of neither.
  b.record(person, (cast.givers.silent ?? cast.ours).agency)
  b.world.askedGivers.push({ person, agency: live.agency, team: null })
  const two = openPerson(b, cast)
  b.entry('involvement', two, live, { categories: ['substance_use'] })
  const other = { ...live, team: b.team(live.agency) }
  b.entry('involvement', two, other, { categories: ['housing'] })
  // Asked by whoever has the app's login: any team of it, each, those of one's own, and a stranger.
  const stranger = cast.givers.silent ?? cast.ours
  for (const { agency, team } of [live, other, cast.ours, stranger]) {
    for (const each of [null, team, stranger.team]) {
      b.world.askedGivers.push({ person: two, agency, team: each })
    }
  }
}

/** Entries that their giver opened to us one by one: for how much, and from when until when. */
function addOpened(b: WorldBuilder, cast: Cast) {
  const silent = cast.givers.silent ?? cast.ours
  const spans = [b.span(-5), b.span(-5, 5), b.span(-5, -1), b.span(2)]
  const viewer = `t:${cast.ours.team}`
  const open = (table: string, level: number, span = b.span(-5), wish: EntryWish = {}) => {
    const person = openPerson(b, cast)
    const entry = b.entry(table, person, silent, { categories: ['money'], ...wish })
    const of = { entry: entry.id, person, agency: silent.agency, viewer, level }
    b.world.grants.push({ id: b.id(), ...of, ...span })
  }
  for (const span of spans) open('contact', 4, span)
  for (const level of [1, 2, 3]) {
    open('contact', level)
    open('involvement', level)
  }
  open('contact', 4, b.span(-5), { categories: ['safety'] })
  open('contact', 4, b.span(-5), { audience: 'team' })
}

/** Referrals sent to us: not as drafts, not to who is barred, not past a limit to others. */
function addSent(b: WorldBuilder, cast: Cast) {
  const silent = cast.givers.silent ?? cast.ours
  const me = cast.user.practitioner ?? ''
  const send = (sent: string | null, wish: EntryWish = {}) => {
    const person = b.person()
    const facts = { to_team_id: cast.ours.team, sent_at: sent }
    const decided = sent ? { answer: 'declined', decided_at: b.at(-9) } : {}
    b.entry('referral', person, silent, {
      categories: ['money'],
      facts: { ...facts, ...decided },
      ...wish,
    })
    return person
  }
  const limit = (person: string, users: string[]) => {
    const limited = b.entry('limited_access', person, cast.ours, { categories: ['safety'] }).id
    for (const user of users) b.world.limitedUsers.push({ limit: limited, user })
  }
  send(b.at(-30))
  b.involve(send(null), cast.ours)
  send(b.at(-30), { audience: 'team' })
  const barred = send(b.at(-30))
  b.world.conflicts.push({ id: b.id(), user: me, person: barred, ...b.span(-5) })
  const others = [cast.user.colleague ?? '', cast.user.manager ?? '']
  const shut = send(b.at(-30))
  b.involve(shut, cast.ours)
  limit(shut, others)
  // Nor is it told that there is more to hide of them.
  for (const person of [barred, shut]) {
    for (const table of ['protected_whereabouts', 'protected_name']) {
      b.entry(table, person, silent, { categories: ['safety'] })
    }
  }
  const named = send(b.at(-30))
  b.involve(named, cast.ours)
  limit(named, [me, ...others])
}

/** A team whose name tells a place, about somebody protected: not by its work, safety or not. */
function addPlaced(b: WorldBuilder, cast: Cast) {
  const placed = cast.hostel
  for (const categories of [['safety'], ['housing']]) {
    for (const team of [cast.ours.team, cast.receiver.team]) {
      const person = openPerson(b, cast, cast.receiver)
      b.involve(person, cast.ours)
      const protection = b.entry('protected_whereabouts', person, cast.receiver, {
        categories: ['safety'],
      }).id
      b.world.protectionTeams.push({ protection, team })
      b.entry('involvement', person, placed, { categories })
    }
  }
}
