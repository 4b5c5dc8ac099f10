import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { freshDatabase } from '@/tests/support/database'
import { accounts } from '@/tests/support/factories/accounts'
import { asSession, connect, connectAsDefiner } from '@/tests/support/factories/session'
import { smallPlace, type SmallPlace } from '@/tests/support/factories/small-place'

// A role that opens people is given by one and agreed to by another; what is elsewhere, taken.
let database: Awaited<ReturnType<typeof freshDatabase>>
let app: Client
let it: ReturnType<typeof accounts>
let place: SmallPlace
let other: { token: string; user: string; membership: string }

beforeAll(async () => {
  database = await freshDatabase()
  const definer = await connectAsDefiner(database.ownerUrl, inject('server').roles.definer)
  place = await smallPlace(definer)
  // The clinic's worker works for probation too, which has somebody to speak for it.
  const { rows } = await definer.query<{ membership: string }>(
    `insert into membership (id, user_id, agency_id, role, starts_at)
     values (gen_random_uuid(), $1, $2, 'steward', '2021-01-01') returning id as membership`,
    [place.users.clinicWorker, place.agencies.probation],
  )
  const officer = await definer.query<{ user: string }>(
    `with u as (insert into app_user (id, name, email)
         values (gen_random_uuid(), 'Una Bell', 'una@example.org') returning id),
       m as (insert into membership (id, user_id, agency_id, role, starts_at)
         select gen_random_uuid(), id, $1, 'administrator', '2020-01-01' from u returning id, user_id)
     insert into session (id, token_hash, user_id, membership_id, idle_until, absolute_until)
     select gen_random_uuid(), sha256('una'), user_id, id, '2999-01-01', '2999-01-01' from m
     returning user_id as user`,
    [place.agencies.probation],
  )
  other = {
    token: 'una',
    user: officer.rows[0]?.user ?? '',
    membership: rows[0]?.membership ?? '',
  }
  await definer.end()
  app = await connect(database.appUrl)
  it = accounts(app)
})
afterAll(async () => {
  await app.end()
  await database.drop()
})

const as = (who: keyof SmallPlace['tokens'], work: () => Promise<void>) =>
  asSession(app, place.tokens[who], work)
const clinic = () => [place.teams.clinic]
const told = async (token: string) => {
  await it.become(token)
  return it.told()
}

