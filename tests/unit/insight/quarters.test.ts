import { expect, test } from 'vitest'
import { quarterEndsBefore } from '@/lib/insight/rules/quarters'

test('the last quarters that have ended, each with the twelve months before', () => {
  expect(quarterEndsBefore('2026-11-30', 5)).toEqual([
    { from: '2025-10-01', to: '2026-09-30' },
    { from: '2025-07-01', to: '2026-06-30' },
    { from: '2025-04-01', to: '2026-03-31' },
    { from: '2025-01-01', to: '2025-12-31' },
    { from: '2024-10-01', to: '2025-09-30' },
  ])
})

test('on the first day of a quarter the one before has ended; on its last day it has not', () => {
  expect(quarterEndsBefore('2027-01-01', 1)).toEqual([{ from: '2026-01-01', to: '2026-12-31' }])
  expect(quarterEndsBefore('2026-12-31', 1)).toEqual([{ from: '2025-10-01', to: '2026-09-30' }])
})
