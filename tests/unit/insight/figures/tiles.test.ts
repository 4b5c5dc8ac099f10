import { expect, test } from 'vitest'
import { makeTiles } from '@/lib/insight/tiles'
import { cellsOf, publicationOf } from './published'

const figures = new Map([
  ['people', cellsOf({ total: 1000 })],
  ['core_by_sex', cellsOf({ 'total/3': 328 })],
  ['agencies_by_number', cellsOf({ 'total/1': 500 })],
  ['several_by_ward', cellsOf({ 'total/yes': 1160 })],
  [
    'needs',
    cellsOf({ 'money/not_asked': 300, 'domestic_abuse/not_asked': 900, 'justice/not_asked': 0 }),
  ],
])
const figuresOf = (coverage: object = {}) =>
  makeTiles(publicationOf({ coverage }), figures).map(({ figure }) => figure)

test('four figures, each as it was published or a share of two', () => {
  expect(figuresOf()).toEqual(['1,150 to 1,420', '328', '0 to 2', '30 in 100'])
  expect(makeTiles(publicationOf(), figures)[3]?.words).toMatch(/an answer about money and debt$/)
})

test('nobody is prompted to ask about domestic abuse', () => {
  const words = makeTiles(publicationOf(), figures).map((tile) => tile.words)
  expect(words.join()).not.toMatch(/abuse/)
})

test('who may be one person is a range only where it was counted', () => {
  expect(figuresOf({ peopleLow: 0, peopleHigh: 9 })[0]).toBe('0 to 9')
  expect(figuresOf({ peopleLow: 12, peopleHigh: 12 })[0]).toBe('12')
  // Both are altered, so the lower one may come out above.
  expect(figuresOf({ peopleLow: 14, peopleHigh: 12 })[0]).toBe('12 to 14')
  expect(figuresOf({ peopleLow: undefined, peopleHigh: null })[0]).toBe('1,160')
})

test('what was not published is withheld, never 0', () => {
  const tiles = makeTiles(publicationOf(), new Map())
  expect(tiles.map(({ figure }) => figure)).toEqual(['1,150 to 1,420', 'withheld', 'withheld'])
})
