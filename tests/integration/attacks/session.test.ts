import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  hashPassword,
  passwordCosts,
  signInAsPractice,
  signInWithPassword,
  type Browser,
} from '@/lib/access/sign-in'
import { beforeSignIn, withScope } from '@/lib/db'
import { SignedOut } from '@/lib/errors'
import { connect } from '@/tests/support/factories/session'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// What somebody tries with a session that should be over, and with passwords that are not theirs.
let place: WorkingPlace
const password = 'three plain words'
beforeAll(async () => {
  place = await workingPlace()
  const salt = new Uint8Array(16).fill(7)
  const raw = await hashPassword(password, salt, passwordCosts)
  for (const user of [place.users.priya, place.users.tom])
    await place.look(
      `insert into credential (user_id, salt, params, verifier)
       values ($1, $2, '{"m":19456,"t":2,"p":1}', sha256($3))`,
      [user, salt, raw],
    )
})
afterAll(() => place.close())
beforeEach(() => place.look('truncate sign_in_attempt, sign_in_known'))

const hash = (token: string) => new Uint8Array(createHash('sha256').update(token).digest())
const who = (token: string) => withScope(token, ({ viewer }) => Promise.resolve(viewer.name))
const email = (name: Worker) => `${name}@example.org`
const from = (network: string | null, insteadOf: string | null = null): Browser => ({
  ...{ agent: 'test', network, insteadOf },
})

async function enter(name: Worker, instead: string | null = null): Promise<string> {
  const outcome = await signInAsPractice(email(name), from(null, instead))
  if (!('token' in outcome)) throw new Error('Nobody came in')
  return outcome.token
}

const rowOf = async (token: string) =>
  (
    await place.look<{ absolute_until: Date; ended_at: Date | null; agent: string | null }>(
      'select absolute_until, ended_at, agent from session where token_hash = $1',
      [hash(token)],
    )
  )[0]

