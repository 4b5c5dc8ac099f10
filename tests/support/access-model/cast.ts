import { WorldBuilder, type Giver } from './builder'
import { days, hours } from './moments'
import type { Agreement, Role } from './world'

/** The agencies, teams, users and agreements that every scenario of the matrix plays among. */
export type Cast = {
  ours: Giver
  other: Giver
  police: Giver
  benefit: Giver
  /** A team of our own agency whose very name tells a place. */
  hostel: Giver
  second: Giver
  receiver: Giver
  user: Record<string, string>
  membership: Record<string, string>
  /** Givers by the ending or state of the agreement that they give under. */
  givers: Record<string, Giver>
  agreements: Record<string, Agreement>
  /** Those that most scenes play under. */
  usual: Agreement[]
}

/** What every giver lets through, category by category. Money and immigration have no term. */
export const levels = {
  identity: 4,
  whereabouts: 4,
  housing: 4,
  plan: 4,
  equality: 4,
  family: 4,
  justice: 3,
  mental_health: 2,
  substance_use: 1,
}

export function makeCast(b: WorldBuilder): Cast {
  const ours = b.giver()
  const within = (work: Parameters<typeof b.team>[1]): Giver => ({
    ...ours,
    team: b.team(ours.agency, work),
  })
  const cast: Cast = {
    ours,
    other: within('support'),
    police: within('enforcement'),
    benefit: within('benefit_decision'),
    hostel: { ...ours, team: b.team(ours.agency, 'support', true) },
    second: b.giver(),
    receiver: { ...b.giver(), team: '' },
    user: {},
    membership: {},
    givers: {},
    agreements: {},
    usual: [],
  }
  cast.receiver.team = b.team(cast.receiver.agency, 'clinical')
  addUsers(b, cast)
  addBrokenSessions(b, cast)
  addAgreements(b, cast)
  const usual = ['live', 'on consent', 'silent', 'double low']
  cast.usual = usual.flatMap((name) => cast.agreements[name] ?? [])
  return cast
}

function addUsers(b: WorldBuilder, cast: Cast) {
  const join = (name: string, role: Role, place: Giver, teams = [place.team]) => {
    const user = cast.user[name] ?? b.user()
    const membership = b.membership(user, place.agency, role, teams)
    cast.user[name] = user
    cast.membership[name] = membership
    return { user, membership }
  }
  const add = (name: string, role: Role, place: Giver, teams?: string[]) => {
    const { user, membership } = join(name, role, place, teams)
    b.session(name, user, membership)
  }
  add('practitioner', 'practitioner', cast.ours)
  add('colleague', 'practitioner', cast.ours)
  add('other team', 'practitioner', cast.other)
  add('manager', 'manager', cast.ours, [cast.ours.team, cast.other.team])
  add('limited', 'limited', cast.ours)
  add('limited elsewhere', 'limited', cast.ours)
  add('police', 'practitioner', cast.police)
  add('benefit', 'practitioner', cast.benefit)
  // Works for the police too: what that team is to ask for comes by no other team of one's own.
  add('hostel', 'practitioner', cast.hostel, [cast.hostel.team, cast.police.team])
  add('receiver', 'practitioner', cast.receiver)
  add('receiver limited', 'limited', cast.receiver)
  for (const role of [
    'steward',
    'custodian',
    'officer',
    'administrator',
    'commissioner',
  ] as const) {
    add(role, role, cast.ours)
  }
  add('two here', 'practitioner', cast.ours)
  const there = b.membership(cast.user['two here'] ?? '', cast.second.agency, 'practitioner', [
    cast.second.team,
  ])
  cast.membership['two there'] = there
  cast.user['two there'] = cast.user['two here'] ?? ''
  b.session('two there', cast.user['two here'] ?? '', there)
  add('two limited', 'limited', cast.ours)
  b.session(
    'two limited there',
    cast.user['two limited'] ?? '',
    b.membership(cast.user['two limited'] ?? '', cast.second.agency, 'limited', [cast.second.team]),
  )
}

/** Sessions that must read nothing, each broken in one way. */
function addBrokenSessions(b: WorldBuilder, cast: Cast) {
  const { now } = b.world
  const user = cast.user.practitioner ?? ''
  const membership = cast.membership.practitioner ?? ''
  b.session('signed out', user, membership, { endedAt: hours(now, -1) })
  b.session('idle', user, membership, { idleUntil: hours(now, -1) })
  b.session('too long', user, membership, { absoluteUntil: hours(now, -1) })
  b.session('of somebody else', b.user(), membership)
  const gone = b.user(hours(now, -1))
  const teams = [cast.ours.team]
  const join = (who: string, from: number, until: number | null) =>
    b.membership(who, cast.ours.agency, 'practitioner', teams, b.span(from, until))
  b.session('gone', gone, join(gone, -10, null))
  const left = b.user()
  b.session('left', left, join(left, -10, -1))
  const leaving = b.user()
  b.session('leaving later', leaving, join(leaving, -10, 20))
  const coming = b.user()
  b.session('coming', coming, join(coming, 2, null))
  const waiting = b.user()
  const closed = join(waiting, -10, null)
  b.session('waiting', waiting, closed)
  for (const each of b.world.memberships) if (each.id === closed) each.waits = true
}

