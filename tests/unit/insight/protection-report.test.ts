import { expect, test } from 'vitest'
import {
  tallyGuesses,
  tallyInference,
  tallyIntervals,
} from '@/scripts/evaluation/protection/attack-result'
import { writeReport } from '@/scripts/evaluation/protection/report'

const told = { right: true, rightWithout: 0.5, proved: true }
const attacks = [
  tallyIntervals('proving', 'ours', [8, 12, Infinity]),
  tallyIntervals('proving', 'round5', [0, 2, 5]),
  tallyGuesses('guessing', 'ours', [0.4, -1.4, 3]),
  tallyInference('telling', 'ours', [told, { ...told, right: false, proved: false }]),
  tallyIntervals('nothing to prove', 'ours', []),
]

test('trials are counted as they came out', () => {
  expect(attacks[0]).toMatchObject({ trials: 3, exact: 0, withinOne: 0, narrowestInterval: 8 })
  expect(attacks[1]).toMatchObject({ trials: 3, exact: 1, withinOne: 2, narrowestInterval: 0 })
  expect(attacks[2]).toMatchObject({ trials: 3, exact: 1, withinOne: 2, inferenceGain: null })
  expect(attacks[3]).toMatchObject({ trials: 2, exact: 1, inferenceGain: 0 })
  expect(attacks[4]).toMatchObject({ trials: 0, exact: 0, narrowestInterval: null })
})

test('the page has a row an attack and says what was not played', () => {
  const errors = { medianRelativeError: 0.031, p90RelativeError: 0.118, wardOrderKept: 0.9 }
  const accuracy = [{ method: 'ours', cells: 9, ...errors }]
  const page = writeReport({ attacks, accuracy, people: 7, publications: 16, seconds: 1 })
  expect(page).toContain(
    '| proving | 0 of 3 (8) | not played | not played | 1 of 3 (0) | not played |',
  )
  expect(page).toContain('| telling | 0.000; 1 of 2 |')
  expect(page).toContain('| ours | 3.1 % | 11.8 % | 90.0 % |')
  expect(page).toContain('7 people at a time, 16 quarterly publications, 1 seconds.')
})
