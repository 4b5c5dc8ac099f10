import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Scope } from '@/lib/db'
import { writePlace } from '@/prisma/practice/load/place-rows'
import { smallDatabase } from '@/tests/support/factories/small-place'
import { connect } from '@/tests/support/factories/session'

let made: Awaited<ReturnType<typeof smallDatabase>>
let owner: Client
let as: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>

beforeAll(async () => {
  made = await smallDatabase()
  owner = await connect(made.database.ownerUrl)
  await writePlace(owner, '2026-11-24')
  vi.stubEnv('DATABASE_URL_APP', made.database.appUrl)
  vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(32))
  const { withScope } = await import('@/lib/db')
  const [token = ''] = Object.values(made.place.tokens)
  // The small place is called otherwise; its services are Wrenford's.
  as = (work) =>
    withScope(token, ({ viewer, db }) => work({ viewer: { ...viewer, place: 'Wrenford' }, db }))
})
afterAll(async () => {
  await owner.end()
  await made.database.drop()
  vi.unstubAllEnvs()
})

// A Tuesday at noon in London.
const now = new Date('2026-11-24T12:00:00Z')
const find = async (asked: Record<string, unknown>) => {
  const { serviceAskSchema } = await import('@/lib/directory/schema')
  const { listServices } = await import('@/lib/directory/queries')
  return as((scope) => listServices(scope, serviceAskSchema.parse(asked), now))
}
const names = async (asked: Record<string, unknown>) =>
  (await find(asked)).services.map(({ name }) => name)

test('pages follow one another and hold every service once, the unconfirmed last', async () => {
  const seen: { id: string; rank: number }[] = []
  for (let at: string | undefined, turn = 0; turn < 9; turn += 1) {
    const { services, next } = await find(at ? { at } : {})
    seen.push(...services)
    if (!next) break
    at = next.at
  }
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length)
  const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from place.service')
  expect(seen).toHaveLength(rows[0]?.n ?? 0)
  const ranks = seen.map(({ rank }) => rank)
  expect(ranks).toEqual([...ranks].sort())
  expect(new Set(ranks)).toEqual(new Set([0, 1, 2]))
})

test('need, area, age and way in narrow the list, together', async () => {
  expect(await names({ need: 'immigration' })).toEqual([
    'Conversation café',
    'Immigration advice',
    'Welcome desk',
  ])
  expect(await names({ need: 'immigration', area: 'Minster' })).toEqual(['Immigration advice'])
  expect(await names({ need: 'care_experience', age: '17', way: 'referral' })).toEqual([
    'Supported lodgings',
  ])
  expect(await names({ need: 'care_experience', age: '40' })).toEqual([])
})

test('what must not be found serves every area, and is never said to be open', async () => {
  const { services } = await find({ need: 'domestic_abuse', area: 'Larkfield' })
  const refuge = services.find(({ name }) => name === 'Refuge')
  expect(refuge).toMatchObject({ withheld: true, places: null, areas: null, open_now: false })
  expect(await names({ need: 'domestic_abuse', open: 'yes' })).toEqual([])
})

test('open now is by London’s clock', async () => {
  const open = await names({ need: 'money', open: 'yes' })
  expect(open).toContain('Food bank')
  expect(open).not.toContain('Debt advice')
})

test('words are found as they stand, whatever they hold', async () => {
  expect(await names({ words: 'naloxone' })).toEqual(['Needle exchange'])
  expect(await names({ words: '%' })).toEqual([])
  expect(await names({ words: `'; drop table place.service; --` })).toEqual([])
  expect((await find({ at: '01890000-0000-7000-8000-00000000dead' })).services).toHaveLength(20)
})
