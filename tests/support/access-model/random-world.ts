import * as fc from 'fast-check'
import { WorldBuilder, type Giver } from './builder'
import type { Role, Span, TeamFunction, World } from './world'

const pick = fc.nat({ max: 11 })
const spans = [
  [-400, null],
  [-400, null],
  [-400, 20],
  [-400, -1],
  [-400, -40],
  [2, null],
] as const
const roles: Role[] = ['practitioner', 'practitioner', 'manager', 'limited', 'custodian', 'steward']
const functions: TeamFunction[] = ['support', 'clinical', 'dual', 'enforcement', 'benefit_decision']
const categories = ['housing', 'mental_health', 'identity', 'safety', 'whereabouts']
const tables = `contact contact_words involvement_worker address warning person_name
  identity_detail reach referral need_note`.split(/\s+/)
const sets = [
  ['housing'],
  ['mental_health'],
  ['identity'],
  ['safety'],
  ['housing', 'mental_health'],
]

const some = (least: number, most: number) =>
  fc.array(fc.array(pick, { minLength: 8, maxLength: 8 }), { minLength: least, maxLength: most })

/** What a random world is made of: numbers that choose, so that a failure shrinks to few. */
export const choices = fc.record({
  teams: some(4, 5),
  members: some(4, 6),
  agreements: some(1, 2),
  terms: some(2, 12),
  cohorts: some(1, 4),
  involvements: some(2, 6),
  entries: some(6, 24),
  sayings: some(0, 3),
  conflicts: some(0, 2),
  limits: some(0, 1),
  protections: some(0, 2),
  urgent: some(0, 2),
  grants: some(0, 3),
  unsure: some(0, 2),
})
export type Choices = typeof choices extends fc.Arbitrary<infer T> ? T : never

/** One of a list, by a number. */
function of<T>(list: readonly T[], number = 0): T {
  const found = list[number % list.length]
  if (found === undefined) throw new Error('nothing to choose from')
  return found
}

/** The world that these choices make. */
export function randomWorld(made: Choices): World {
  const b = new WorldBuilder(Date.now(), 9)
  const span = (number?: number): Span => {
    const [from, until] = of(spans, number)
    return b.span(from, until)
  }
  const agencies = [b.agency(), b.agency(), b.agency(true)]
  const givers: Giver[] = made.teams.map(([where, work, place]) => {
    const agency = of(agencies, where)
    const team = b.team(agency, of(functions, work === 11 ? 3 : (work ?? 0) % 3), place === 0)
    return { agency, team, author: b.user() }
  })
  const users = [b.user(), b.user(), b.user()]
  const memberships = made.members.map(([who, where, role, ends], place) => {
    const giver = of(givers, where)
    const user = of(users, who)
    const membership = b.membership(user, giver.agency, of(roles, role), [giver.team], span(ends))
    b.session(`viewer ${place}`, user, membership)
    return { membership, user, giver }
  })
  const agreements = made.agreements.map(([ends, now, left]) => {
    const agreement = b.agreement(
      agencies,
      givers.filter((_, n) => n !== left).map((g) => g.team),
    )
    Object.assign(agreement, span(ends), { endedNow: now === 0 })
    const party = of(agreement.parties, left)
    if (left === 1) party.leftAt = b.world.now - 86_400_000
    return agreement
  })
  for (const [which, giver, category, level, consent, ends, now] of made.terms) {
    const levels = { [of(categories, category)]: ((level ?? 0) % 4) + 1 }
    const wish = { onConsent: consent === 0, endedNow: now === 0, ...span(ends) }
    b.terms(of(agreements, which), of(agencies, giver), levels, wish)
  }
  const people = [b.person(), b.person()]
  for (const [who, which, ends, by, user, vouch, answer] of made.cohorts) {
    const person = of(people, who)
    const placer = by === 0 ? undefined : { ...of(givers, by), author: of(users, user) }
    const id = b.cohort(person, of(agreements, which).id, span(ends), placer)
    const said = answer === 0 ? 'not' : 'confirmed'
    if ((vouch ?? 0) % 2) b.confirm(person, id, of(givers, vouch), said, answer === 1)
  }
  for (const [who, which] of made.unsure) {
    const person = of(people, who)
    const agency = of(agencies, which)
    if (!b.world.records.some((r) => r.person === person && r.agency === agency)) {
      b.record(person, agency, false)
    }
  }
  for (const [who, where, ends] of made.involvements) {
    const [from, until] = of(spans, ends)
    b.involve(of(people, who), of(givers, where), from, until)
  }
  addEntries(b, made, people, givers, users)
  addStates(b, made, people, givers, memberships)
  b.world.amended = b.world.entries.filter(({ table }) => table === 'contact').map(({ id }) => id)
  return b.world
}

