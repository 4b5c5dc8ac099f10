import { describe, expect, test } from 'vitest'
import { marginOf, showCount } from '@/lib/insight/shown'
import { sayShare, shareOfSums } from '@/lib/insight/shares'
import { profiles } from '@/lib/insight/rules/protection-profiles'
import { changeWithin, chanceOfZero, listChances } from '@/lib/insight/accuracy'

describe('a published count as it is shown', () => {
  test('0 is a range, what is withheld is words, and thousands are parted', () => {
    expect(showCount(0, 'open').text).toBe('0 to 4')
    expect(showCount(0, 'commissioner').text).toBe('0 to 2')
    expect(showCount(null, 'open').text).toBe('withheld')
    expect(showCount(1234, 'open').text).toBe('1,234')
  })

  test('a count that the profile never makes is not protected, so it is not shown', () => {
    for (const value of [1, 4, -1, 5.5]) {
      expect(() => showCount(value, 'open'), String(value)).toThrow(RangeError)
    }
    expect(showCount(3, 'commissioner').text).toBe('3')
  })

  test('the margin is that of two figures', () => {
    expect([marginOf('open'), marginOf('commissioner')]).toEqual([8, 5])
  })
})

describe('a share of sums', () => {
  test('is wider the more figures are added', () => {
    const one = shareOfSums([350], [150], profiles.commissioner)
    const many = shareOfSums(Array<number>(35).fill(10), [150], profiles.commissioner)
    expect(one).toEqual({ percent: 70, low: 69, high: 71 })
    // 1.96 * sqrt(3 * (35 * 0.09 + 0.49)) / 500 = 0.013
    expect(many).toEqual({ percent: 70, low: 69, high: 71 })
    const wide = shareOfSums(Array<number>(30).fill(3), Array<number>(20).fill(2), profiles.open)
    expect((wide?.high ?? 0) - (wide?.low ?? 0)).toBeGreaterThan(20)
    expect(sayShare(wide)).toBeNull()
  })

  test('is none of fewer than fifty', () => {
    expect(shareOfSums([20], [29], profiles.open)).toBeUndefined()
    expect(sayShare(undefined)).toBeNull()
    expect(sayShare({ percent: 98, low: 96, high: 100 })).toBe('nearly all')
    expect(sayShare({ percent: 1, low: 0, high: 3 })).toBe('hardly any')
    expect(sayShare(shareOfSums([350], [150], profiles.open))).toBe('about seven in ten')
  })
})

describe('what the protection costs', () => {
  test('is what the perturbation table says', () => {
    const chances = listChances('commissioner')
    expect(chances.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 9)
    const variance = chances.reduce((sum, { change, chance }) => sum + chance * change ** 2, 0)
    expect(variance).toBeCloseTo(profiles.commissioner.V, 4)
    expect(changeWithin('commissioner', 1)).toBe(profiles.commissioner.D)
    expect(changeWithin('open', 0.9)).toBeGreaterThan(changeWithin('commissioner', 0.9))
  })

  // The open profile's published table: 1 to 4 are shown as 0 in about 61 to 66 in 100 cases less
  // and less often, and a count above D never.
  test('a small count is often shown as 0, a large one never', () => {
    expect(chanceOfZero('open', 0)).toBe(1)
    expect(chanceOfZero('open', 1)).toBeGreaterThan(chanceOfZero('open', 2))
    expect(chanceOfZero('open', 15)).toBe(0)
    expect(chanceOfZero('commissioner', 500)).toBe(0)
  })
})
