import { expect, test } from 'vitest'
import { auditInWords, standingOf } from '@/lib/publications/words'

const facts = {
  ...{ no: null, built_at: null, failed_at: null, dropped_at: null, first_by: null },
  ...{ step: null, done: 0, of_all: 0 },
}
const day = new Date('2026-11-30')

test.each([
  [{}, 'building', 'Waits to be built'],
  [
    { step: 'numbers', done: 500, of_all: 2000 },
    'building',
    'Giving everybody their secret number (500 of 2000)',
  ],
  [
    { step: 'Core needs, by age', done: 5, of_all: 10 },
    'building',
    'Counting: Core needs, by age (5 of 10)',
  ],
  [{ step: 'audit', done: 9, of_all: 10 }, 'building', 'Trying to work somebody out from it'],
  [{ built_at: day }, 'waits', 'Built. Two people have to agree'],
  [{ built_at: day, first_by: 'Zuri' }, 'waits', 'Zuri has agreed. A second person has to'],
  [{ built_at: day, no: 3 }, 'published', 'Published, number 3'],
  [{ failed_at: day }, 'refused', 'Refused by the audit'],
  [{ built_at: day, dropped_at: day }, 'dropped', 'Not published'],
] as const)('%j stands as %s', (some, kind, words) => {
  expect(standingOf({ ...facts, ...some })).toEqual({ kind, words })
})

test('an audit is told in words, and names no number of people in a figure', () => {
  expect(
    auditInWords({
      tightest: { name: 'core_by_age: 65+, 3', width: 5 },
      weakest: { name: 'needs: total', deviation: 0.988 },
      warnings: ['one', 'two'],
      accuracy: [
        { table: 'needs', cells: 9, median: 0.4, p90: 1 },
        { table: 'people', cells: 0, median: 9, p90: 9 },
      ],
    }),
  ).toEqual([
    'The smallest range to which a small figure can be narrowed: 5 people.',
    'The best guess at any figure from all the others is off by 1.0 people or more, as a rule.',
    'Of 2 small figures it shows that somebody is there, and not who.',
    'Figures of twenty or more are off by 0.4 in 100 as a rule, in the least exact table.',
  ])
  expect(auditInWords({})).toEqual(['No small figure can be narrowed down.'])
})
