import { describe, expect, test } from 'vitest'
import {
  type AreaLevel,
  type DeclaredTable,
  refusalsOfChange,
  refusalsOfProgramme,
} from '@/lib/insight/rules/declared-table'
import { programme, variables } from '@/lib/insight/programme'
import { isOneAgencysRow, withheldReason } from '@/lib/insight/rules/withheld-rows'

const variable = (name: string, categories = ['yes', 'no'], combinations = false) => ({
  name,
  categories,
  sensitive: true,
  combinations,
})
const table = (area: AreaLevel, ...variables: DeclaredTable['variables'][number][]) => ({
  name: `${variables.map(({ name }) => name).join(' by ')} by ${area}`,
  area,
  variables,
})
const sex = variable('sex')
const age = variable('age', ['18 to 29', '30 to 49', '50 and over'])
const needs = variable('needs together', ['homelessness alone', 'both'], true)

describe('a programme', () => {
  test('of two variables for the city, one for wards and none for LSOAs may be published', () => {
    const tables = [
      table('city', sex, age),
      table('city', needs),
      table('ward', age),
      table('lsoa'),
    ]
    expect(refusalsOfProgramme(tables)).toEqual([])
  })

  test.each([
    ['three variables', [table('city', sex, age, needs)], /3 variables/],
    ['two in a ward', [table('ward', sex, age)], /2 variables/],
    ['one in an LSOA', [table('lsoa', sex)], /1 variables/],
    ['combinations in a ward', [table('ward', needs)], /combinations/],
    ['both ladders', [table('ward', sex), table('msoa', sex)], /by MSOA and by ward/],
    ['two sets of bands', [table('city', age), table('ward', variable('age'))], /two sets/],
    ['one variable twice', [table('city', sex, sex)], /one variable twice/],
    ['one category twice', [table('city', variable('x', ['a', 'a']))], /one category twice/],
    ['one category', [table('city', variable('x', ['a']))], /fewer than two/],
    ['one name twice', [table('city', sex), table('city', sex)], /Two tables/],
  ])('with %s is refused', (_, tables, words) => {
    expect(refusalsOfProgramme(tables).join(' ')).toMatch(words)
  })

  test('keeps its cut points and its ladders from one version to the next', () => {
    const before = [table('city', age), table('ward', sex)]
    expect(refusalsOfChange(before, [...before, table('ward', age)])).toEqual([])
    const moved = table('city', variable('age', ['18 to 24', '25 and over']))
    expect(refusalsOfChange(before, [moved]).join()).toMatch(/two sets/)
    expect(refusalsOfChange(before, [table('msoa', sex)]).join()).toMatch(/by MSOA and by ward/)
  })
})

test('the programme that is published keeps to them', () => {
  const declared = programme.tables.map(({ key, area, by }) => ({
    ...{ name: key, area },
    variables: by.map((name) => {
      const { categories, sensitive, combinations } = variables[name]
      return { name, categories: categories.map((one) => one.key), sensitive, combinations }
    }),
  }))
  expect(refusalsOfProgramme(declared)).toEqual([])
  expect(declared.length).toBeGreaterThan(5)
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
