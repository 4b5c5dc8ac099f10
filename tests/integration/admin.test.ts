import { createHash, randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { freshDatabase } from '@/tests/support/database'
import { asSession, connect, connectAsDefiner } from '@/tests/support/factories/session'
import { smallPlace, type SmallPlace } from '@/tests/support/factories/small-place'

let database: Awaited<ReturnType<typeof freshDatabase>>
let app: Client
let place: SmallPlace

beforeAll(async () => {
  database = await freshDatabase()
  const definer = await connectAsDefiner(database.ownerUrl, inject('server').roles.definer)
  place = await smallPlace(definer)
  await definer.query(
    `insert into code (list, key, label, position) values ('channel', 'phone', 'Phone', 0)`,
  )
  await definer.query(`insert into credential (user_id, salt, params, verifier)
    select id, 'a', '{}', 'b' from app_user where email = 'clinicworker@example.org'`)
  await definer.end()
  app = await connect(database.appUrl)
})
afterAll(async () => {
  await app.end()
  await database.drop()
})

const as = (who: keyof SmallPlace['tokens'], work: () => Promise<void>) =>
  asSession(app, place.tokens[who], work)
const become = (token: string) => app.query(`select set_config('app.session', $1, true)`, [token])
const refused = async (query: Promise<unknown>, code: string, words = /./) => {
  await expect(query).rejects.toMatchObject({
    code,
    message: expect.stringMatching(words) as string,
  })
}
const addUser = async (email: string, role: string, teams: string[] = []) => {
  const { rows } = await app.query<{ id: string }>(
    `select admin.add_user('Sam Reed', $1, null, $2, null, $3)::text as id`,
    [email, role, teams],
  )
  return rows[0]?.id ?? ''
}
const hash = (text: string) => createHash('sha256').update(text).digest()
const link = async (user: string) => {
  const token = randomBytes(16).toString('hex')
  const { rows } = await app.query<{ why: string }>('select admin.make_link($1, $2) as why', [
    user,
    hash(token),
  ])
  return { token, why: rows[0]?.why }
}
const good = async (token: string) =>
  (
    await app.query<{ name: string | null }>('select sign_in.link_is_good($1) as name', [
      hash(token),
    ])
  ).rows[0]?.name
const makeAgency = (name: string, kind = 'gp') =>
  app.query<{ id: string }>(
    `select admin.make_agency($1, $1, $2, null, false, 'Lee Ash', 'lee@example.org')::text as id`,
    [name, kind],
  )

describe('administration', () => {
  test.each(['worker', 'officer', 'commissioner', 'custodian'] as const)(
    'a %s administers nothing',
    (who) =>
      as(who, async () => {
        for (const query of [
          () => addUser('x@example.org', 'officer'),
          () => app.query('select admin.users(null)'),
          () => app.query('select * from admin.imports()'),
          () => app.query('select * from admin.errors()'),
          () => link(place.users.clinicWorker),
          () => makeAgency('Another'),
        ]) {
          await app.query('savepoint s')
          await refused(query(), 'CT403')
          await app.query('rollback to s')
        }
      }),
  )

  test('an agency’s administrator sees and changes its own users, teams and no others', () =>
    as('clinicAdministrator', async () => {
      const { rows } = await app.query<{ users: { name: string }[] }>(
        'select admin.users(null) as users',
      )
      expect(rows[0]?.users.map(({ name }) => name).sort()).toEqual([
        'A clinicAdministrator',
        'A clinicOfficer',
        'A clinicWorker',
      ])
      for (const [query, code] of [
        [() => app.query('select admin.end_membership($1)', [place.memberships.worker]), 'CT404'],
        [() => app.query('select admin.end_user($1)', [place.users.worker]), 'CT404'],
        [() => addUser('x@example.org', 'practitioner', [place.teams.host]), 'CT422'],
        [() => addUser('x@example.org', 'custodian'), 'CT422'],
        [() => addUser('x@example.org', 'practitioner'), 'CT422'],
        [() => link(place.users.worker), 'CT403'],
        [() => makeAgency('Another'), 'CT403'],
        [() => app.query(`select admin.add_code('channel', 'Pigeon')`), 'CT403'],
        [
          () =>
            app.query(`select admin.keep_team($1, 'x', 'support', '{}', null, null, false)`, [
              place.teams.host,
            ]),
          'CT404',
        ],
      ] as const) {
        await app.query('savepoint s')
        await refused(query(), code)
        await app.query('rollback to s')
      }
    }))

  test('an invitation is shown once, works once, and a second ends the first', () =>
    as('clinicAdministrator', async () => {
      const user = await addUser('sam@example.org', 'practitioner', [place.teams.clinic])
      const first = await link(user)
      expect(first.why).toBe('invitation')
      expect(await good(first.token)).toBe('Sam Reed')
      const second = await link(user)
      expect(await good(first.token)).toBeNull()
      const use = () =>
        app.query<{ ok: boolean }>(`select sign_in.use_link($1, 'salt', '{}', 'v') as ok`, [
          hash(second.token),
        ])
      expect((await use()).rows[0]?.ok).toBe(true)
      expect((await use()).rows[0]?.ok).toBe(false)
    }))

  test('a reset ends the old password and every session at once', () =>
    as('clinicAdministrator', async () => {
      const { why } = await link(place.users.clinicWorker)
      expect(why).toBe('reset')
      await become(place.tokens.clinicWorker)
      const { rows } = await app.query('select access.my_user() as me')
      expect(rows[0]?.me).toBeNull()
    }))

  test('ending a role signs it out at once; the last administrator stays', () =>
    as('clinicAdministrator', async () => {
      await app.query('savepoint s')
      const own = place.memberships.clinicAdministrator
      await refused(
        app.query('select admin.end_membership($1)', [own]),
        'CT409',
        /last administrator/,
      )
      await app.query('rollback to s')
      await app.query('select admin.end_membership($1)', [place.memberships.clinicWorker])
      await become(place.tokens.clinicWorker)
      const { rows } = await app.query('select access.my_user() as me')
      expect(rows[0]?.me).toBeNull()
    }))

  test('somebody who leaves has no way back by a link', () =>
    as('clinicAdministrator', async () => {
      const user = await addUser('sam@example.org', 'officer')
      const { token } = await link(user)
      await app.query('select admin.end_user($1)', [user])
      expect(await good(token)).toBeNull()
      // Added by mistake, they had nothing yet: added again, they are as new.
      expect(await addUser('sam@example.org', 'officer')).toBe(user)
      expect(await good(token)).toBeNull()
      await app.query('select admin.end_user($1)', [place.users.clinicWorker])
      const back = addUser('clinicworker@example.org', 'practitioner', [place.teams.clinic])
      await refused(back, 'CT409', /has left/)
    }))

  test('a second employer cannot make a link to the first one’s user', () =>
    as('administrator', async () => {
      await addUser('clinicworker@example.org', 'officer')
      // It looks like one, and sets no password.
      const { token, why } = await link(place.users.clinicWorker)
      expect([why, await good(token)]).toEqual(['invitation', 'Sam Reed'])
      const { rows } = await app.query<{ ok: boolean }>(
        `select sign_in.use_link($1, 'salt', '{}', 'v') as ok`,
        [hash(token)],
      )
      expect(rows).toEqual([{ ok: false }])
      await become(place.tokens.clinicWorker)
      const me = await app.query<{ me: string }>('select access.my_user() as me')
      expect(me.rows[0]?.me).toBe(place.users.clinicWorker)
    }))

  test('the host makes agencies with a first administrator and hands over that link, once', () =>
    as('administrator', async () => {
      const { rows } = await makeAgency('A practice of doctors')
      const first = rows[0]?.id ?? ''
      const { token } = await link(first)
      await app.query(`select sign_in.use_link($1, 'salt', '{}', 'v')`, [hash(token)])
      await refused(link(first), 'CT403')
    }))

  test.each([
    ['Home Office', 'other', 'CT422'],
    ['Immigration Enforcement', 'police', 'CT422'],
    ['Another desk', 'partnership', 'CT422'],
    ['A corner café', 'cafe', 'CT422'],
    ['A clinic', 'gp', 'CT409'],
  ])('%s (%s) is refused as an agency', (name, kind, code) =>
    as('administrator', () => refused(makeAgency(name, kind), code)),
  )

  test('a code is added and retired, never deleted', () =>
    as('administrator', async () => {
      await app.query(`select admin.add_code('channel', 'Carrier pigeon')`)
      await app.query(`select admin.offer_code('channel', 'Carrier pigeon', false)`)
      const { rows } = await app.query(`select current from code where key = 'Carrier pigeon'`)
      expect(rows).toEqual([{ current: false }])
      for (const [sql, code] of [
        [`select admin.add_code('channel', 'carrier PIGEON')`, 'CT409'],
        [`select admin.offer_code('channel', 'phone', false)`, 'CT409'],
        [`select admin.add_code('nothing', 'x')`, 'CT404'],
        [`select admin.offer_code('severity', '1', false)`, 'CT409'],
        [`select admin.offer_code('contact_kind', 'phone', false)`, 'CT409'],
        [`delete from code`, '42501'],
      ] as const) {
        await app.query('savepoint s')
        await refused(app.query(sql), code)
        await app.query('rollback to s')
      }
    }))
})
