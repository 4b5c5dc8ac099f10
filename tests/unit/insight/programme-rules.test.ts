import { describe, expect, test } from 'vitest'
import {
  type AreaLevel,
  type Programme,
  refusalsOfChange,
  refusalsOfProgramme,
} from '@/lib/insight/rules/declared-table'
import { programme } from '@/lib/insight/programme'
import { isOneAgencysRow, withheldReason } from '@/lib/insight/rules/withheld-rows'
import { withheldMarks, joined } from '@/lib/insight/rules/withheld-cells'
import { refusalOfWaiting } from '@/lib/insight/rules/waiting-links'
import { variables } from '@/lib/insight/variables'

const variable = (key: string, categories = ['yes', 'no'], combinations = false) => ({
  ...{ key, label: key, sensitive: true, exclusive: true, combinations },
  categories: categories.map((one) => ({ key: one, label: one })),
})
const table = (area: AreaLevel, ...by: ReturnType<typeof variable>[]) => ({
  declared: { key: `${by.map(({ key }) => key).join('_')}_${area}`, title: '', area },
  by,
})
const made = (...tables: ReturnType<typeof table>[]): Programme => ({
  tables: tables.map(({ declared, by }) => ({ ...declared, by: by.map(({ key }) => key) })),
  variables: Object.fromEntries(tables.flatMap(({ by }) => by.map((one) => [one.key, one]))),
})
const sex = variable('sex')
const age = variable('age', ['18 to 29', '30 to 49', '50 and over'])
const needs = variable('needs together', ['homelessness alone', 'both'], true)
const many = Array.from({ length: 7 }, (_, at) => table('city', variable(`two ${at}`)))

describe('a programme', () => {
  test('of two variables for the city, one for wards and none for LSOAs may be published', () => {
    const tables = [table('city', sex, age), table('city', needs), table('ward', age)]
    expect(refusalsOfProgramme(made(...tables, table('lsoa')))).toEqual([])
  })

  test.each([
    ['three variables', [table('city', sex, age, needs)], /3 variables/],
    ['two in a ward', [table('ward', sex, age)], /2 variables/],
    ['one in an LSOA', [table('lsoa', sex)], /1 variables/],
    ['combinations in a ward', [table('ward', needs)], /combinations/],
    ['both ladders', [table('ward', sex), table('msoa', sex)], /by MSOA and by ward/],
    ['one variable twice', [table('city', sex, sex)], /one variable twice/],
    ['one category twice', [table('city', variable('x', ['a', 'a']))], /one category twice/],
    ['one category', [table('city', variable('x', ['a']))], /fewer than two/],
    ['one name twice', [table('city', sex), table('city', sex)], /Two tables/],
    ['too many breakdowns', many, /broken down too often: 3.50 of 3/],
  ])('with %s is refused', (_, tables, words) => {
    expect(refusalsOfProgramme(made(...tables)).join(' ')).toMatch(words)
  })

  test('keeps its tables, cut points and ladders from one version to the next', () => {
    const before = made(table('city', age), table('ward', sex))
    const after = made(table('city', age), table('ward', sex), table('ward', age))
    expect(refusalsOfChange(before, after)).toEqual([])
    const moved = made(table('city', variable('age', ['18 to 24', '25 and over'])))
    expect(refusalsOfChange(before, moved).join()).toMatch(/two sets/)
    expect(refusalsOfChange(before, made(table('msoa', sex))).join()).toMatch(/by MSOA and by ward/)
    const other = { ...before, tables: before.tables.map((one) => ({ ...one, by: ['sex'] })) }
    expect(refusalsOfChange(before, other).join()).toMatch(/declared differently/)
  })
})

test('the programme that is published keeps to them', () => {
  expect(refusalsOfProgramme({ tables: programme.tables, variables })).toEqual([])
  expect(programme.tables.length).toBeGreaterThan(20)
})

test('what may be so of people in a row is withheld where the row is thin, or nearly all', () => {
  const axis = { sensitive: true, exclusive: true, categories: ['a', 'b', 'c'] }
  const marks = { sensitive: true, exclusive: false, categories: ['all', 'x', 'y'] }
  const counts = new Map([
    ...[[joined(['a', 'all']), 40] as const, [joined(['a', 'x']), 10] as const],
    ...[[joined(['b', 'all']), 8] as const, [joined(['b', 'x']), 2] as const],
    ...[[joined(['c', 'all']), 40] as const, [joined(['c', 'y']), 39] as const],
  ])
  expect([...withheldMarks([axis, marks], counts, 'all')]).toEqual([
    ...['x', 'y'].map((mark) => [joined(['b', mark]), 'thin']),
    ...['x', 'y'].map((mark) => [joined(['c', mark]), 'alike']),
  ])
  expect(withheldMarks([marks], counts, 'all').size).toBe(0)
})

test('too many records that wait are a reason to publish nothing', () => {
  expect(refusalOfWaiting(1000, 100)).toBeNull()
  expect(refusalOfWaiting(1000, 101)).toMatch(/more than 10 in 100/)
  expect(refusalOfWaiting(0, 0)).toMatch(/Nobody/)
})

describe('the breakdown of a row', () => {
  const row = (counts: number[], total = counts.reduce((a, b) => a + b, 0)) => ({
    total,
    counts,
    sensitive: true,
    exclusive: true,
  })

  test.each([
    { counts: [5, 4], why: 'thin' },
    { counts: [5, 5], why: undefined },
    { counts: [9, 1], why: 'alike' },
    { counts: [7, 3], why: undefined },
    { counts: [8, 2], why: 'alike' },
    { counts: [12, 0], why: 'alike' },
    { counts: [90, 10], why: undefined },
    { counts: [91, 9], why: 'alike' },
    { counts: [0, 0], why: undefined },
    { counts: [27, 3, 0], why: undefined },
    { counts: [28, 3, 0], why: 'alike' },
  ])('$counts: $why', ({ counts, why }) => {
    expect(withheldReason(row(counts))).toBe(why)
    expect(withheldReason(row(counts.toReversed()))).toBe(why)
  })

  test('by what is not sensitive is withheld only where the row is thin', () => {
    expect(withheldReason({ ...row([12, 0]), sensitive: false })).toBeUndefined()
    expect(withheldReason({ ...row([5, 0]), sensitive: false })).toBe('thin')
  })

  test('by needs, of which people have several, is withheld where nearly all have one', () => {
    const needsRow = (counts: number[]) => ({ ...row(counts, 20), exclusive: false })
    expect(withheldReason(needsRow([18, 12, 0]))).toBe('alike')
    expect(withheldReason(needsRow([17, 17, 0]))).toBeUndefined()
    expect(withheldReason(needsRow([3, 0, 0]))).toBeUndefined()
  })

  test('by agency is hidden from the others where one supplies all but two', () => {
    expect(isOneAgencysRow(20, [18, 2])).toBe(true)
    expect(isOneAgencysRow(20, [17, 3])).toBe(false)
    expect(isOneAgencysRow(0, [0, 0])).toBe(false)
  })
})
