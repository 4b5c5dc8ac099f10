import type { EntryWish, WorldBuilder, Giver } from './builder'
import type { Cast } from './cast'
import { levelOf } from './knowledge'
import { threeLevels, ties } from './scenes-relationship'
import { openPerson } from './scenes-say'

const kinds: Record<string, Record<string, unknown>[]> = {
  reach: [{}, { implies_place: true }, { kind: 'landline' }],
  identifier: [{}, { type: 'uprn' }],
  own_words: [{}, { locates: true }],
  contact_words: [{}, { locates: true }],
  // States that are over: what is in force has scenes of its own.
  protected_whereabouts: [{ ended_at: '2024-02-01T00:00:00Z' }],
  protected_name: [{ ended_at: '2024-02-01T00:00:00Z' }],
  death: [{}, { withdrawn_at: '2024-02-01T00:00:00Z' }],
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
  // Whoever may open the person and gives and changes contacts alone.
  ties['limited worker']?.(b, cast, person)
  for (const category of ['housing', 'justice', 'mental_health', 'safety', 'money']) {
    everyTable(b, person, cast.givers.live ?? cast.ours, [category])
  }
  everyTable(b, person, cast.ours, ['money'])
  everyTable(b, person, cast.other, ['housing'])
  for (const giver of [cast.other, cast.givers.live ?? cast.ours]) {
    everyTable(b, person, giver, ['housing'], { audience: 'team' })
  }
  everyTable(b, person, cast.ours, ['housing'], { audience: 'named' })
  // Met by our team once, and not open to it any more.
  const before = b.person()
  ties.ended?.(b, cast, before)
  b.entry('unnamed', before, cast.ours, { categories: ['identity'] })
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
  const protections: { teams: string[]; ended?: number; own?: boolean }[][] = [
    [{ teams: [live.team] }],
    // By one's own agency, which alone hides from its teams what it gave itself.
    [{ teams: [live.team], own: true }],
    [{ teams: [cast.ours.team] }],
    [{ teams: [live.team], ended: -2 }],
    [{ teams: [live.team], ended: 48 }],
    [{ teams: [cast.ours.team] }, { teams: [live.team] }],
    [],
  ]
  for (const set of protections) {
    const person = openPerson(b, cast)
    const whole = !compact || set === protections[0] || set === protections[1]
    const give = (giver: Giver, categories: string[]) =>
      whole
        ? everyTable(b, person, giver, categories)
        : ['address', 'contact', 'involvement_worker', 'referral'].forEach((table) =>
            b.entry(table, person, giver, { categories }),
          )
    for (const [place, { teams, ended, own }] of set.entries()) {
      const facts = ended === undefined ? {} : { ended_at: b.at(ended) }
      const by = own ? cast.ours : place === 0 ? live : cast.other
      const wish = { categories: ['safety'], facts }
      const protection = b.entry('protected_whereabouts', person, by, wish).id
      for (const team of teams) b.world.protectionTeams.push({ protection, team })
    }
    b.involve(person, cast.hostel)
    for (const giver of [live, cast.ours, cast.hostel, ...placed]) give(giver, ['housing'])
    if (!hostel) continue
    for (const giver of [hostel, cast.hostel]) give(giver, ['safety'])
    for (const to of [hostel, placed[1], cast.ours]) {
      const facts = { to_team_id: to?.team ?? '', sent_at: b.at(-30) }
      b.entry('referral', person, live, { categories: ['housing'], facts })
    }
    // To a service that is not on the system: its name may tell where they will be.
    const outside = { to_team_id: null, to_name: 'A hostel', sent_at: b.at(-30) }
    for (const giver of [live, cast.ours])
      b.entry('referral', person, giver, { categories: ['housing'], facts: outside })
  }
}

/** Block seven: a protected name, seen from each side. */
export function addNames(b: WorldBuilder, cast: Cast) {
  const live = cast.givers.live ?? cast.ours
  for (const facts of [{}, { ended_at: b.at(-2) }, { ended_at: b.at(48) }]) {
    const person = openPerson(b, cast)
    b.entry('protected_name', person, live, { categories: ['identity'], facts })
    for (const giver of [live, cast.ours]) {
      for (const table of [
        'person_name',
        'identity_detail',
        'identity_words',
        'birth',
        'identifier',
      ]) {
        b.entry(table, person, giver, { categories: ['identity'] })
      }
      tellWho(b, person, giver)
    }
  }
  addNamesBetween(b, cast)
}

