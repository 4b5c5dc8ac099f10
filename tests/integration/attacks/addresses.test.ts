import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { freshDatabase } from '@/tests/support/database'
import { accounts } from '@/tests/support/factories/accounts'
import { asSession, connect, connectAsDefiner } from '@/tests/support/factories/session'
import { smallPlace, type SmallPlace } from '@/tests/support/factories/small-place'

// Does somebody work for another agency? An administrator types their address, and looks.
let database: Awaited<ReturnType<typeof freshDatabase>>
let app: Client
let it: ReturnType<typeof accounts>
let place: SmallPlace

beforeAll(async () => {
  database = await freshDatabase()
  const definer = await connectAsDefiner(database.ownerUrl, inject('server').roles.definer)
  place = await smallPlace(definer)
  await definer.query(
    `with u as (insert into app_user (id, name, email, ended_at)
       values (gen_random_uuid(), 'Una Bell', 'left@example.org', '2025-01-01') returning id)
     insert into membership (id, user_id, agency_id, role, starts_at, ends_at)
     select gen_random_uuid(), id, $1, 'practitioner', '2020-01-01', '2025-01-01' from u`,
    [place.agencies.probation],
  )
  await definer.query(
    `with u as (insert into app_user (id, name, email)
       values (gen_random_uuid(), 'Ula Bell', 'between@example.org') returning id),
     c as (insert into credential (user_id, salt, params, verifier) select id, 'a', '{}', 'b' from u)
     insert into membership (id, user_id, agency_id, role, starts_at, ends_at)
     select gen_random_uuid(), id, $1, 'practitioner', '2020-01-01', '2025-01-01' from u`,
    [place.agencies.probation],
  )
  // One whose account was taken by a link, and of whom nobody has said that it is they.
  await definer.query(
    `insert into credential (user_id, salt, params, verifier, hands)
     values ($1, 'a', '{}', 'b', array[$2::uuid])`,
    [place.users.worker, place.users.administrator],
  )
  await definer.end()
  app = await connect(database.appUrl)
  it = accounts(app)
})
afterAll(async () => {
  await app.end()
  await database.drop()
})

const addresses = [
  'nobody@example.org',
  'probationofficer@example.org',
  'worker@example.org',
  'left@example.org',
  'between@example.org',
]
const ways = ['practitioner', 'administrator', 'officer'] as const

const roleOf = (one: unknown) =>
  typeof one === 'object' && one !== null && 'role' in one ? String(one.role) : ''

/** All that the clinic's administrator, and its second person, are shown after each step. */
async function seen(email: string, role: (typeof ways)[number]) {
  const shown: unknown[] = []
  const user = await it.addUser(email, role, role === 'practitioner' ? [place.teams.clinic] : [])
  const look = async (what: string) => {
    for (const who of ['clinicAdministrator', 'clinicOfficer'] as const) {
      await it.become(place.tokens[who])
      const administers = who === 'clinicAdministrator'
      shown.push([
        ...[what, who, await it.told(), await it.waiting()],
        administers ? await it.one('select admin.users($1) as it', [user]) : null,
        administers ? await it.one('select admin.users(null) as it') : null,
      ])
    }
    await it.become(place.tokens.clinicAdministrator)
  }
  await look('added')
  for (const time of ['once', 'again']) {
    const link = await it.makeLink(user)
    shown.push([
      time,
      await it.one(`select sign_in.link_is_good(sha256(convert_to($1, 'UTF8'))) as it`, [link]),
    ])
    await look(`linked ${time}`)
  }
  shown.push(await it.tries(() => it.addRole(user, 'steward')))
  shown.push(await it.tries(() => it.addUser(email, role, [place.teams.clinic])))
  await look('another role')
  await it.become(place.tokens.clinicOfficer)
  for (const offer of (await it.waiting())?.roles ?? []) await it.agree(offer.id)
  await look('agreed')
  shown.push(await it.tries(() => it.sayKnown(user)))
  const offer = (await it.offers(user)).find((each) => each.role === role)
  await app.query('select admin.withdraw_role($1)', [offer?.id])
  await look('taken back')
  await app.query('select admin.end_user($1)', [user])
  await look('ended')
  shown.push((await it.addUser(email, role, [place.teams.clinic])) === user)
  await look('added again')
  const plain = JSON.stringify(shown)
    .replaceAll(`"${email}"`, '"ADDRESS"')
    .replaceAll(/[0-9a-f-]{36}/g, 'ID')
    .replaceAll(/"[^"]*\d\d:\d\d:\d\d[^"]*"/g, '"WHEN"')
  // Offered in one moment, two roles come in any order.
  const inOrder = (_key: string, value: unknown) =>
    Array.isArray(value) ? value.toSorted((a, b) => (roleOf(a) < roleOf(b) ? -1 : 1)) : value
  return JSON.parse(plain, inOrder) as unknown[]
}

describe('whoever an address is of, its administrator is shown the same', () => {
  test.each(ways)('added as %s', async (role) => {
    const found: Record<string, unknown[]> = {}
    for (const email of addresses)
      await asSession(app, place.tokens.clinicAdministrator, async () => {
        found[email] = await seen(email, role)
      })
    const [nobody = '', ...others] = addresses
    for (const email of others) expect(found[email], email).toEqual(found[nobody])
  })
})

test('an id tells no time: not that an account is older than its offer', () =>
  asSession(app, place.tokens.clinicAdministrator, async () => {
    expect(await it.addUser('nobody@example.org', 'officer')).toMatch(/^.{14}4/)
  }))

test('the offer waits for whoever has the account, who takes it when they like', () =>
  asSession(app, place.tokens.clinicAdministrator, async () => {
    const user = await it.addUser('worker@example.org', 'administrator')
    await it.makeLink(user)
    const [offer] = await it.offers(user)
    expect(await it.rolesOf(place.tokens.worker)).toEqual(['practitioner'])
    expect(await it.told()).toEqual(['role-offered'])
    await it.answer(offer?.id)
    expect(await it.rolesOf(place.tokens.worker)).toEqual(['administrator', 'practitioner'])
  }))

test('a role agreed to before, taken with a password that came by a link, is closed', () =>
  asSession(app, place.tokens.clinicAdministrator, async () => {
    const user = await it.addUser('worker@example.org', 'practitioner', [place.teams.clinic])
    const [offer] = await it.offers(user)
    await it.become(place.tokens.clinicOfficer)
    await it.agree(offer?.id)
    await it.become(place.tokens.worker)
    await it.answer(offer?.id)
    expect(await it.rolesOf(place.tokens.worker)).toEqual(['practitioner'])
    await it.become(place.tokens.clinicOfficer)
    expect(await it.told()).toEqual(['user-waits'])
    await it.sayKnown(user)
    expect(await it.rolesOf(place.tokens.worker)).toEqual(['practitioner', 'practitioner'])
  }))
