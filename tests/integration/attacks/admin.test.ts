import fc from 'fast-check'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accounts } from '@/tests/support/factories/accounts'
import { asSession, connect } from '@/tests/support/factories/session'
import { smallDatabase, type SmallPlace } from '@/tests/support/factories/small-place'

// A curious administrator, alone, with every function that the app's login may call: by no way does
// one of their sessions open anybody, or what was done about anybody.
let database: Awaited<ReturnType<typeof smallDatabase>>['database']
let app: Client
let it: ReturnType<typeof accounts>
let place: SmallPlace

beforeAll(async () => {
  const made = await smallDatabase()
  database = made.database
  place = made.place
  app = await connect(database.appUrl)
  it = accounts(app)
})
afterAll(async () => {
  await app.end()
  await database.drop()
})

type Who = keyof SmallPlace['tokens']
const as = (who: Who, work: () => Promise<void>) => asSession(app, place.tokens[who], work)
const emailOf = (who: Who) => `${who.toLowerCase()}@example.org`
const clinic = () => [place.teams.clinic]
const teamOf = (who: Who) => [who === 'administrator' ? place.teams.host : place.teams.clinic]
const opening = (roles: string[]) =>
  roles.filter((role) => role !== 'administrator' && role !== 'commissioner')

describe('an administrator alone opens nobody', () => {
  test('by making himself a manager', () =>
    as('clinicAdministrator', async () => {
      const [me, token] = [place.users.clinicAdministrator, place.tokens.clinicAdministrator]
      for (const role of ['manager', 'practitioner', 'limited', 'officer', 'steward'])
        expect(await it.tries(() => it.addRole(me, role, clinic()))).toEqual({ refused: 'CT422' })
      expect(await it.rolesOf(token)).toEqual(['administrator'])
    }))

  test('by a worker who does not exist, whose invitation he takes', () =>
    as('clinicAdministrator', async () => {
      const sam = await it.addUser('sam@example.org', 'practitioner', clinic())
      expect(await it.takeAccount(sam, 'sam@example.org')).toBeNull()
    }))

  test('by a worker whom a colleague agreed to in good faith, whose invitation he takes', () =>
    as('clinicAdministrator', async () => {
      const sam = await it.addUser('sam@example.org', 'practitioner', clinic())
      const [offer] = await it.offers(sam)
      await it.become(place.tokens.clinicOfficer)
      await it.agree(offer?.id)
      await it.become(place.tokens.clinicAdministrator)
      expect(await it.takeAccount(sam, 'sam@example.org')).toBeNull()
    }))

  test('by second administrators who are himself, agreeing to each other’s offers', () =>
    as('clinicAdministrator', async () => {
      const me = place.users.clinicAdministrator
      const other = await it.addUser('other@example.org', 'administrator')
      const puppet = (await it.takeAccount(other, 'other@example.org')) ?? ''
      await it.become(puppet)
      // A puppet of the puppet, whose link the first never made.
      const third = await it.addUser('third@example.org', 'administrator')
      const deeper = (await it.takeAccount(third, 'third@example.org')) ?? ''
      expect(await it.rolesOf(deeper)).toEqual(['administrator'])
      const sessions = [puppet, deeper, place.tokens.clinicAdministrator]
      for (const offering of sessions) {
        await it.become(offering)
        await it.tries(() => it.addRole(me, 'manager', clinic()))
        await it.tries(() => it.addRole(third, 'practitioner', clinic()))
        await it.tries(() => it.addRole(other, 'officer'))
      }
      const found = [
        ...(await it.offers(me)),
        ...(await it.offers(third)),
        ...(await it.offers(other)),
      ]
      expect(found.length).toBe(3)
      for (const agreeing of sessions) {
        await it.become(agreeing)
        for (const { id } of found)
          expect(await it.tries(() => it.agree(id))).toEqual({ refused: 'CT404' })
        for (const user of [other, third, me])
          expect(await it.tries(() => it.sayKnown(user))).toEqual({ refused: 'CT404' })
      }
      for (const token of sessions) expect(opening(await it.rolesOf(token))).toEqual([])
    }))

  test.each(['clinicWorker', 'clinicOfficer'] as const)(
    'by the account of a colleague (%s), taken by a reset link',
    (who) =>
      as('clinicAdministrator', async () => {
        expect(await it.takeAccount(place.users[who], emailOf(who))).toBeNull()
      }),
  )

  test('by accounts taken in a circle, so that nobody remembers whose hands they were in', () =>
    as('clinicAdministrator', async () => {
      const { clinicOfficer, clinicWorker, clinicAdministrator: me } = place.users
      await it.addRole(clinicOfficer, 'administrator')
      await it.addRole(clinicWorker, 'administrator')
      const officer = () => it.takeAccount(clinicOfficer, emailOf('clinicOfficer'))
      await it.become((await officer()) ?? '')
      const worker = await it.takeAccount(clinicWorker, emailOf('clinicWorker'))
      await it.become(worker ?? '')
      await it.become((await officer()) ?? '')
      // And by a link made for oneself.
      const last = (await officer()) ?? ''
      await it.become(worker ?? '')
      await it.addRole(me, 'manager', clinic())
      const [offer] = await it.offers(me)
      for (const token of [last, worker ?? '']) {
        await it.become(token)
        expect(await it.tries(() => it.agree(offer?.id))).toEqual({ refused: 'CT404' })
        expect(await it.rolesOf(token)).toEqual(['administrator'])
      }
    }))

  test('by a second administrator whose link a colleague made, not knowing for whom', () =>
    as('clinicAdministrator', async () => {
      const { clinicWorker } = place.users
      await it.addRole(clinicWorker, 'administrator')
      const sam = await it.addUser('sam@example.org', 'administrator')
      const tim = await it.addUser('tim@example.org', 'manager', clinic())
      // A colleague in her own right, who hands over the link for Sam.
      const colleague = await it.takeAccount(clinicWorker, emailOf('clinicWorker'))
      await it.become(place.tokens.clinicOfficer)
      await it.sayKnown(clinicWorker)
      await it.become(colleague ?? '')
      const puppet = await it.takeAccount(sam, 'sam@example.org')
      await it.become(puppet ?? '')
      expect(await it.waiting()).toMatchObject({ roles: [], users: [] })
      const [offer] = await it.offers(tim)
      expect(await it.tries(() => it.agree(offer?.id))).toEqual({ refused: 'CT404' })
    }))

  test('by an offer made with a colleague’s account, agreed to when it is hers again', () =>
    as('clinicAdministrator', async () => {
      const { clinicWorker, clinicOfficer } = place.users
      await it.addRole(clinicWorker, 'administrator')
      await it.become((await it.takeAccount(clinicWorker, emailOf('clinicWorker'))) ?? '')
      await it.addRole(clinicOfficer, 'manager', clinic())
      const [offer] = await it.offers(clinicOfficer)
      await it.become(place.tokens.clinicOfficer)
      await it.sayKnown(clinicWorker)
      await it.become(place.tokens.clinicAdministrator)
      expect(await it.tries(() => it.agree(offer?.id))).toEqual({ refused: 'CT404' })
    }))

  test('by an agency made for it, whose first administrator he is too', () =>
    as('administrator', async () => {
      const first = await it.makeAgency('A practice', 'lee@example.org')
      const lee = (await it.takeAccount(first, 'lee@example.org')) ?? ''
      await it.become(lee)
      const team = await it.one<string>(
        `select admin.keep_team(null, 'Us', 'support', '{}', null, null, false)::text as it`,
      )
      const sam = await it.addUser('sam@example.org', 'manager', [team ?? ''])
      expect(await it.takeAccount(sam, 'sam@example.org')).toBeNull()
      // Nobody of that agency could agree, so the host is asked: but not its same administrator.
      const [offer] = await it.offers(sam)
      expect(offer?.mayAgree).toEqual([])
      await it.become(place.tokens.administrator)
      expect(await it.tries(() => it.agree(offer?.id))).toEqual({ refused: 'CT404' })
      expect(await it.tries(() => it.sayKnown(sam))).toEqual({ refused: 'CT404' })
    }))

  test('by the first administrator of an agency, reset by the host between two links', () =>
    as('clinicAdministrator', async () => {
      const sam = await it.addUser('sam@example.org', 'administrator')
      await it.takeAccount(sam, 'sam@example.org')
      await it.become(place.tokens.clinicAdministrator)
      await it.makeLink(sam)
      await it.become(place.tokens.administrator)
      expect(await it.tries(() => it.makeLink(sam))).toEqual({ refused: 'CT403' })
    }))
})