describe('changing roles', () => {
  const change = async (token: string): Promise<string> => {
    const next = randomUUID()
    const [row] = await withScope(
      token,
      ({ db, viewer }) =>
        db.$queryRaw<{ ok: boolean }[]>`
          select sign_in.switch_to(${viewer.membershipId}::uuid, ${hash(next)}) as ok`,
    )
    if (!row?.ok) throw new SignedOut()
    return next
  }

  test('keeps nobody signed in past the day they signed in for', async () => {
    let token = await enter('priya')
    const began = await rowOf(token)
    for (let times = 0; times < 5; times += 1) token = await change(token)
    expect(await rowOf(token)).toEqual({ ...began, ended_at: null })
    await place.look(
      `update session set absolute_until = now() + interval '1 minute' where token_hash = $1`,
      [hash(token)],
    )
    token = await change(token)
    await place.look(
      `update session set absolute_until = absolute_until - interval '2 minutes'
       where token_hash = $1`,
      [hash(token)],
    )
    await expect(change(token)).rejects.toThrow(SignedOut)
  })

  test('twice at once makes one session of one', async () => {
    const token = await enter('priya')
    const both = await Promise.allSettled([change(token), change(token)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('one browser holds one session', () => {
  test('signing in ends what the browser held, whoever’s it was', async () => {
    const before = await enter('priya')
    const elsewhere = await enter('priya')
    const after = await enter('tom', before)
    await expect(who(before)).rejects.toThrow(SignedOut)
    expect(await who(elsewhere)).toBe('priya')
    expect(await who(after)).toBe('tom')
    const again = await signInWithPassword(email('priya'), password, from(null, after))
    expect(again).toHaveProperty('token')
    await expect(who(after)).rejects.toThrow(SignedOut)
  })

  test('a password that is wrong ends nothing', async () => {
    const held = await enter('priya')
    expect(await signInWithPassword(email('tom'), 'wrong', from(null, held))).toEqual({
      refused: true,
    })
    expect(await who(held)).toBe('priya')
  })

  test('so does setting a password, and that user’s sessions everywhere', async () => {
    const [shared, own] = [await enter('tom'), await enter('dana')]
    const link = randomUUID()
    await place.look(
      `insert into one_time_link (token_hash, user_id, purpose, expires_at)
       values ($1, $2, 'reset', now() + interval '1 day')`,
      [hash(link), place.users.dana],
    )
    const verifier = hash('made up')
    const salt = new Uint8Array(16)
    expect(
      await beforeSignIn.useLink(hash(link), salt, { m: 1, t: 1, p: 1 }, verifier, shared),
    ).toBe(true)
    await expect(who(shared)).rejects.toThrow(SignedOut)
    await expect(who(own)).rejects.toThrow(SignedOut)
  })
})

describe('signing out ends the row', () => {
  test('of a session that has timed out, or whose role has ended for now', async () => {
    const [idle, roleless] = [await enter('ben'), await enter('lou')]
    await place.look(
      `update session set idle_until = now() - interval '1 minute' where token_hash = $1`,
      [hash(idle)],
    )
    await place.look(`update membership set ends_at = now() where id = $1`, [place.memberships.lou])
    await beforeSignIn.signOut(idle, false)
    await beforeSignIn.signOut(roleless, false)
    await place.look(`update membership set ends_at = null where id = $1`, [place.memberships.lou])
    expect((await rowOf(idle))?.ended_at).not.toBeNull()
    await expect(who(roleless)).rejects.toThrow(SignedOut)
  })

  test('everywhere means everywhere, and nobody else', async () => {
    const [here, there, other] = [await enter('mo'), await enter('mo'), await enter('tom')]
    await beforeSignIn.signOut(here, true)
    await expect(who(there)).rejects.toThrow(SignedOut)
    expect(await who(other)).toBe('tom')
    await beforeSignIn.signOut(here, true)
    await beforeSignIn.signOut('', true)
    expect(await who(other)).toBe('tom')
  })
})

describe('guessing a password', () => {
  const take = (name: string, network: string | null) =>
    beforeSignIn.takeAttempt(name, network === null ? null : hash(network))
  const many = (times: number, one: (index: number) => ReturnType<typeof take>) =>
    Promise.all(Array.from({ length: times }, (_, index) => one(index)))
  const taken = (all: Awaited<ReturnType<typeof take>>[]) =>
    all.filter(({ attempt }) => attempt !== null).length

  test('a hundred at once are counted as a hundred', async () => {
    const all = await many(100, () => take(email('priya'), 'one network'))
    expect(taken(all)).toBe(5)
    expect(Math.min(...all.filter(({ attempt }) => !attempt).map(({ wait }) => wait))).toBe(5)
  })

  test('from a hundred networks, an account is tried ten times and then slowly', async () => {
    const all = await many(100, (index) => take(email('priya'), `network ${index}`))
    expect(taken(all)).toBe(10)
    await place.look(
      `insert into sign_in_attempt (id, account, network)
       select gen_random_uuid(), account, network from sign_in_attempt, generate_series(1, 50)`,
    )
    expect((await take(email('priya'), 'another')).wait).toBeLessThanOrEqual(120)
  })

  test('of a hundred accounts from one network is slowed too', async () => {
    const all = await many(100, (index) => take(`nobody${index}@example.org`, 'one network'))
    expect(taken(all)).toBe(60)
    expect((await take('nobody@example.org', 'one network')).wait).toBeLessThanOrEqual(60)
    expect(await take('nobody@example.org', 'another')).toMatchObject({ wait: 0 })
  })

  test('strangers’ tries keep nobody out where they have signed in before', async () => {
    const desk = from('the office')
    expect(await signInWithPassword(email('priya'), password, desk)).toHaveProperty('token')
    await many(40, (index) => take(email('priya'), `network ${index}`))
    await many(100, (index) => take(`nobody${index}@example.org`, 'the office'))
    expect(await signInWithPassword(email('priya'), password, from('a train'))).toHaveProperty(
      'wait',
    )
    expect(await signInWithPassword(email('priya'), password, desk)).toHaveProperty('token')
  })

  test('signing in forgives one’s own slips, and not a stranger’s', async () => {
    const desk = from('the office')
    for (let slip = 0; slip < 3; slip += 1) await signInWithPassword(email('tom'), 'slip', desk)
    await many(6, (index) => take(email('tom'), `network ${index}`))
    expect(await signInWithPassword(email('tom'), password, desk)).toHaveProperty('token')
    const [left] = await place.look<{ tries: number }>(
      'select count(*)::int as tries from sign_in_attempt',
    )
    expect(left?.tries).toBe(6)
  })

  test('without an attempt, with another’s, or with one twice, nothing is checked', async () => {
    const raw = await hashPassword(password, new Uint8Array(16).fill(7), passwordCosts)
    const check = (attempt: string, of = email('priya')) =>
      beforeSignIn.withPassword({
        ...{ email: of, rawHash: raw, tokenHash: hash(randomUUID()), attempt },
        ...{ agent: 'test', insteadOf: null },
      })
    expect(await check(randomUUID())).toBe('no')
    const { attempt: toms } = await take(email('tom'), null)
    expect(await check(toms ?? '')).toBe('no')
    expect(await check(toms ?? '', email('tom'))).toBe('in')
    const { attempt: old } = await take(email('priya'), null)
    await place.look(`update sign_in_attempt set at = at - interval '3 minutes'`)
    expect(await check(old ?? '')).toBe('no')
    const { attempt: used } = await take(email('priya'), null)
    await place.look(`update sign_in_attempt set tried = true`)
    expect(await check(used ?? '')).toBe('no')
  })

  test('one attempt checks one guess, whatever is taken back', async () => {
    const salt = new Uint8Array(16).fill(7)
    const right = await hashPassword(password, salt, passwordCosts)
    const wrong = await hashPassword('a wrong guess', salt, passwordCosts)
    const app = await connect(process.env.DATABASE_URL_APP ?? '')
    const check = async (guess: Uint8Array, attempt: string | null) => {
      await app.query('begin')
      const { rows } = await app.query<{ said: string }>(
        `select sign_in.with_password($1, $2, $3, $4, 'test', null) as said`,
        [email('tom'), guess, hash(randomUUID()), attempt],
      )
      await app.query('rollback')
      return rows[0]?.said
    }
    const hold = (guess: Uint8Array, attempt: string | null) =>
      app.query('select sign_in.hold_guess($1, $2)', [attempt, guess])
    const { attempt } = await take(email('tom'), null)
    expect(await check(right, attempt)).toBe('no')
    // Held and checked in one transaction, to be taken back together.
    await app.query('begin')
    await hold(right, attempt)
    const { rows } = await app.query<{ said: string }>(
      `select sign_in.with_password($1, $2, $3, $4, 'test', null) as said`,
      [email('tom'), right, hash(randomUUID()), attempt],
    )
    expect(rows[0]?.said).toBe('no')
    await app.query('rollback')
    await hold(wrong, attempt)
    await hold(right, attempt)
    expect(await check(wrong, attempt)).toBe('no')
    expect(await check(right, attempt)).toBe('no')
    const { attempt: other } = await take(email('tom'), null)
    await hold(right, other)
    expect(await check(right, other)).toBe('in')
    await app.end()
  })

  test('a flood of tries is refused at once, and the rest come in', async () => {
    const flood = await Promise.all(
      Array.from({ length: 80 }, (_, index) =>
        signInWithPassword(`nobody${index}@example.org`, 'guess', from('one network')),
      ),
    )
    const outcomes = flood.map((outcome) => Object.keys(outcome)[0])
    expect(outcomes.filter((key) => key === 'refused')).toHaveLength(12)
    expect(outcomes.filter((key) => key === 'busy')).toHaveLength(68)
  })
})
