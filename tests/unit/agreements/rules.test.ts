import { describe, expect, test } from 'vitest'
import { termMatrix, termOf } from '@/lib/agreements/matrix'
import { agreementNews, lastDay, termGrids, termState, type Term } from '@/lib/agreements/rules'
import { isDeclarationDue } from '@/lib/conflicts/rules'
import { addDays } from '@/lib/dates'

const now = new Date('2026-11-24T12:00:00Z')
const day = '2026-11-24'
const at = (reviewIn: number) => ({
  startsAt: new Date('2020-01-01'),
  reviewOn: addDays(day, reviewIn),
  endsAt: null,
  endedNow: false,
})

describe('what is said above an agreement', () => {
  test.each([
    [91, null],
    [90, 'plain'],
    [31, 'plain'],
    [30, 'caution'],
    [8, 'caution'],
    [7, 'danger'],
    [1, 'danger'],
    [0, 'danger'],
    [-1, 'danger'],
  ])('a review in %i days: %s', (days, tone) => {
    expect(agreementNews(at(days), now)?.tone ?? null).toBe(tone)
  })

  test('a passed review closes nothing, and says so', () => {
    expect(agreementNews(at(-20), now)?.words).toMatch(
      /was due on 4 November 2026. Nothing has closed/,
    )
  })

  test('an end by its date keeps headlines for 28 days; an end by an act keeps nothing', () => {
    const endsAt = new Date('2026-11-21T00:00:00Z')
    expect(agreementNews({ ...at(99), endsAt }, now)?.words).toMatch(/20 November 2026. Headlines/)
    expect(agreementNews({ ...at(99), endsAt, endedNow: true }, now)?.words).toMatch(
      /21 November 2026. Nothing/,
    )
  })

  test('an end is the end of a London day, in summer too', () => {
    expect(lastDay(new Date('2026-06-30T23:00:00Z'))).toBe('2026-06-30')
    expect(lastDay(new Date('2026-12-01T00:00:00Z'))).toBe('2026-11-30')
  })
})

const term = (more: Partial<Term>): Term => ({
  id: 'one',
  giverId: 'a',
  giver: 'A',
  category: 'housing',
  groupId: 'g',
  level: 3,
  purpose: '',
  forbiddenUses: [],
  onConsent: false,
  counted: false,
  startsAt: new Date('2020-01-01'),
  endsAt: null,
  endedNow: false,
  ...more,
})

describe('the grid of terms', () => {
  const terms = [
    term({}),
    term({ id: 'two', giverId: 'b', giver: 'B', category: 'plan', level: 4 }),
    term({ id: 'over', category: 'legal', endsAt: new Date('2026-11-24T11:59:00Z') }),
    term({ id: 'next', category: 'money', startsAt: new Date('2026-12-01') }),
    term({ id: 'other', groupId: 'h' }),
  ]
  const grids = termGrids(
    terms,
    [
      { id: 'g', name: 'G' },
      { id: 'e', name: 'E' },
    ],
    ['plan', 'housing', 'legal'],
    now,
  )

  test('has what is in force: a row for each giver, a column for each category given, in order', () => {
    expect(grids[0]?.categories).toEqual(['plan', 'housing'])
    expect(
      grids[0]?.rows.map(({ giver, cells }) => [giver, [...cells.values()].map(({ id }) => id)]),
    ).toEqual([
      ['A', ['one']],
      ['B', ['two']],
    ])
    expect(grids[1]?.rows).toEqual([])
  })

  test('as a matrix has every party and kind, with what is not given', () => {
    const kinds = ['plan', 'housing'].map((key) => ({ key, label: key }))
    const matrix = termMatrix(terms, { id: 'g', name: 'G' }, [{ id: 'c', name: 'C' }], kinds, now)
    expect(matrix.givers.map(({ name }) => name)).toEqual(['C', 'A', 'B'])
    const levels = matrix.rows.map(({ cells }) => cells.map((cell) => cell.term?.level ?? 0))
    expect(levels).toEqual([
      [0, 0, 4],
      [0, 3, 0],
    ])
    expect(termOf(terms, 'b', 'plan', 'g', now)?.id).toBe('two')
    expect(termOf(terms, 'a', 'legal', 'g', now)).toBeUndefined()
  })

  test('a term is planned, in force or ended', () => {
    expect(terms.map((each) => termState(each, now))).toEqual([
      'in force',
      'in force',
      'ended',
      'planned',
      'in force',
    ])
  })
})

describe('a declaration of conflicts', () => {
  test.each([
    [null, true],
    ['2025-11-24T12:00:00Z', true],
    ['2025-11-25T12:00:00Z', false],
    ['2026-11-24T08:00:00Z', false],
  ])('last made %s is due: %s', (last, due) => {
    expect(isDeclarationDue(last === null ? null : new Date(last), day)).toBe(due)
  })
})
