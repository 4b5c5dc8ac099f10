import { expect, test } from 'vitest'
import { keptWords } from '@/components/form/kept-words'
import { leftWords } from '@/components/layout/session-words'

test.each([
  [0, 'Kept as you type, just now'],
  [1.9, 'Kept as you type, just now'],
  [2, 'Kept as you type, 2 seconds ago'],
  [59.9, 'Kept as you type, 59 seconds ago'],
  [60, 'Kept as you type, 1 minute ago'],
  [125, 'Kept as you type, 2 minutes ago'],
  [-3, 'Kept as you type, just now'],
])('kept %d seconds ago', (since, words) => {
  expect(keptWords({ state: 'kept', since })).toBe(words)
})

test('says plainly when words are not kept', () => {
  expect(keptWords({ state: 'failed' })).toMatch(/^Not kept yet/)
  expect(keptWords({ state: 'refused', why: 'You have been signed out.' })).toBe(
    'You have been signed out.',
  )
})

test.each([
  [180_000, 'about 3 minutes'],
  [120_001, 'about 3 minutes'],
  [120_000, 'about 2 minutes'],
  [59_000, 'less than a minute'],
])('with %d milliseconds left', (left, words) => {
  expect(leftWords(left)).toContain(words)
})
