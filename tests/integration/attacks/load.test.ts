import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beforeSignIn, type Scope } from '@/lib/db'
import { Busy, SignedOut, Unfit } from '@/lib/errors'
import { workingPlace, type WorkingPlace } from '@/tests/support/factories/working-place'

// What the database says when it is asked too much, or nonsense: neither is a fault of the service.
let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())

const asked = (what: (scope: Scope) => Promise<unknown>) => place.as('priya', what)

describe('too much at once is busy, and nobody is told otherwise', () => {
  test('when every connection is taken', async () => {
    const held = Array.from({ length: 10 }, () => asked(() => sleep(8_000)))
    await sleep(500)
    const late = await Promise.allSettled([
      asked(() => Promise.resolve()),
      beforeSignIn.installation(),
    ])
    for (const one of late)
      expect(one).toMatchObject({ status: 'rejected', reason: { name: 'Busy' } })
    await Promise.all(held)
    expect(await beforeSignIn.installation()).toMatchObject({ mode: 'practice' })
  })

  test('when a statement takes too long, or waits for another', async () => {
    await expect(asked(({ db }) => db.$queryRaw`select pg_sleep(7)::text`)).rejects.toThrow(Busy)
    const first = asked(async ({ db }) => {
      await db.$queryRaw`select pg_advisory_xact_lock(7)::text`
      await sleep(4_000)
    })
    await sleep(300)
    await expect(
      asked(({ db }) => db.$queryRaw`select pg_advisory_xact_lock(7)::text`),
    ).rejects.toThrow(Busy)
    await first
  })
})

describe('what no row can hold is said in words', () => {
  const nonsense: Record<string, (scope: Scope) => Promise<unknown>> = {
    'an id that is none': ({ db }) => db.$queryRaw`select ${'abc'}::uuid`,
    'an id that is none, of a model': ({ db }) =>
      db.contact.findFirst({ where: { id: 'abc' }, select: { id: true } }),
    'a sign that is no letter': ({ db }) => db.$queryRaw`select ${'a\u0000b'}::text`,
    'the same, in a model': ({ db }) =>
      db.draft.findFirst({ where: { form: 'a\u0000b' }, select: { id: true } }),
    'the same, in JSON': ({ db }) => db.$queryRaw`select ${'{"a":"\\u0000"}'}::jsonb`,
    'a number out of range': ({ db }) => db.$queryRaw`select ${99999999999}::int`,
    'a date out of range': ({ db }) => db.$queryRaw`select ${'9999999-01-01'}::date`,
    'a row that is not there': ({ db, viewer }) =>
      db.$executeRaw`insert into involvement_worker (id, involvement_id, user_id)
        values (gen_random_uuid(), gen_random_uuid(), ${viewer.userId}::uuid)`,
    'a list for a text': ({ db }) =>
      db.draft.findFirst({ where: { form: ['a', 'b'] as unknown as string } }),
  }
  test.each(Object.entries(nonsense))('%s', async (_, what) => {
    const said = await asked(what).catch((error: unknown) => error)
    expect(said).toBeInstanceOf(Unfit)
    expect(String(said)).not.toMatch(/uuid|constraint|violates|abc/)
  })

  test('a token that is none is nobody', async () => {
    await expect(
      import('@/lib/db').then(({ withScope }) => withScope('abc', () => Promise.resolve())),
    ).rejects.toThrow(SignedOut)
  })
})
