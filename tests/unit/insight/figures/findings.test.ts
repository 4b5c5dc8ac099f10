import { describe, expect, test } from 'vitest'
import { findCommonest, findIn, findWards } from '@/lib/insight/findings'
import { sayAmong, sayMissed, sayRefusals, sayWaits } from '@/lib/insight/findings-of-marks'
import { findLeaders } from '@/lib/insight/leaders'
import { tableOf, type Table } from '@/lib/insight/programme'
import { layTable } from '@/lib/insight/table-view'
import { listCombinations, pickCommonest } from '@/lib/insight/upset'
import { areas, cellsOf, keyOf } from './published'

const declared = (key: string): Table => {
  const table = tableOf(key)
  if (!table) throw new Error(key)
  return table
}
const viewOf = (key: string, values: Record<string, number | null>) =>
  layTable(declared(key), cellsOf(values), areas)

const homeAndMoney = keyOf('homelessness', 'money')
const useAndMind = keyOf('substance_use', 'mental_health')

describe('who stands out', () => {
  const values = (...all: (number | null)[]) => all.map((value) => ({ value }))
  const found = (...all: (number | null)[]) =>
    findLeaders(values(...all), 5).map((one) => one.value)

  test('only those further from the next than the margin', () => {
    expect(found(20, 90, 85)).toEqual([90])
    expect(found(20, 90, 86)).toEqual([90, 86])
    expect(found(90, 86, 82, 78, 74)).toEqual([])
    expect(found(90)).toEqual([])
    expect(found(90, null)).toEqual([])
  })
})

describe('combinations', () => {
  test('are all of two needs or more, the commonest first, none that is a range or withheld', () => {
    const all = listCombinations(
      cellsOf({ [homeAndMoney]: 40, [useAndMind]: 90, [keyOf('justice')]: 200, [keyOf()]: 500 }),
    )
    expect(all).toHaveLength(57)
    expect(pickCommonest(all).map(({ value }) => value)).toEqual([90, 40])
    expect(pickCommonest(all)[0]).toMatchObject({
      words: 'Substance use and mental health',
      core: 1,
    })
    const many = listCombinations(
      cellsOf(Object.fromEntries(all.map(({ key }, at) => [key, at + 3]))),
    )
    expect(pickCommonest(many)).toHaveLength(12)
  })

  test('as common as each other stand in the same order whatever the order of rows', () => {
    const [one, other] = [
      { [homeAndMoney]: 40, [useAndMind]: 40 },
      { [useAndMind]: 40, [homeAndMoney]: 40 },
    ].map((values) => pickCommonest(listCombinations(cellsOf(values))).map(({ key }) => key))
    expect(one).toEqual(other)
  })

  test('the headline is a share with its uncertainty', () => {
    const of = (several: number, money: number | null, profile: 'open' | 'commissioner') =>
      sayAmong(viewOf('among_several', { several, homelessness: 20, money }), profile)
    expect(of(1000, 700, 'commissioner')).toBe(
      'About seven in ten people with several needs have money or debt trouble among them',
    )
    // Few people, too wide a range, and what is withheld beside what is few.
    expect(of(40, 20, 'commissioner')).toBeNull()
    expect(of(60, 30, 'open')).toBeNull()
    expect(sayAmong(viewOf('among_several', {}), 'commissioner')).toBeNull()
  })

  test('a commonest one is named where it stands out by the margin', () => {
    const of = (first: number, second: number) =>
      findCommonest(
        listCombinations(
          cellsOf({ [homeAndMoney]: first, [useAndMind]: second, [keyOf('justice', 'money')]: 3 }),
        ),
        'commissioner',
      )
    expect(of(45, 40)).toBe('Homelessness and money or debt come together most: 45 people')
    expect(of(44, 40)).toBe(
      'Homelessness and money or debt come together most; so do substance use and mental health',
    )
    expect(findCommonest(listCombinations(cellsOf({})), 'open')).toMatch(/no one combination/)
  })
})

