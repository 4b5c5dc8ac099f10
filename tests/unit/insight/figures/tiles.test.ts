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
const figuresOf = (more: Record<string, Record<string, number | null>> = {}) =>
  makeTiles(
    publicationOf(),
    new Map([...figures, ...Object.entries(more).map(([key, of]) => [key, cellsOf(of)] as const)]),
  ).map(({ figure }) => figure)

test('four figures, each as it was published or a share of two', () => {
  expect(figuresOf()).toEqual(['1,160', '328', '0 to 2', '30 in 100'])
  expect(makeTiles(publicationOf(), figures)[3]?.words).toMatch(/an answer about money and debt$/)
})

test('nobody is prompted to ask about domestic abuse', () => {
  const words = makeTiles(publicationOf(), figures).map((tile) => tile.words)
  expect(words.join()).not.toMatch(/abuse/)
})

test('who may be one person is a range only where it was counted', () => {
  const joined = (value: number | null) => figuresOf({ if_joined: { joined_several: value } })[0]
  expect(joined(1420)).toBe('1,160 to 1,420')
  expect(joined(1120)).toBe('1,120 to 1,160')
  // Both are altered: nearer than the margin they are one figure.
  expect(joined(1162)).toBe('1,162')
  expect(joined(null)).toBe('1,160')
})

test('who was seen in four weeks is a share of all who were referred', () => {
  const flow = { referred: 200, seen_28: 122 }
  expect(figuresOf({ flow })[2]).toBe('61 in 100')
  expect(figuresOf({ flow: { referred: 30, seen_28: 12 } })[2]).toBe('0 to 2')
})

test('what was not published is withheld, never 0', () => {
  const tiles = makeTiles(publicationOf(), new Map())
  expect(tiles.map(({ figure }) => figure)).toEqual(['withheld', 'withheld', 'withheld'])
})
