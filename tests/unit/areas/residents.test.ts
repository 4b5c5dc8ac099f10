import { expect, test } from 'vitest'
import { residentsOf } from '@/lib/areas/rules/residents'

const of = (count: number, year = 2024) => ({ year, count })

test('an area’s own count goes first, the newest of them', () => {
  expect(residentsOf([of(900, 2021), of(1000)], [[of(1)]])).toEqual(of(1000))
})

test('without one it is the sum of the areas that lie wholly inside', () => {
  expect(residentsOf([], [[of(400)], [of(500), of(450, 2021)]])).toEqual(of(900))
})

test('nothing is said where one of them was not counted, or in another year', () => {
  expect(residentsOf([], [[of(400)], []])).toBeNull()
  expect(residentsOf([], [[of(400)], [of(500, 2021)]])).toBeNull()
  expect(residentsOf([], [])).toBeNull()
})