describe('wards', () => {
  const said = (values: Record<string, number | null>) =>
    findWards(viewOf('several_by_ward', values), 'yes', 'people with two or more needs', 'open')

  test('one that stands out is named, with its figure', () => {
    expect(said({ 'W01/yes': 90, 'W02/yes': 60, 'W03/yes': 50 })).toBe(
      'Minster has the most people with two or more needs: 90',
    )
  })

  test('a difference under the margin names none', () => {
    expect(said({ 'W01/yes': 60, 'W02/yes': 53, 'W03/yes': 50 })).toBe(
      'People with two or more needs: no ward stands out',
    )
  })

  test('one that is withheld might be above: the others are those shown', () => {
    expect(said({ 'W01/yes': 90, 'W02/yes': 60, 'W03/yes': null })).toMatch(
      /^Of the wards shown, Minster has/,
    )
  })
})

describe('the other tables', () => {
  const said = (key: string, values: Record<string, number | null>, people: number | null = 1000) =>
    findIn(viewOf(key, values), [], people, 'commissioner')

  test('the need seen most, as a share of everybody in touch', () => {
    expect(said('needs', { 'mental_health/current': 500, 'money/current': 400 })).toBe(
      'Mental health is the need seen most: about half of people in touch have it now',
    )
    expect(said('needs', { 'mental_health/current': 500, 'money/current': 497 })).toBe(
      'Mental health and money or debt are the needs seen most',
    )
    const even = { 'mental_health/current': 500, 'money/current': 497, 'justice/current': 494 }
    expect(said('needs', even)).toBe('What is known of each need')
  })

  test('how many have several', () => {
    const values = { '0': 500, '1': 100, '2': 200, '3': 100, '4': 60, '5': 40 }
    expect(said('number', values)).toBe(
      'About two in five people in touch have two or more needs now',
    )
    expect(said('number', { ...values, '4': null })).toBe('How many needs people have')
  })

  test('a group is named only where its range is above the city’s', () => {
    const table = { 'total/3': 100, 'total/total': 1000, '25-34/total': 200, '35-44/total': 300 }
    expect(said('core_by_age', { ...table, '25-34/3': 50, '35-44/3': 31 })).toBe(
      'Homelessness, substance use and justice come together more among people aged 25 to 34: ' +
        'about one in four, against about one in ten in the city',
    )
    expect(said('core_by_age', { ...table, '25-34/3': 22, '35-44/3': 31 })).toBe(
      'Core needs, by age: no group is clearly above the city',
    )
    // Whoever is not known is no group.
    expect(said('core_by_age', { ...table, 'not_known/total': 90, 'not_known/3': 80 })).toMatch(
      /no group is clearly/,
    )
  })

  test('how many agencies those with the most needs have, of the most that can be said', () => {
    const few = { '5/total': 40, '5/4': 30, '4/total': 200, '4/4': 100 }
    expect(said('agencies_by_number', few)).toBe(
      'About half of people with four needs are in touch with four agencies or more',
    )
  })

  test('ethnic groups are not compared in a title: their records are joined less often', () => {
    const values = { 'total/3': 100, 'total/total': 1000, 'white/total': 300, 'white/3': 90 }
    expect(said('core_by_group', values)).toBe('Core needs, by ethnic group')
  })
})

describe('referrals and contacts', () => {
  test('a share of all who were referred, those who wait included', () => {
    const flow = (referred: number, seen: number) =>
      sayWaits(viewOf('flow', { referred, seen_28: seen }), 'commissioner')
    expect(flow(400, 240)).toBe('About three in five referred people were seen within 28 days')
    expect(flow(30, 20)).toBeNull()
  })

  test('the reason that stands out, and none where none does', () => {
    const of = (full: number, other: number) =>
      sayRefusals(
        viewOf('refusals', { declined: 90, declined_no_capacity: full, declined_risk: other }),
        'commissioner',
      )
    expect(of(40, 10)).toMatch(/“We are full”$/)
    expect(of(40, 38)).toMatch(/“We are full”, or “Not safe for this service”$/)
    expect(of(0, 0)).toBeNull()
  })

  test('how many were not seen at least once', () => {
    const view = viewOf('activity', { people: 1000, not_kept: 500 })
    expect(sayMissed(view, 'commissioner')).toMatch(/^About half of people in touch were not seen/)
  })
})