describe('a role that opens people', () => {
  test('is open when somebody else of the agency has agreed, and not before', () =>
    as('clinicAdministrator', async () => {
      const sam = await it.addUser('sam@example.org', 'practitioner', clinic())
      const link = await it.makeLink(sam)
      expect(await it.takeLink(link, 'sam@example.org')).toBeNull()
      const [offer] = await it.offers(sam)
      expect(offer).toMatchObject({
        asksSecond: true,
        asksUser: false,
        mayAgree: ['A clinicOfficer'],
      })
      expect(await told(place.tokens.clinicOfficer)).toEqual(['role-waits'])
      expect((await it.waiting())?.roles).toMatchObject([
        { id: offer?.id, user: 'Sam Reed', role: 'practitioner', known: false },
      ])
      await it.agree(offer?.id)
      expect(await it.told()).toEqual([])
      expect(await told(place.tokens.clinicAdministrator)).toEqual(['role-agreed'])
      expect(
        await it.one(`select count(*)::int as it from membership where user_id = $1`, [sam]),
      ).toBe(1)
      expect(await it.tries(() => it.agree(offer?.id))).toEqual({ refused: 'CT404' })
    }))

  test('can be refused, withdrawn, and offered again', () =>
    as('clinicAdministrator', async () => {
      const sam = await it.addUser('sam@example.org', 'officer')
      const again = () => it.addRole(sam, 'officer')
      expect(await it.tries(again)).toEqual({ refused: 'CT409' })
      const [first] = await it.offers(sam)
      await it.become(place.tokens.clinicOfficer)
      await it.agree(first?.id, false)
      expect(await told(place.tokens.clinicAdministrator)).toEqual(['role-refused'])
      expect(await it.tries(again)).toEqual({ refused: 'CT404' })
      const once = await it.addUser('sam@example.org', 'officer')
      expect(once).toBe(sam)
      const [second] = await it.offers(sam)
      await app.query('select admin.withdraw_role($1)', [second?.id])
      expect(await it.offers(sam)).toEqual([])
    }))

  test('a manager agrees for teams of their own alone', () =>
    as('clinicAdministrator', async () => {
      const max = await it.addUser('max@example.org', 'manager', clinic())
      const [offer] = await it.offers(max)
      const link = await it.makeLink(max)
      await it.takeLink(link, 'max@example.org')
      await it.become(place.tokens.clinicOfficer)
      await it.agree(offer?.id)
      await it.become(place.tokens.clinicAdministrator)
      const team = await it.one<string>(
        `select admin.keep_team(null, 'New', 'support', '{}', null, null, false)::text as it`,
      )
      const sam = await it.addUser('sam@example.org', 'practitioner', clinic())
      const tom = await it.addUser('tom@example.org', 'practitioner', [team ?? ''])
      const eve = await it.addUser('eve@example.org', 'steward')
      const names = async (user: string) => (await it.offers(user))[0]?.mayAgree
      expect(await names(sam)).toEqual(['A clinicOfficer', 'Sam Reed'])
      expect(await names(tom)).toEqual(['A clinicOfficer'])
      expect(await names(eve)).toEqual(['A clinicOfficer'])
    }))

  test('where an agency has nobody else, the host’s administrator is asked', () =>
    as('clinicAdministrator', async () => {
      await app.query('select admin.end_user($1)', [place.users.clinicOfficer])
      const sam = await it.addUser('sam@example.org', 'practitioner', clinic())
      const [offer] = await it.offers(sam)
      expect(offer?.mayAgree).toEqual(['A administrator'])
      await it.become(place.tokens.officer)
      expect(await it.tries(() => it.agree(offer?.id))).toEqual({ refused: 'CT404' })
      await it.become(place.tokens.administrator)
      await it.agree(offer?.id)
      const roles = () =>
        it.one(`select count(*)::int as it from membership where user_id = $1`, [sam])
      // It is open when they have taken it; and not theirs until somebody has said so.
      expect(await roles()).toBe(0)
      await it.become(place.tokens.clinicAdministrator)
      expect(await it.takeAccount(sam, 'sam@example.org')).toBeNull()
      expect(await roles()).toBe(1)
    }))

  test('nobody else’s administrator offers, agrees, withdraws or answers', () =>
    as('clinicAdministrator', async () => {
      const sam = await it.addUser('sam@example.org', 'practitioner', clinic())
      const [offer] = await it.offers(sam)
      for (const token of [place.tokens.administrator, place.tokens.worker, other.token]) {
        await it.become(token)
        for (const work of [
          () => it.agree(offer?.id),
          () => it.answer(offer?.id),
          () => app.query('select admin.withdraw_role($1)', [offer?.id]),
          () => it.sayKnown(sam),
        ])
          expect(await it.tries(work)).toMatchObject({
            refused: expect.stringMatching(/^CT40[34]$/) as string,
          })
      }
    }))
})

describe('a role elsewhere', () => {
  test('is an invitation that its user takes; both agencies are told', () =>
    as('administrator', async () => {
      const worker = await it.addUser('clinicworker@example.org', 'administrator')
      const [offer] = await it.offers(worker)
      expect(offer).toMatchObject({ asksUser: true, asksSecond: false })
      // Until then the second agency knows what it typed.
      const known = `select admin.users($1) -> 0 ->> 'name' as it`
      expect(await it.one(known, [worker])).toBe('Sam Reed')
      expect(await it.rolesOf(place.tokens.clinicWorker)).toEqual(['practitioner', 'steward'])
      expect(await told(place.tokens.clinicWorker)).toEqual(['role-offered'])
      await it.answer(offer?.id)
      const roles = await it.rolesOf(place.tokens.clinicWorker)
      expect(roles).toEqual(['administrator', 'practitioner', 'steward'])
      for (const token of [place.tokens.clinicAdministrator, other.token])
        expect(await told(token)).toEqual(['role-elsewhere'])
      expect(await told(place.tokens.administrator)).toEqual(['role-agreed'])
      expect(await it.one(known, [worker])).toBe('A clinicWorker')
    }))

  test('needs both a second person and its user, in either order; no is no', () =>
    as('administrator', async () => {
      const worker = await it.addUser('clinicworker@example.org', 'steward')
      const [offer] = await it.offers(worker)
      await it.become(place.tokens.officer)
      await it.agree(offer?.id)
      expect((await it.rolesOf(place.tokens.clinicWorker)).length).toBe(2)
      await it.answer(offer?.id, false)
      expect(await it.tries(() => it.answer(offer?.id))).toEqual({ refused: 'CT404' })
      expect((await it.rolesOf(place.tokens.clinicWorker)).length).toBe(2)
      expect(await told(place.tokens.administrator)).toEqual(['role-declined'])
    }))

  test('does not make the second agency the one that answers for an account', () =>
    as('clinicAdministrator', async () => {
      const sam = await it.addUser('sam@example.org', 'practitioner', clinic())
      await it.become(other.token)
      await it.addUser('sam@example.org', 'administrator')
      expect((await it.offers(sam))[0]?.asksUser).toBe(true)
      // What it makes sets no password, and the first agency's link goes on working.
      await it.become(place.tokens.clinicAdministrator)
      const first = await it.makeLink(sam)
      await it.become(other.token)
      const second = await it.makeLink(sam)
      await expect(it.takeLink(second, 'sam@example.org')).rejects.toThrow('neither signs in')
      expect(await it.takeLink(first, 'sam@example.org')).toBeNull()
    }))
})

