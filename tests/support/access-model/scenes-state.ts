import type { EntryWish, WorldBuilder, Giver } from './builder'
import type { Cast } from './cast'
import { levelOf } from './knowledge'
import { threeLevels } from './scenes-relationship'
import { openPerson } from './scenes-say'

const kinds: Record<string, Record<string, unknown>[]> = {
  reach: [{}, { implies_place: true }, { kind: 'landline' }],
  identifier: [{}, { type: 'uprn' }],
  own_words: [{}, { locates: true }],
  contact_words: [{}, { locates: true }],
  // States that are over: what is in force has scenes of its own.
  protected_whereabouts: [{ ended_at: '2024-02-01T00:00:00Z' }],
  protected_name: [{ ended_at: '2024-02-01T00:00:00Z' }],
  limited_access: [{ ended_at: '2024-02-01T00:00:00Z' }],
}

/** One row of every entry table, of one giver, in a category that its agreement opens. */
export function everyTable(
  b: WorldBuilder,
  person: string,
  giver: Giver,
  categories: string[],
  wish: EntryWish = {},
) {
  for (const table of Object.keys(levelOf)) {
    for (const facts of kinds[table] ?? [{}]) {
      b.entry(table, person, giver, { ...wish, categories, facts: { ...facts } })
    }
  }
}

/** Block five: every table, given by us and by others, to whoever may and may not see it. */
export function addEveryTable(b: WorldBuilder, cast: Cast) {
  const person = openPerson(b, cast)
  for (const category of ['housing', 'justice', 'mental_health', 'safety', 'money']) {
    everyTable(b, person, cast.givers.live ?? cast.ours, [category])
  }
  everyTable(b, person, cast.ours, ['money'])
  everyTable(b, person, cast.other, ['housing'])
  for (const giver of [cast.other, cast.givers.live ?? cast.ours]) {
    everyTable(b, person, giver, ['housing'], { audience: 'team' })
  }
  everyTable(b, person, cast.ours, ['housing'], { audience: 'named' })
}

/** Teams and agencies whose very name tells a place, under the live agreement. */
function placedGivers(b: WorldBuilder, cast: Cast): Giver[] {
  const live = cast.agreements.live
  return (['team', 'agency'] as const).map((kind) => {
    const giver = b.giver(kind)
    if (live) {
      const joinedAt = live.startsAt
      live.parties.push({ agency: giver.agency, joinedAt, leftAt: null })
      b.terms(live, giver.agency, { housing: 4, plan: 4, identity: 4 })
    }
    return giver
  })
}

/** Block six: protected whereabouts, named and not, ended, and twice. */
export function addWhereabouts(b: WorldBuilder, cast: Cast, compact: boolean) {
  const placed = placedGivers(b, cast)
  const [hostel] = placed
  const live = cast.givers.live ?? cast.ours
  const protections: { teams: string[]; ended?: number }[][] = [
    [{ teams: [live.team] }],
    [{ teams: [cast.ours.team] }],
    [{ teams: [live.team], ended: -2 }],
    [{ teams: [live.team], ended: 48 }],
    [{ teams: [cast.ours.team] }, { teams: [live.team] }],
    [],
  ]
  for (const set of protections) {
    const person = openPerson(b, cast)
    const whole = !compact || set === protections[0]
    const give = (giver: Giver, categories: string[]) =>
      whole
        ? everyTable(b, person, giver, categories)
        : ['address', 'contact', 'referral'].forEach((table) =>
            b.entry(table, person, giver, { categories }),
          )
    for (const [place, { teams, ended }] of set.entries()) {
      const facts = ended === undefined ? {} : { ended_at: b.at(ended) }
      const by = place === 0 ? live : cast.other
      const wish = { categories: ['safety'], facts }
      const protection = b.entry('protected_whereabouts', person, by, wish).id
      for (const team of teams) b.world.protectionTeams.push({ protection, team })
    }
    b.involve(person, cast.hostel)
    for (const giver of [live, cast.ours, cast.hostel, ...placed]) give(giver, ['housing'])
    if (!hostel) continue
    for (const giver of [hostel, cast.hostel]) give(giver, ['safety'])
    for (const to of [hostel, placed[1], cast.ours]) {
      const facts = { to_team_id: to?.team ?? '', state: 'sent', sent_at: b.at(-30) }
      b.entry('referral', person, live, { categories: ['housing'], facts })
    }
  }
}

/** Block seven: a protected name, seen from each side. */
export function addNames(b: WorldBuilder, cast: Cast) {
  const live = cast.givers.live ?? cast.ours
  for (const facts of [{}, { ended_at: b.at(-2) }, { ended_at: b.at(48) }]) {
    const person = openPerson(b, cast)
    b.entry('protected_name', person, live, { categories: ['identity'], facts })
    for (const giver of [live, cast.ours]) {
      for (const table of ['person_name', 'identity_detail', 'birth', 'identifier']) {
        b.entry(table, person, giver, { categories: ['identity'] })
      }
    }
  }
}

