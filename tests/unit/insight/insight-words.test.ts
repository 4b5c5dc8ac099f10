import { expect, test } from 'vitest'
import { profiles } from '@/lib/insight/rules/protection-profiles'
import {
  countInWords,
  marginInWords,
  meaninglessDifference,
  shareInWords,
  shareOf,
} from '@/lib/insight/words'

const { open, commissioner } = profiles

test('nobody is told that a cell is empty', () => {
  expect(countInWords(0, open)).toBe('0 to 4')
  expect(countInWords(0, commissioner)).toBe('0 to 2')
  expect(countInWords(5, open)).toBe('5')
})

test('the margin under a table is 95 in 100 of two changes', () => {
  expect(meaninglessDifference(open)).toBe(8)
  expect(meaninglessDifference(commissioner)).toBe(5)
  expect(marginInWords(open)).toMatch(/less than about 8 between two figures means nothing/)
})

test('a share is given with its range, and not at all of fewer than fifty shown', () => {
  expect(shareOf(10, 49, open)).toBeUndefined()
  // 1.96 * sqrt(8 * (1 + 0.0625)) / 100 = 0.0571
  expect(shareOf(25, 100, open)).toEqual({ percent: 25, low: 19, high: 31 })
  // 1.96 * sqrt(8) / 100 = 0.0554
  expect(shareOf(50, 100, open, true)).toEqual({ percent: 50, low: 44, high: 56 })
  expect(shareOf(0, 60, open)).toEqual({ percent: 0, low: 0, high: 9 })
  expect(shareOf(61, 60, open)?.percent).toBe(100)
})

test.each([
  { percent: 25, low: 19, high: 31, words: 'about one in four' },
  { percent: 24, low: 22, high: 26, words: 'about one in four' },
  { percent: 36, low: 35, high: 37, words: 'between 35 and 37 in 100' },
  { percent: 71, low: 66, high: 76, words: 'about seven in ten' },
  { percent: 51, low: 50, high: 52, words: 'about half' },
  { percent: 2, low: 0, high: 4, words: 'between 0 and 4 in 100' },
  { percent: 7, low: 7, high: 7, words: 'about 7 in 100' },
])('$percent in 100, $low to $high: $words', ({ words, ...share }) => {
  expect(shareInWords(share)).toBe(words)
})