function addAgreements(b: WorldBuilder, cast: Cast) {
  const { now } = b.world
  const receiving = [cast.ours, cast.police, cast.benefit, cast.second, cast.receiver]
  const teams = receiving.map((giver) => giver.team)
  const make = (name: string, change: (agreement: Agreement, giver: Giver) => void, wish = {}) => {
    const giver = b.giver()
    const parties = [giver.agency, cast.ours.agency, cast.second.agency, cast.receiver.agency]
    const agreement = b.agreement(parties, teams)
    b.terms(agreement, giver.agency, levels, wish)
    change(agreement, giver)
    cast.givers[name] = giver
    cast.agreements[name] = agreement
  }
  const end = (agreement: Agreement, ago: number, endedNow: boolean) => {
    agreement.endsAt = days(now, -ago)
    agreement.endedNow = endedNow
  }
  const partyOf = (agreement: Agreement, place: number) => {
    const party = agreement.parties[place]
    if (!party) throw new Error('no such party')
    return party
  }
  make('live', (agreement, giver) =>
    // The giver is among those whom another group lets read, and gains nothing by this one.
    addVersions(b, agreement, [[cast.receiver.team]], [cast.receiver.team, giver.team]),
  )
  make('ended now', (agreement) => end(agreement, 1, true))
  make('date passed', (agreement) => end(agreement, 10, false))
  make('long passed', (agreement) => end(agreement, 40, false))
  make('end to come', (agreement) => end(agreement, -10, false))
  make('not begun', (agreement) => {
    agreement.startsAt = days(now, 3)
  })
  make('term ended now', () => {}, { endsAt: days(now, -1), endedNow: true })
  make('term date passed', () => {}, { endsAt: days(now, -10) })
  make('term long passed', () => {}, { endsAt: days(now, -40) })
  make('term not begun', () => {}, { startsAt: days(now, 3) })
  make('giver left', (agreement) => {
    partyOf(agreement, 0).leftAt = days(now, -1)
  })
  make('giver to come', (agreement) => {
    partyOf(agreement, 0).joinedAt = days(now, 2)
  })
  make('we left', (agreement) => {
    partyOf(agreement, 1).leftAt = days(now, -1)
  })
  make('we are to come', (agreement) => {
    partyOf(agreement, 1).joinedAt = days(now, 2)
  })
  make('giver leaves later', (agreement) => {
    partyOf(agreement, 0).leftAt = days(now, 20)
    partyOf(agreement, 1).leftAt = days(now, 20)
  })
  make(
    'on consent',
    (agreement) =>
      addVersions(
        b,
        agreement,
        [[cast.ours.team], [...teams, cast.other.team]],
        [...teams, cast.other.team],
      ),
    { onConsent: true },
  )
  make('not to us', (agreement) => {
    agreement.groups = [{ id: agreement.groups[0]?.id ?? '', teams: [cast.receiver.team] }]
  })
  make('silent', (agreement) => {
    agreement.terms = []
  })
  make('given back', (agreement) => {
    // Ours gives to them: the way a term runs is not the way back.
    for (const term of agreement.terms) term.giver = cast.ours.agency
  })
  addSecondAgreement(b, cast, teams)
  addAgreementsBeside(b, cast, teams)
}

/** Later versions of the agreement's group, and one group that has nothing to do with it. */
function addVersions(b: WorldBuilder, agreement: Agreement, versions: string[][], apart: string[]) {
  const versionOf = agreement.groups[0]?.id ?? ''
  for (const teams of versions) agreement.groups.push({ id: b.id(), teams, versionOf })
  agreement.groups.push({ id: b.id(), teams: apart })
}

/** A giver's terms run by their own agreement's dates and parties, whatever stands beside it. */
function addAgreementsBeside(b: WorldBuilder, cast: Cast, teams: string[]) {
  const { now } = b.world
  for (const name of ['ended beside another', 'left beside another']) {
    const giver = b.giver()
    const parties = [giver.agency, cast.ours.agency]
    const over = b.agreement(parties, teams)
    b.terms(over, giver.agency, levels)
    const [party] = over.parties
    if (name === 'left beside another' && party) party.leftAt = days(now, -1)
    else Object.assign(over, { endsAt: days(now, -1), endedNow: true })
    cast.givers[name] = giver
    cast.agreements[name] = over
    cast.agreements[`the other of ${name}`] = b.agreement(parties, teams)
  }
}

/** One giver under two agreements: the higher level holds, each within its own cohort. */
function addSecondAgreement(b: WorldBuilder, cast: Cast, teams: string[]) {
  const giver = b.giver()
  const parties = [giver.agency, cast.ours.agency]
  cast.givers.double = giver
  const low = b.agreement(parties, teams)
  b.terms(low, giver.agency, { housing: 2, justice: 2 })
  const high = b.agreement(parties, teams)
  b.terms(high, giver.agency, { housing: 4, money: 4 })
  cast.agreements['double low'] = low
  cast.agreements['double high'] = high
}
