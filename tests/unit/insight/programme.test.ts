import { expect, test } from 'vitest'
import { programme, tableOf } from '@/lib/insight/programme'
import { combinationKey, combined, needsOf, variables } from '@/lib/insight/variables'

test('a combination names the needs that are current, and comes back from its key', () => {
  const has = new Set(['homelessness', 'mental_health', 'isolation'])
  const key = combinationKey((need) => has.has(need))
  expect(key).toBe('100100')
  expect(needsOf(key)).toEqual(['homelessness', 'mental_health'])
  expect(needsOf('000000')).toEqual([])
})

test('every combination of the six is declared once, with its words', () => {
  const { categories } = variables.combination
  expect(new Set(categories.map(({ key }) => key)).size).toBe(2 ** combined.length)
  expect(categories.find(({ key }) => key === '110000')?.label).toBe('Homelessness, Substance use')
})

test('tables below the city have one variable at most, and none names combinations', () => {
  for (const { area, by } of programme.tables) {
    expect(by.length).toBeLessThanOrEqual(area === 'city' ? 2 : 1)
    if (area !== 'city') expect(by.map((key) => variables[key].combinations)).not.toContain(true)
  }
})

test('what was never declared is no table', () => {
  expect(tableOf('needs')?.by).toEqual(['need', 'answer'])
  expect(tableOf('needs_by_street')).toBeUndefined()
})
