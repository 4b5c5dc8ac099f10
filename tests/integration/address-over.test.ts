import { afterAll, beforeAll, expect, test } from 'vitest'
import { giveAddress } from '@/lib/facts/commands'
import { listOwnAddresses } from '@/lib/facts/queries'
import { addressSchema } from '@/lib/facts/schema'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())

test('the old address of our own ends as the new one begins; nobody else’s does', async () => {
  const { sam } = place.people
  const give = (who: Worker, input: object) =>
    place.as(who, (scope) =>
      giveAddress(scope, addressSchema.parse({ personId: sam, lives: 'alone', ...input })),
    )
  await give('priya', { lines: '2 Example Street', fromOn: '2026-01-10' })
  await give('tom', { lines: '3 Example Street' })
  const stands = () =>
    place.look<{ id: string; lines: string; from: string; until: string | null }>(
      `select id, lines, from_on::text as from, until_on::text as until from address
       where lines ~ '^[234] Ex' order by lines`,
    )
  const over = (await stands()).map(({ id }) => id)
  await expect(
    give('priya', { lines: '4 Example Street', fromOn: '2026-01-09', over }),
  ).rejects.toMatchObject({ field: 'over' })
  await give('priya', { lines: '4 Example Street', over })
  const rows = await stands()
  const day = rows[2]?.from
  expect(rows.map(({ from, until }) => [from, until])).toEqual([
    ['2026-01-10', day],
    [day, null],
    [day, null],
  ])
  const own = await place.as('priya', (scope) => listOwnAddresses(scope, sam))
  expect(own.map(({ label }) => label)).not.toContain('2 Example Street')
  expect(own.map(({ label }) => label)).not.toContain('3 Example Street')
})
