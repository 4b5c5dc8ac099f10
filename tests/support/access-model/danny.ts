import type { Client } from 'pg'
import { WorldBuilder, type EntryWish, type Giver } from './builder'
import { entryTables } from './compare'
import type { Agreement, Role } from './world'

/** The people of the decision table's tests: Danny, six agencies, and who works there. */
export type Danny = ReturnType<typeof makeDanny>

export function makeDanny() {
  const b = new WorldBuilder()
  const agency = {
    p: b.giver(),
    h: b.giver(),
    m: b.giver(),
    d: b.giver(),
    j: b.giver(),
    e: b.giver(),
  }
  const user: Record<string, string> = {}
  const join = (name: string, role: Role, at: Giver, teams = [at.team]) => {
    user[name] ??= b.user()
    const membership = b.membership(user[name], at.agency, role, teams)
    b.session(name, user[name], membership)
    return membership
  }
  const membership: Record<string, string> = {
    p: join('p', 'practitioner', agency.p),
    'p colleague': join('p colleague', 'practitioner', agency.p),
    h: join('h', 'practitioner', agency.h),
    j: join('j', 'practitioner', agency.j),
    e: join('e', 'practitioner', agency.e),
  }
  const teamY = b.team(agency.p.agency)
  join('p manager', 'manager', agency.p, [teamY, agency.p.team])
  join('p other team', 'practitioner', agency.p, [teamY])
  for (const role of [
    'commissioner',
    'administrator',
    'officer',
    'steward',
    'custodian',
  ] as const) {
    join(role, role, agency.p)
  }
  join('both as p', 'practitioner', agency.p)
  user['both as h'] = user['both as p'] ?? ''
  join('both as h', 'practitioner', agency.h)

  const danny = b.person()
  const involvement = {
    p: b.involve(danny, agency.p),
    h: b.involve(danny, agency.h),
    m: b.involve(danny, agency.m),
    j: b.involve(danny, agency.j),
    d: b.entry('involvement', danny, agency.d, {
      categories: ['domestic_abuse'],
      facts: { starts_on: b.day(-50) },
    }),
  }
  const agreement = agree(b, agency)
  b.cohort(danny, agreement.id)
  const gave = (giver: Giver, category: string, wish: EntryWish = {}) => {
    const contact = b.entry('contact', danny, giver, { ...wish, categories: [category] })
    const part = { ...wish, categories: [category], parent: contact.id }
    return { contact: contact.id, words: b.entry('contact_words', danny, giver, part).id }
  }
  const entry = {
    p: gave(agency.p, 'justice'),
    h: gave(agency.h, 'housing'),
    m: gave(agency.m, 'mental_health'),
    d: gave(agency.d, 'domestic_abuse'),
  }
  const warning = b.entry('warning', danny, agency.p, { categories: ['safety'] })
  const detail = b.entry('warning_detail', danny, agency.p, {
    categories: ['justice'],
    parent: warning.id,
  })
  const address = b.entry('address', danny, agency.h, { categories: ['housing'] })
  const all = { warning: warning.id, detail: detail.id, address: address.id }
  return {
    b,
    world: b.world,
    agency,
    user,
    membership,
    danny,
    involvement,
    agreement,
    entry,
    ...all,
  }
}

/** What the agreement of the table lets through (its levels 1 to 3 are 2 to 4 here). */
function agree(b: WorldBuilder, { p, h, m, d, j }: Record<'p' | 'h' | 'm' | 'd' | 'j', Giver>) {
  const agreement = b.agreement(
    [p, h, m, d, j].map((giver) => giver.agency),
    [p.team],
  )
  const to = (receiver: Giver, giver: Giver, levels: Record<string, number>) => {
    const group = { id: b.id(), teams: [receiver.team] }
    agreement.groups.push(group)
    const made: Agreement = { ...agreement, groups: [group] }
    b.terms(made, giver.agency, levels)
  }
  to(p, h, { housing: 4 })
  to(p, m, { mental_health: 3, plan: 2 })
  to(j, m, { mental_health: 2, plan: 2 })
  to(h, m, { mental_health: 4, plan: 2 })
  to(h, d, { domestic_abuse: 2 })
  to(j, p, { justice: 2 })
  return agreement
}

/** A scene that is played in one transaction and taken back. */
export class Scene {
  constructor(
    private readonly admin: Client,
    private readonly roles: { app: string; definer: string },
  ) {}

  async play<T>(work: () => Promise<T>): Promise<T> {
    await this.admin.query('begin')
    try {
      return await work()
    } finally {
      await this.admin.query('rollback')
    }
  }

  /** Something happens that is nobody's session: an agreement ends, time passes. */
  async happens(sql: string, values: unknown[] = []) {
    await this.admin.query(`set local role "${this.roles.definer}"`)
    await this.admin.query(sql, values)
  }

  /** A user does something, as the app would for them. */
  async does<R extends object>(name: string, sql: string, values: unknown[] = []): Promise<R[]> {
    await this.admin.query(`set local role "${this.roles.app}"`)
    await this.admin.query(`select set_config('app.session', $1, true)`, [`token of ${name}`])
    return (await this.admin.query<R>(sql, values)).rows
  }

  /** The ids of every entry about a person that a user reads now. */
  async reads(name: string, person: string): Promise<Set<string>> {
    const parts = entryTables.map((table) => `select id from ${table} where person_id = $1`)
    const rows = await this.does<{ id: string }>(name, parts.join(' union all '), [person])
    return new Set(rows.map(({ id }) => id))
  }

  /** Does the person's page open for this user, by the only way in? On what ground? */
  async opens(name: string, person: string): Promise<string | null> {
    const rows = await this.does<{ ground: string | null }>(
      name,
      `select access.open_person($1, 'overview') as ground`,
      [person],
    )
    return rows[0]?.ground ?? null
  }
}
