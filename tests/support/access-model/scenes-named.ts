import type { Giver, WorldBuilder } from './builder'
import type { Cast } from './cast'
import { openPerson } from './scenes-say'

/**
 * Block fourteen: entries, records and names that somebody names by their ids, with the app's login
 * and no row before them: of their own people and others', that belong together and do not.
 */
export function addNamed(b: WorldBuilder, cast: Cast) {
  addKinds(b, cast)
  addNamesByHand(b, cast)
  addTakenBackByHand(b, cast)
}

/** What may be open of whom: of who objected, of an unsure record, of somebody else's. */
function addKinds(b: WorldBuilder, cast: Cast) {
  const live = cast.givers.live ?? cast.ours
  const silent = cast.givers.silent ?? cast.ours
  const objecting = openPerson(b, cast)
  const facts = { kind: 'objection' }
  b.entry('choice', objecting, cast.ours, { categories: ['plan'], facts })
  const unsure = openPerson(b, cast)
  b.record(unsure, live.agency, false)
  // Who opened something to others alone, to us once, to us from another day, and for a time.
  const opened = [
    { giver: cast.givers['on consent'], to: cast.receiver.team, span: b.span(-5) },
    { giver: cast.givers.double, to: cast.ours.team, span: b.span(-5, -1) },
    { giver: cast.givers['given back'], to: cast.ours.team, span: b.span(2) },
    { giver: cast.givers['not to us'], to: cast.ours.team, span: b.span(-5, 5) },
  ]
  const open = openPerson(b, cast)
  for (const { giver = silent, to, span } of opened) {
    const { id, person, agency } = b.entry('contact', open, giver, { categories: ['money'] })
    const grant = { id: b.id(), entry: id, person, agency, viewer: `t:${to}`, level: 4 }
    b.world.grants.push({ ...grant, ...span })
  }
  const givers = [live, silent, ...opened.map(({ giver = silent }) => giver)]
  for (const person of [open, objecting, unsure, b.person()]) {
    const own = b.record(person, cast.ours.agency)
    for (const giver of givers) {
      for (const category of giver === live ? ['housing', 'money', 'identity'] : ['money']) {
        const categories = [category]
        const { record, agency } = b.entry('contact', person, giver, { categories })
        for (const named of new Set([record, own, b.record(open, agency)])) {
          b.world.askedKinds.push({ person, record: named, agency, categories })
        }
      }
    }
  }
}

/** Names and what tells one, of people whose name one service protects: ours, and nobody's. */
function addNamesByHand(b: WorldBuilder, cast: Cast) {
  const live = cast.givers.live ?? cast.ours
  const third = cast.givers['on consent'] ?? cast.ours
  const categories = ['identity']
  const named = (person: string, giver: Giver, norm: string, when = {}) =>
    b.entry('person_name', person, giver, { categories, facts: { norm, ...when } })
  const tellsName = ['birth', 'identity_detail', 'identity_words', 'identifier', 'reach']
  const people = [openPerson(b, cast), b.person()]
  for (const person of people) {
    const facts = { given_at: b.at(-60) }
    b.entry('protected_name', person, cast.second, { categories, facts })
    const rows = [
      named(person, cast.second, 'FAY WALKER'),
      named(person, live, 'FAY WALKER'),
      named(person, live, 'SAM LEE'),
      // As one would type a guess.
      named(person, cast.ours, 'FAY WALKER', { given_at: b.at(-30) }),
      ...tellsName.map((table) => b.entry(table, person, live, { categories })),
    ]
    for (const { id, agency } of rows) {
      for (const about of people) {
        for (const by of [agency, third.agency]) {
          b.world.askedNames.push({ entry: id, person: about, agency: by })
        }
      }
    }
    b.world.askedNames.push({ entry: b.id(), person, agency: live.agency })
  }
}

/** Contacts taken back, of one's own people and of others'. */
function addTakenBackByHand(b: WorldBuilder, cast: Cast) {
  const live = cast.givers.live ?? cast.ours
  const categories = ['housing']
  for (const person of [openPerson(b, cast), b.person()]) {
    const gone = { withdrawn_at: '2024-03-01T10:00:00Z' }
    const kept = b.entry('contact', person, live, { categories })
    for (const edition of [1, 2]) {
      const facts = { edition, why: edition > 1 ? 'put right' : null }
      b.entry('contact_words', person, live, { categories, parent: kept.id, facts })
    }
    b.world.askedWhole.push(kept, b.entry('contact', person, live, { categories, facts: gone }))
  }
}
