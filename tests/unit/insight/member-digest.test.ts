import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  differByTwoAtMost,
  digestMembers,
  digestPowers,
  digestPrime,
} from '@/lib/insight/rules/member-digest'
import { knownOf, repeatOrRenew } from '@/lib/insight/rules/repeated-value'
import { random } from '@/prisma/practice/random'

const people = (name: string, count: number) => {
  const { bits } = random(name)
  return Array.from({ length: count }, () => bits())
}

test('a digest tells a difference of two people from one of three, whatever the sets', () => {
  const pool = people('pool', 60)
  fc.assert(
    fc.property(fc.subarray(pool), fc.subarray(pool), (before, now) => {
      const left = before.filter((key) => !now.includes(key)).length
      const joined = now.filter((key) => !before.includes(key)).length
      const found = differByTwoAtMost(digestMembers(before), digestMembers(now))
      expect(found).toBe(left + joined <= 2)
    }),
    { numRuns: 300, seed: 5 },
  )
})

const crowd = people('crowd', 400)
const [a = 0, b = 0, c = 0] = people('newcomers', 3)

test.each([
  { what: 'nobody', now: crowd, near: true },
  { what: 'one joined', now: [...crowd, a], near: true },
  { what: 'two joined', now: [a, ...crowd, b], near: true },
  { what: 'three joined', now: [...crowd, a, b, c], near: false },
  { what: 'one left', now: crowd.slice(1), near: true },
  { what: 'two left', now: crowd.slice(2), near: true },
  { what: 'three left', now: crowd.slice(3), near: false },
  { what: 'one replaced', now: [...crowd.slice(1), a], near: true },
  { what: 'two replaced', now: [...crowd.slice(2), a, b], near: false },
  { what: 'two joined and one left', now: [...crowd.slice(1), a, b], near: false },
])('$what: near is $near', ({ now, near }) => {
  const before = digestMembers(crowd)
  expect(differByTwoAtMost(before, digestMembers(now.toReversed()))).toBe(near)
  expect(differByTwoAtMost(digestMembers(now), before)).toBe(near)
})

test('powers fit an int4, and the largest keys do not overflow', () => {
  const powers = digestPowers(2 ** 32 - 1)
  expect(powers).toEqual([1, 1, 1, 1])
  expect(digestPowers(2 ** 31 - 2)).toEqual([2 ** 31 - 2, 1, 2 ** 31 - 2, 1])
  // By Python: pow(1_987_654_321, k, 2**31 - 1).
  expect(digestPowers(1_987_654_321)).toEqual([
    1_987_654_321, 251_889_306, 979_999_703, 2_082_760_776,
  ])
  expect(Math.max(...crowd.flatMap(digestPowers))).toBeLessThan(digestPrime)
})

test('a value is repeated until a third person has come or gone, then fresh', () => {
  let last = { shown: 11, digest: digestMembers(crowd) }
  const shown = [crowd, [...crowd, a], [...crowd, a, b], [...crowd, a, b, c], [...crowd, a, b]].map(
    (members, quarter) => {
      last = repeatOrRenew(last, { shown: 100 + quarter, digest: digestMembers(members) })
      return last.shown
    },
  )
  expect(shown).toEqual([11, 11, 11, 103, 103])
  expect(repeatOrRenew(undefined, last)).toBe(last)
})

test('a reader knows what a shown count allows, and two more where it may be repeated', () => {
  expect(knownOf(0, 10)).toEqual({ low: 0, high: 10 })
  expect(knownOf(5, 10)).toEqual({ low: 1, high: 15 })
  expect(knownOf(40, 10)).toEqual({ low: 30, high: 50 })
  expect(knownOf(5, 10, true)).toEqual({ low: 0, high: 17 })
})