const step = fc.tuple(
  fc.constantFrom('user', 'role', 'take', 'agree', 'end', 'agency'),
  ...([fc.nat(11), fc.nat(3), fc.nat(11)] as const),
)
const roles = ['manager', 'administrator', 'officer', 'administrator', 'limited', 'steward']

test.each(['clinicAdministrator', 'administrator'] as const)(
  'by no sequence of what a %s can do is one of their sessions more than an administrator’s',
  async (who) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), (steps) =>
        as(who, async () => {
          const users = Object.entries(place.users).map(([key, id]) => ({
            ...{ id, email: emailOf(key as Who), token: key === who ? place.tokens[who] : null },
          }))
          const of = <T>(list: T[], n: number) => list[n % list.length] as T
          for (const [what, a, b, c] of steps) {
            const user = of(users, a)
            const mine = users.filter(({ token }) => token)
            await it.become(of(mine, b).token ?? '')
            const role = of(roles, c)
            const email = `u${users.length}@example.org`
            await it.tries(async () => {
              if (what === 'user')
                users.push({ id: await it.addUser(email, role, teamOf(who)), email, token: null })
              if (what === 'agency')
                users.push({ id: await it.makeAgency(`A${b}`, email), email, token: null })
              if (what === 'role') await it.addRole(user.id, role, teamOf(who))
              if (what === 'take') user.token = await it.takeAccount(user.id, user.email)
              if (what === 'end') await app.query('select admin.end_user($1)', [user.id])
            })
            // Whoever they are now agrees to all that waits, and takes all that is offered.
            if (what !== 'agree') continue
            const asked = await it.tries(it.waiting)
            if (!asked || 'refused' in asked) continue
            const { roles: offered, users: accounts } = asked
            for (const { id } of offered) await it.tries(() => it.agree(id))
            for (const { id } of accounts) await it.tries(() => it.sayKnown(id))
          }
          for (const { token, email } of users)
            if (token) expect([email, opening(await it.rolesOf(token))]).toEqual([email, []])
        }),
      ),
      { numRuns: 150 },
    )
  },
)
