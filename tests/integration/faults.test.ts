import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { beforeSignIn, withScope } from '@/lib/db'
import { faultOf, noteFault } from '@/lib/faults'
import { workingPlace, type WorkingPlace } from '@/tests/support/factories/working-place'

let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
  vi.stubEnv('LOG_LEVEL', 'silent')
})
afterAll(() => place.close())

const page = '/people/[personId]/needs'
const events = () =>
  place.look<{ message: string; times: number; last_request: string }>(
    'select message, times, last_request from error_event order by last_at desc',
  )

/** Breaks in this one place. */
const broken = (message: string) =>
  Object.assign(new TypeError(message), { code: 'P2010', digest: message.slice(-6) })

describe('a fault of the service', () => {
  test('is told by what broke and where, and says nothing of anybody', () => {
    const fault = faultOf(broken('Danny Okafor, 14 Brindle Walk 123456'), page)
    expect(fault.what).toBe(`TypeError P2010 at ${page}`)
    expect(fault.reference).toBe('123456')
    expect(JSON.stringify(fault)).not.toMatch(/Danny|Brindle/)
    for (const odd of [null, 'Danny', {}, { name: 'Danny Okafor', digest: 'a b', code: 'x y' }])
      expect(faultOf(odd, 'odd <b>')).toMatchObject({ reference: 'none' })
    expect(faultOf({ name: 'Danny Okafor' }, page).what).toBe(`Error at ${page}`)
  })

  test('is counted by its kind, under the reference that was shown last', async () => {
    for (const reference of ['111111', '222222']) await noteFault(broken(reference), page)
    await noteFault(new Error('another'), '/')
    expect(await events()).toMatchObject([
      { message: 'Error at /', times: 1 },
      { message: `TypeError P2010 at ${page}`, times: 2, last_request: '222222' },
    ])
  })

  test('has a reference of its own wherever the database was asked', async () => {
    const failing = async () => {
      try {
        await withScope(place.tokens.priya, ({ db }) => db.$queryRaw`select * from nowhere`)
      } catch (error) {
        return faultOf(error, page).reference
      }
      return ''
    }
    const references = [await failing(), await failing()]
    for (const reference of references) expect(reference).toMatch(/^\d{10}$/)
    expect(references[0]).not.toBe(references[1])
  })

  test('takes nothing else in, and no more kinds than a person reads', async () => {
    const what = `Error at ${page}`
    for (const [kind, text, reference] of [
      ['0123456789abcdef', 'Danny Okafor at /', '1'],
      ['0123456789abcdef', what, 'Danny Okafor'],
      ['Danny', what, '1'],
    ] as const)
      await expect(beforeSignIn.noteFault(kind, text, reference)).rejects.toThrow()
    await place.look(`insert into error_event (fingerprint, message, last_request)
      select 'f' || n, 'Error at /', '1' from generate_series(1, 1000) n`)
    await noteFault(new RangeError('one more'), '/one/more')
    expect(await place.look(`select 1 from error_event where message like '%one/more'`)).toEqual([])
  })
})