/** Block eight: limited access: who is named, when it ended, and what is left to others. */
export function addLimits(b: WorldBuilder, cast: Cast) {
  const live = cast.givers.live ?? cast.ours
  const named = ['practitioner', 'limited', 'two here', 'custodian', 'receiver']
  for (const ended of [null, -2, 48]) {
    for (const asking of [live, cast.ours]) {
      const person = openPerson(b, cast)
      b.involve(person, cast.second)
      b.involve(person, cast.receiver)
      const facts = ended === null ? {} : { ended_at: b.at(ended) }
      const limit = b.entry('limited_access', person, asking, { categories: ['safety'], facts }).id
      for (const name of named) {
        b.world.limitedUsers.push({ limit, user: cast.user[name] ?? '' })
      }
      threeLevels(b, person, live, ['housing'])
      threeLevels(b, person, cast.ours, ['money'])
      b.entry('warning', person, live, { categories: ['safety'] })
      const sent = { to_team_id: cast.ours.team, state: 'declined', sent_at: b.at(-30) }
      const referral = { ...sent, decided_at: b.at(-9) }
      b.entry('referral', person, live, { categories: ['housing'], facts: referral })
    }
  }
}

/** Block nine: conflicts, now and not, against every other ground. */
export function addConflicts(b: WorldBuilder, cast: Cast) {
  const live = cast.givers.live ?? cast.ours
  for (const span of [b.span(-5), b.span(-5, 4), b.span(-5, -1), b.span(2)]) {
    const person = openPerson(b, cast)
    for (const name of ['practitioner', 'two here']) {
      b.world.conflicts.push({ id: b.id(), user: cast.user[name] ?? '', person, ...span })
    }
    const limit = b.entry('limited_access', person, live, { categories: ['safety'] })
    if (span.endsAt === null) {
      b.world.limitedUsers.push({ limit: limit.id, user: cast.user.practitioner ?? '' })
    } else {
      limit.facts.ended_at = b.at(-50)
    }
    const by = { givenBy: cast.user.practitioner ?? '' }
    b.entry('contact', person, cast.ours, { categories: ['housing'], ...by })
    threeLevels(b, person, live, ['safety'])
    const facts = { to_team_id: cast.ours.team, state: 'declined', sent_at: b.at(-30) }
    const decided = { ...facts, decided_at: b.at(-9) }
    b.entry('referral', person, live, { categories: ['housing'], facts: decided })
  }
}

/** Block ten: links that a machine made, on the viewer's side and on the giver's. */
export function addLinks(b: WorldBuilder, cast: Cast) {
  const live = cast.givers.live ?? cast.ours
  for (const [oursSure, theirsSure] of [
    [true, false],
    [false, true],
    [false, false],
  ]) {
    const person = b.person()
    b.record(person, cast.ours.agency, oursSure)
    b.record(person, live.agency, theirsSure)
    b.involve(person, cast.ours)
    for (const agreement of cast.usual) b.cohort(person, agreement.id)
    for (const set of [['identity'], ['identity', 'safety'], ['safety'], ['housing'], []]) {
      threeLevels(b, person, live, set)
    }
    b.entry('contact', person, cast.ours, { categories: ['money'] })
    for (const categories of [['money'], ['identity'], []]) {
      const given = b.entry('contact', person, live, { categories })
      const grant = { id: b.id(), person, agency: live.agency, entry: given.id, level: 4 }
      b.world.grants.push({ ...grant, viewer: `t:${cast.ours.team}`, ...b.span(-5) })
    }
  }
}

/** Block eleven: harm links, seen from each side. */
export function addHarm(b: WorldBuilder, cast: Cast) {
  const live = cast.givers.live ?? cast.ours
  for (const [harmed, harming] of [
    [openPerson(b, cast), b.person()],
    [b.person(), openPerson(b, cast)],
  ]) {
    if (!harmed || !harming) continue
    const other_record_id = b.record(harming, cast.ours.agency)
    for (const giver of [live, cast.ours]) {
      for (const categories of [['domestic_abuse'], ['plan']]) {
        b.entry('harm_link', harmed, giver, { categories, facts: { other_record_id } })
      }
    }
    b.entry('relationship', harmed, live, { categories: ['family'], facts: { other_record_id } })
  }
}

/** Lines on Today pages: of a person shut to some, of one whom nobody knows, and of nobody. */
export function addNotices(b: WorldBuilder, cast: Cast) {
  const shut = b.world.entries.filter((entry) => entry.table === 'limited_access')
  const barred = b.world.conflicts.map(({ person }) => person)
  const people = [null, b.person(), ...shut.map(({ person }) => person), ...barred]
  for (const person of [...new Set(people)]) {
    for (const user of ['practitioner', 'colleague', 'custodian']) {
      b.world.notices.push({ id: b.id(), user: cast.user[user] ?? '', person })
    }
  }
}

/**
 * Entries whose history is looked at: one change each, after everything else. In a compact world
 * one of each kind, giver, filing and audience.
 */
export function addHistory(b: WorldBuilder, compact: boolean) {
  const watched = ['involvement', 'contact', 'contact_words', 'involvement_worker', 'person_name']
  const more = ['address', 'reach', 'identifier', 'identity_detail', 'contact_other', 'unnamed']
  const rest = ['living_situation', 'appointment', 'need_rating', 'protected_name', 'referral']
  const all = [...watched, ...more, ...rest]
  // A death ends work, and so changes involvements by itself.
  const changed = ['involvement', 'involvement_worker']
  const met = new Set<string>()
  const kept = b.world.entries.filter((entry) => {
    const { table, team, categories, audience, facts, givenBy, named } = entry
    const stated = b.world.entries.some(
      (each) => each.person === entry.person && isState(each.table),
    )
    const by = [team, givenBy, categories, audience, named]
    const kind = [table, ...by, facts.kind, facts.type, stated].join(' ')
    const again = met.has(kind)
    met.add(kind)
    return all.includes(table) && (!compact || !again || changed.includes(table))
  })
  b.world.amended = kept.map((entry) => entry.id)
}

const isState = (table: string) =>
  ['protected_whereabouts', 'protected_name', 'limited_access'].includes(table)
