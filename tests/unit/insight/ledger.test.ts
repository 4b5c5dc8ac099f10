import { describe, expect, test } from 'vitest'
import {
  definitionHash,
  entryHash,
  firstBrokenEntry,
  type LedgerEntry,
  refusalsOfEntry,
} from '@/lib/insight/rules/ledger'
import { digestMembers } from '@/lib/insight/rules/member-digest'
import { profiles } from '@/lib/insight/rules/protection-profiles'

const first: LedgerEntry = {
  publication: 'spring 2026',
  table: { name: 'people by ward', area: 'ward', variables: [] },
  parameters: profiles.open,
  countedOn: '2026-03-31',
  cells: [{ key: 'Abbey', shown: 41, digest: digestMembers([1, 2, 3]) }],
  approvedBy: ['one', 'two'],
  corrects: null,
  before: null,
}
const second = {
  ...first,
  publication: 'summer 2026',
  countedOn: '2026-06-30',
  before: entryHash(first),
}

describe('the ledger', () => {
  test('takes a first entry and the next quarter', () => {
    expect(refusalsOfEntry([], first)).toEqual([])
    expect(refusalsOfEntry([first], second)).toEqual([])
    expect(firstBrokenEntry([first, second])).toBeUndefined()
  })

  test.each([
    ['approved by one person twice', { approvedBy: ['one', 'one'] }, /Two people/],
    ['naming another entry before it', { before: null }, /entry before/],
    ['a month later', { countedOn: '2026-04-30' }, /too short/],
    ['on no day', { countedOn: 'June' }, /too short/],
    ['of another declaration', { table: { ...first.table, area: 'city' as const } }, /differently/],
    ['with other parameters', { parameters: profiles.commissioner }, /other parameters/],
    ['of the same publication', { publication: 'spring 2026' }, /already/],
    ['that corrects nothing', { corrects: 'winter 2025' }, /no such publication/],
  ])('refuses an entry %s', (_, change, words) => {
    expect(refusalsOfEntry([first], { ...second, ...change }).join(' ')).toMatch(words)
  })

  test('takes a correction at once, as a new publication', () => {
    const correction = { ...second, countedOn: '2026-03-31', corrects: 'spring 2026' }
    expect(refusalsOfEntry([first], correction)).toEqual([])
  })

  test('takes LSOAs once a year', () => {
    const small = { ...first, table: { ...first.table, area: 'lsoa' as const } }
    const next = { ...second, table: small.table, before: entryHash(small) }
    expect(refusalsOfEntry([small], next).join()).toMatch(/too short/)
    expect(refusalsOfEntry([small], { ...next, countedOn: '2027-03-31' })).toEqual([])
  })

  test('shows where a published figure was changed afterwards', () => {
    const cells = first.cells.map((cell) => ({ ...cell, shown: 40 }))
    expect(firstBrokenEntry([{ ...first, cells }, second])).toBe(1)
    expect(firstBrokenEntry([second])).toBe(0)
  })

  test('knows a declaration whatever the order of its fields', () => {
    const { name, area, variables } = first.table
    expect(definitionHash({ variables, area, name })).toBe(definitionHash(first.table))
    expect(definitionHash({ variables, area: 'city', name })).not.toBe(definitionHash(first.table))
  })
})