/** What says who somebody is in numbers that say nothing of who gave them. */
function tellWho(b: WorldBuilder, person: string, giver: Giver) {
  const categories = ['identity']
  b.entry('reach', person, giver, { categories })
  for (const type of ['nino', 'nhs'])
    b.entry('identifier', person, giver, { categories, facts: { type } })
}

/** A name protected by one service, between two others: what is like it, and what is not. */
function addNamesBetween(b: WorldBuilder, cast: Cast) {
  const live = cast.givers.live ?? cast.ours
  const called = (norm: string) => ({ categories: ['identity'], facts: { norm } })
  const [before, then, since] = [b.at(-90), b.at(-60), b.at(-30)]
  // What the same agencies call somebody else tells nothing of this person.
  const another = openPerson(b, cast)
  b.entry('person_name', another, cast.second, called('KIT MOSS'))
  b.entry('person_name', another, cast.ours, called('FAY WALKER'))
  for (const [ours, given_at] of [
    ['SAM LEE', before],
    ['SAM WALKER', before],
    ['FAY WALKER', since],
  ] as const) {
    const person = openPerson(b, cast)
    const facts = { given_at: then }
    b.entry('protected_name', person, cast.second, { categories: ['identity'], facts })
    b.entry('person_name', person, cast.second, called('FAY WALKER'))
    const own = { norm: ours, given_at }
    b.entry('person_name', person, cast.ours, { categories: ['identity'], facts: own })
    for (const norm of ['FAY WALKER', 'SAM LEE', 'SAM WALKER', 'LEE', 'KIT MOSS'])
      b.entry('person_name', person, live, called(norm))
    for (const detail of [{}, { pronouns: null, ethnicity: 'white' }])
      b.entry('identity_detail', person, live, { categories: ['identity'], facts: detail })
    b.entry('identity_words', person, live, { categories: ['identity'] })
    tellWho(b, person, live)
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
      addCustodianAlone(b, cast, facts)
      const sent = { to_team_id: cast.ours.team, answer: 'declined', sent_at: b.at(-30) }
      const referral = { ...sent, decided_at: b.at(-9) }
      b.entry('referral', person, live, { categories: ['housing'], facts: referral })
    }
  }
}

/** A limit whose custodian is named by nothing but being so. */
function addCustodianAlone(b: WorldBuilder, cast: Cast, facts: Record<string, unknown>) {
  const person = openPerson(b, cast)
  const custodian_id = cast.user.custodian ?? ''
  const wish = { categories: ['safety'], facts: { ...facts, custodian_id } }
  b.entry('limited_access', person, cast.ours, wish)
  b.entry('contact', person, cast.ours, { categories: ['money'] })
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
    const facts = { to_team_id: cast.ours.team, answer: 'declined', sent_at: b.at(-30) }
    const decided = { ...facts, decided_at: b.at(-9) }
    b.entry('referral', person, live, { categories: ['housing'], facts: decided })
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
  // That work began: read, hidden, and none at all.
  const person = openPerson(b, cast)
  const known = b.entry('involvement', person, cast.ours, { categories: ['housing'] })
  const hidden = b.entry('involvement', person, cast.givers.live ?? cast.other, { categories: [] })
  for (const started of [known.id, hidden.id, b.id()]) {
    const user = cast.user.practitioner ?? ''
    b.world.notices.push({ id: b.id(), user, person, started })
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
    // By whom it is stated counts too: what our own gave, our own protection alone hides from us.
    const stated = b.world.entries
      .filter((each) => each.person === entry.person && isState(each.table))
      .map((each) => each.agency === entry.agency)
    const by = [team, givenBy, categories, audience, named]
    const kind = [table, ...by, facts.kind, facts.type, ...new Set(stated)].join(' ')
    const again = met.has(kind)
    met.add(kind)
    return all.includes(table) && (!compact || !again || changed.includes(table))
  })
  b.world.amended = kept.map((entry) => entry.id)
}

const isState = (table: string) =>
  ['protected_whereabouts', 'protected_name', 'limited_access'].includes(table)
