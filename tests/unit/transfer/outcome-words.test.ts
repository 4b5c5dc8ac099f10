import { expect, test } from 'vitest'
import { OUTCOMES } from '@/lib/transfer/lists'
import { outcomeHint, outcomesTitle } from '@/lib/transfer/words'

const all = (state: 'checked' | 'done' | 'undone' | 'abandoned') =>
  OUTCOMES.map(({ key }) => outcomeHint(key, { state, undoing: false })).join(' ')

test('what is said of rows is as the file now stands', () => {
  expect(all('checked')).toMatch(/Goes in/)
  expect(all('done')).toMatch(/Went in/)
  for (const state of ['done', 'undone', 'abandoned'] as const)
    expect(all(state)).not.toMatch(/Goes in as/)
  expect(outcomeHint('received', { state: 'undone', undoing: false })).toBe('Was taken out again.')
  expect(outcomeHint('received', { state: 'undone', undoing: true })).toBe('Is taken out again.')
  expect(outcomesTitle({ state: 'undone', undoing: false })).toMatch(/before it was undone$/)
  expect(outcomesTitle({ state: 'checked', undoing: false })).toBe('What will become of each row')
})
