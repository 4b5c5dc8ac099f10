import type { WorldBuilder } from './builder'
import type { Cast } from './cast'
import { threeLevels, ties } from './scenes-relationship'
import { openPerson } from './scenes-say'

/**
 * Block ten: links that a machine made, on the viewer's side, on the giver's, or on both, where the
 * two came together or apart; and people opened by no record at all.
 */
export function addLinks(b: WorldBuilder, cast: Cast) {
  addTwoRecords(b, cast)
  const live = cast.givers.live ?? cast.ours
  const together = b.id()
  for (const [ours, theirs] of [
    [{ sure: true }, { sure: false }],
    [{ sure: false }, { sure: true }],
    [{ sure: false }, { sure: false }],
    [
      { sure: false, of: together },
      { sure: false, of: together },
    ],
    [
      { sure: false, of: together },
      { sure: false, of: b.id() },
    ],
  ] as { sure: boolean; of?: string }[][]) {
    for (const tie of ['open', 'urgent']) {
      const person = b.person()
      b.record(person, cast.ours.agency, ours?.sure, ours?.of ?? null)
      b.record(person, live.agency, theirs?.sure, theirs?.of ?? null)
      if (tie === 'open') b.involve(person, cast.ours)
      else ties.urgent?.(b, cast, person)
      for (const agreement of cast.usual) b.cohort(person, agreement.id)
      addEntries(b, cast, person)
    }
  }
}

/** An agency with two records of one person, one surely theirs and one not: each by itself. */
function addTwoRecords(b: WorldBuilder, cast: Cast) {
  const live = cast.givers.live ?? cast.ours
  const person = openPerson(b, cast)
  b.involve(person, live)
  const unsure = b.id()
  b.world.records.push({
    ...{ id: unsure, person, agency: live.agency },
    ...{ confirmed: false, sureOf: null },
  })
  for (const record of [b.record(person, live.agency), unsure]) {
    for (const categories of [['identity'], ['housing'], ['safety']]) {
      b.entry('contact', person, live, { categories }).record = record
    }
    b.entry('reach', person, live, { categories: ['identity'] }).record = record
    for (const type of ['nino', 'crn']) {
      b.entry('identifier', person, live, { categories: ['identity'], facts: { type } }).record =
        record
    }
  }
}

function addEntries(b: WorldBuilder, cast: Cast, person: string) {
  const live = cast.givers.live ?? cast.ours
  for (const set of [['identity'], ['identity', 'safety'], ['safety'], ['housing'], []]) {
    threeLevels(b, person, live, set)
  }
  b.entry('contact', person, cast.ours, { categories: ['money'] })
  for (const categories of [['money'], ['identity'], []]) {
    const given = b.entry('contact', person, live, { categories })
    const grant = { id: b.id(), person, agency: live.agency, entry: given.id, level: 4 }
    b.world.grants.push({ ...grant, viewer: `t:${cast.ours.team}`, ...b.span(-5) })
  }
  const identity = { categories: ['identity'] }
  const name = b.entry('person_name', person, live, identity)
  for (const giver of [live, cast.ours]) {
    b.entry('reach', person, giver, identity)
    for (const type of ['nino', 'crn', 'nhs', 'local']) {
      b.entry('identifier', person, giver, { ...identity, facts: { type } })
    }
  }
  // A line that another record was joined, of this person and of one it is not about.
  for (const joined of [name.record, b.record(person, cast.ours.agency), b.id()]) {
    const user = cast.user.practitioner ?? ''
    b.world.notices.push({ id: b.id(), user, person, joined })
  }
  b.world.notices.push({
    ...{ id: b.id(), user: cast.user.practitioner ?? '', joined: name.record },
    person: b.world.people.at(-2) ?? null,
  })
}
