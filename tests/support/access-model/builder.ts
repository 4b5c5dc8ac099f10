import { days, hours, londonDay } from './moments'
import { levelOf } from './knowledge'
import { emptyWorld } from './world'
import type { Agreement, Author, Entry, Moment, Role, Span, TeamFunction, World } from './world'

/** Which table a part belongs to, and the column that names its whole. */
export const wholes: Record<string, { table: string; column: string }> = {
  contact_words: { table: 'contact', column: 'contact_id' },
  contact_place: { table: 'contact', column: 'contact_id' },
  contact_other: { table: 'contact', column: 'contact_id' },
  contact_withdrawal: { table: 'contact', column: 'contact_id' },
  appointment_place: { table: 'appointment', column: 'appointment_id' },
  identity_words: { table: 'identity_detail', column: 'identity_detail_id' },
  living_area: { table: 'living_situation', column: 'living_situation_id' },
  handover: { table: 'involvement', column: 'involvement_id' },
  need_grade: { table: 'need_rating', column: 'need_rating_id' },
  need_note: { table: 'need_rating', column: 'need_rating_id' },
  assessment_item: { table: 'assessment', column: 'assessment_id' },
  warning_detail: { table: 'warning', column: 'warning_id' },
  warning_end: { table: 'warning', column: 'warning_id' },
  referral_detail: { table: 'referral', column: 'referral_id' },
  involvement_worker: { table: 'involvement', column: 'involvement_id' },
}

export type Giver = { agency: string; team: string; author: string }
export type EntryWish = {
  categories?: string[]
  audience?: Entry['audience']
  named?: string[]
  givenBy?: string
  parent?: string
  facts?: Record<string, unknown>
  team?: string
}

/**
 * Puts a world together, fact by fact. Every id is made by counting, so a world can be told again.
 */
export class WorldBuilder {
  readonly world: World
  private count = 0
  private readonly prefix: string

  constructor(now: Moment = Date.now(), series = 0) {
    this.world = emptyWorld(now)
    this.prefix = series.toString(16).padStart(8, '0')
  }

  id(): string {
    this.count += 1
    return `${this.prefix}-0000-7000-8000-${this.count.toString(16).padStart(12, '0')}`
  }

  /** A span around now: from so many days ago until so many days hence, or without end. */
  span(from = -400, until: number | null = null): Span {
    const { now } = this.world
    return { startsAt: days(now, from), endsAt: until === null ? null : days(now, until) }
  }

  /** The moment so many hours from now, as text for a column. */
  at(count: number): string {
    return new Date(hours(this.world.now, count)).toISOString()
  }

  /** The London day so many days from now. */
  day(count: number): string {
    return londonDay(days(this.world.now, count))
  }

  agency(impliesPlace = false): string {
    const id = this.id()
    this.world.agencies.push({ id, impliesPlace })
    return id
  }

  team(agency: string, work: TeamFunction = 'support', impliesPlace = false): string {
    const id = this.id()
    this.world.teams.push({ id, agency, function: work, impliesPlace })
    return id
  }

  /** An agency with one team and one author in it. */
  giver(impliesPlace: 'team' | 'agency' | false = false): Giver {
    const agency = this.agency(impliesPlace === 'agency')
    const team = this.team(agency, 'support', impliesPlace === 'team')
    return { agency, team, author: this.user() }
  }

  user(endedAt: Moment | null = null): string {
    const id = this.id()
    this.world.users.push({ id, endedAt })
    return id
  }

  membership(
    user: string,
    agency: string,
    role: Role,
    teams: string[],
    span = this.span(),
  ): string {
    const id = this.id()
    this.world.memberships.push({ id, user, agency, role, teams, ...span })
    return id
  }

  session(
    name: string,
    user: string,
    membership: string,
    over: Partial<World['sessions'][0]> = {},
  ) {
    const { now, sessions } = this.world
    const whole = {
      id: this.id(),
      name,
      token: `token of ${name}`,
      user,
      membership,
      idleUntil: hours(now, 5),
      absoluteUntil: hours(now, 9),
      endedAt: null,
      ...over,
    }
    sessions.push(whole)
  }