test('the host can invite an agency’s first administrator again, until they have begun', () =>
  as('administrator', async () => {
    const lee = await it.makeAgency('A practice', 'lee@example.org')
    const notBegun = async () =>
      (await app.query<{ user_id: string }>('select user_id from admin.not_begun()')).rows
    expect(await notBegun()).toEqual([{ user_id: lee }])
    await it.makeLink(lee)
    expect(await notBegun()).toEqual([{ user_id: lee }])
    await it.takeAccount(lee, 'lee@example.org')
    expect(await notBegun()).toEqual([])
  }))

describe('a password set by a link', () => {
  test('closes what opens people, and other agencies’ roles, until each says whose it is', () =>
    as('clinicAdministrator', async () => {
      const worker = place.users.clinicWorker
      await it.addRole(worker, 'administrator')
      const token = (await it.takeAccount(worker, 'clinicworker@example.org')) ?? ''
      expect(await it.rolesOf(token)).toEqual(['administrator'])
      expect(await it.one(`select admin.my_roles() -> 'closed' as it`)).toMatchObject([
        { role: 'practitioner', agency: 'A clinic' },
        { role: 'steward', agency: 'Probation' },
      ])
      expect(await it.one(`select admin.my_roles() #>> '{password,by}' as it`)).toBe('A clinic')
      expect(await it.told()).toContain('password-by-link')
      expect(await told(other.token)).toEqual(['password-elsewhere', 'user-waits'])

      await it.become(place.tokens.clinicOfficer)
      expect((await it.waiting())?.users).toMatchObject([{ id: worker, by: 'A clinic' }])
      await it.sayKnown(worker)
      expect(await it.rolesOf(token)).toEqual(['administrator', 'practitioner'])
      // Probation opens its own.
      await it.become(other.token)
      expect((await it.waiting())?.users).toMatchObject([{ id: worker }])
      await it.sayKnown(worker)
      expect(await it.rolesOf(token)).toEqual(['administrator', 'practitioner', 'steward'])
      await it.become(other.token)
      expect((await it.waiting())?.users).toEqual([])
    }))

  test('nobody says it of themselves, nor who made the link', () =>
    as('clinicAdministrator', async () => {
      const worker = place.users.clinicWorker
      await it.addRole(worker, 'administrator')
      const token = (await it.takeAccount(worker, 'clinicworker@example.org')) ?? ''
      for (const each of [token, place.tokens.clinicAdministrator, place.tokens.worker]) {
        await it.become(each)
        expect(await it.tries(() => it.sayKnown(worker))).toMatchObject({
          refused: expect.stringMatching(/^CT40[34]$/) as string,
        })
      }
    }))

  test('the last administrator who is not closed stays', () =>
    as('clinicAdministrator', async () => {
      const sam = await it.addUser('sam@example.org', 'administrator')
      await it.takeAccount(sam, 'sam@example.org')
      await app.query('select admin.end_user($1)', [sam])
      const end = () => app.query('select admin.end_user($1)', [place.users.clinicAdministrator])
      expect(await it.tries(end)).toEqual({ refused: 'CT409' })
    }))
})
