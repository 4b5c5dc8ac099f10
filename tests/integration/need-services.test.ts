import { afterAll, beforeAll, expect, test } from 'vitest'
import { lanesOf } from '@/lib/needs/lanes'
import { listServices } from '@/lib/needs/services'
import { connected } from '@/scripts/connection.mjs'
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

const clinicsFor = async (who: Worker) => {
  const services = await place.as(who, (scope) => listServices(scope, place.people.sam))
  return services.filter(({ agency }) => agency === 'clinic')
}

test('what would be the reader’s to read is not held; from involvement alone it is', async () => {
  const reads = { categories: ['mental_health'], readable: true, endsOn: null }
  expect(await clinicsFor('tom')).toMatchObject([{ ...reads, own: false }])
  expect(await clinicsFor('dana')).toMatchObject([{ ...reads, own: true }])
  await connected(place.adminUrl, (client) =>
    client.query(`update agreement_term set level = 2 where category = 'mental_health'`),
  )
  expect(await clinicsFor('tom')).toMatchObject([{ readable: false }])
  expect(await clinicsFor('dana')).toMatchObject([{ readable: true }])
  const now = '2026-11-30'
  const rows = lanesOf([], { services: await clinicsFor('tom'), now })
  const held = rows.filter(({ lanes }) => lanes.some((lane) => lane.held))
  expect(held.map(({ domain }) => domain)).toEqual(['mental_health'])
})

test('who may not know that a service works with somebody is told of none', async () => {
  await connected(place.adminUrl, (client) =>
    client.query(`update agreement_term set level = 1 where category = 'mental_health'`),
  )
  expect(await clinicsFor('tom')).toEqual([])
})