  agreement(parties: string[], teams: string[], span = this.span()): Agreement {
    const joinedAt = days(this.world.now, -380)
    const agreement: Agreement = {
      id: this.id(),
      ...span,
      endedNow: false,
      parties: parties.map((agency) => ({ agency, joinedAt, leftAt: null })),
      groups: [{ id: this.id(), teams }],
      terms: [],
    }
    this.world.agreements.push(agreement)
    return agreement
  }

  /** Terms of one giver to the agreement's first group, a level for each category. */
  terms(agreement: Agreement, giver: string, levels: Record<string, number>, wish = {}) {
    const group = agreement.groups[0]?.id ?? ''
    for (const [category, level] of Object.entries(levels)) {
      const fixed = { id: this.id(), giver, category, group, level }
      agreement.terms.push({ ...this.span(), onConsent: false, endedNow: false, ...fixed, ...wish })
    }
  }

  person(): string {
    const id = this.id()
    this.world.people.push(id)
    return id
  }

  private deskId: Giver | null = null

  /** Who places people where a scene does not care who does: an agency that reads nothing by it. */
  private desk(): Giver {
    this.deskId ??= this.giver()
    return this.deskId
  }

  /** @returns the placement */
  cohort(person: string, agreement: string, span = this.span(), by: Author = this.desk()): string {
    const id = this.id()
    this.world.cohorts.push({ id, agreement, person, by, ...span })
    return id
  }

  /** An agency's answer to what another wrote down. */
  confirm(
    person: string,
    subject: string,
    by: Author,
    answer: 'confirmed' | 'not' = 'confirmed',
    undone = false,
  ) {
    this.world.confirmations.push({ id: this.id(), person, subject, by, answer, undone })
  }

  /** The agency's record of a person, made when first asked for. */
  record(person: string, agency: string, confirmed = true, sureOf: string | null = null): string {
    const { records } = this.world
    const known = records.find((each) => each.person === person && each.agency === agency)
    if (known) return known.id
    const id = this.id()
    records.push({ id, person, agency, confirmed, sureOf })
    return id
  }

  private keeperId: string | null = null

  /** Who looks after limits where a scene does not care who does: somebody who never signs in. */
  private keeper(): string {
    this.keeperId ??= this.user()
    return this.keeperId
  }

  /** An entry; a part without its whole gets one of the same categories. */
  entry(table: string, person: string, giver: Giver, wish: EntryWish = {}): Entry {
    if (levelOf[table] === undefined) throw new Error(`No such table: ${table}`)
    const whole = wholes[table]
    const categories = [...new Set(wish.categories ?? [])].sort()
    const parent =
      wish.parent ?? (whole ? this.entry(whole.table, person, giver, { categories }).id : null)
    const entry: Entry = {
      id: this.id(),
      table,
      parent,
      person,
      record: this.record(person, giver.agency),
      agency: giver.agency,
      team: wish.team ?? giver.team,
      categories,
      audience: wish.audience ?? 'agreed',
      named: wish.named ?? [],
      givenBy: wish.givenBy ?? giver.author,
      facts: {
        ...(whole ? { [whole.column]: parent } : {}),
        // An involvement that only carries something else has not begun, and opens nothing.
        ...(table === 'involvement' ? { starts_on: '2090-01-01' } : {}),
        ...(table === 'referral' ? { to_team_id: giver.team } : {}),
        ...wish.facts,
      },
    }
    // A limit always names a custodian.
    if (table === 'limited_access') entry.facts.custodian_id ??= this.keeper()
    // One set narrows nobody: safety alone reaches everyone who may open the person.
    if (categories.length === 1 && categories[0] === 'safety') entry.audience = 'agreed'
    this.world.entries.push(entry)
    return entry
  }

  /** A team works with a person, from and until (days from now). */
  involve(person: string, giver: Giver, from = -90, until: number | null = null): Entry {
    const facts = { starts_on: this.day(from), ends_on: until === null ? null : this.day(until) }
    return this.entry('involvement', person, giver, { categories: ['plan'], facts })
  }
}