function addEntries(
  b: WorldBuilder,
  made: Choices,
  people: string[],
  givers: Giver[],
  users: string[],
) {
  for (const [who, where, table, set, audience, named, author, extra] of made.entries) {
    const wish = {
      categories: [...of(sets, set)],
      audience: of(['agreed', 'agreed', 'agreed', 'team', 'named'] as const, audience),
      named: named === 0 ? [of(users, named)] : [],
      ...(author === 0 ? { givenBy: of(users, extra) } : {}),
    }
    const facts: Record<string, unknown> = {}
    const kind = of(tables, table)
    if (kind === 'contact_words') facts.locates = extra === 0
    if (kind === 'reach' && extra === 0) facts.kind = 'landline'
    if (kind === 'referral') {
      facts.to_team_id = of(givers, named).team
      if (of([false, true, true], extra)) facts.sent_at = b.at(-40)
    }
    b.entry(kind, of(people, who), of(givers, where), { ...wish, facts })
  }
  for (const [who, where, kind, about, ends, group, term, lifted] of made.sayings) {
    const agreement = of(b.world.agreements, term)
    const until = of(spans, ends)[1]
    const facts = {
      kind: of(['objection', 'consent'], kind),
      about_categories: about === 0 ? [] : [of(categories, about)],
      starts_at: b.at(-99),
      ends_at: until === null ? null : b.at(until * 24),
      ...((group ?? 0) % 2 ? { group_id: agreement.groups[0]?.id } : {}),
      ...((kind ?? 0) % 2 ? { agreement_id: agreement.id } : { upheld: (lifted ?? 0) % 3 > 0 }),
    }
    const ended = term === 0 ? { withdrawn_at: b.at(-3), withdrawn_by: of(users, about) } : {}
    const wish = { categories: ['plan'], facts: { ...facts, ...ended } }
    const { id, person } = b.entry('choice', of(people, who), of(givers, where), wish)
    if (lifted === 4) b.confirm(person, id, of(givers, ends))
  }
}

function addStates(
  b: WorldBuilder,
  made: Choices,
  people: string[],
  givers: Giver[],
  members: { membership: string; user: string; giver: Giver }[],
) {
  const { world } = b
  for (const [who, user, ends] of made.conflicts) {
    const [from, until] = of(spans, ends)
    const id = b.id()
    world.conflicts.push({
      id,
      user: of(members, user).user,
      person: of(people, who),
      ...b.span(from, until),
    })
  }
  for (const [who, where, one, two] of made.limits) {
    const wish = { categories: ['safety'] }
    const limit = b.entry('limited_access', of(people, who), of(givers, where), wish).id
    const named = new Set([of(members, one).user, of(members, two).user])
    for (const user of named) world.limitedUsers.push({ limit, user })
  }
  const protectedBy = new Set<string>()
  for (const [who, where, team] of made.protections) {
    const person = of(people, who)
    const giver = of(givers, where)
    if (protectedBy.has(`${person} ${giver.agency}`)) continue
    protectedBy.add(`${person} ${giver.agency}`)
    const wish = { categories: ['safety'] }
    const protection = b.entry('protected_whereabouts', person, giver, wish).id
    world.protectionTeams.push({ protection, team: of(givers, team).team })
  }
  for (const [who, member, category, over] of made.urgent) {
    const { user, membership } = of(members, member)
    const startsAt = world.now - (over === 0 ? 3 : 1) * 3_600_000
    const span = { startsAt, endsAt: startsAt + 2 * 3_600_000 }
    const ticked = [of(categories, category)]
    const person = of(people, who)
    world.urgent.push({ id: b.id(), person, user, membership, categories: ticked, ...span })
  }
  const contacts = world.entries.filter(({ table }) => table === 'contact')
  for (const [which, where, level, ends] of contacts.length > 0 ? made.grants : []) {
    const { id: entry, person, agency } = of(contacts, which)
    const [from, until] = of(spans, ends)
    const viewer = `t:${of(givers, where).team}`
    const grant = { id: b.id(), person, agency, entry, viewer, ...b.span(from, until) }
    world.grants.push({ ...grant, level: ((level ?? 0) % 2) + 3 })
  }
}
