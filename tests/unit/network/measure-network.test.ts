import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import betweenness from 'graphology-metrics/centrality/betweenness.js'
import { buildNetwork, type Link } from '@/lib/network/rules/build-network'
import { countPaths } from '@/lib/network/rules/count-paths'
import { measureNetwork } from '@/lib/network/rules/measure-network'
import { betweennessByHand, closenessByHand, tableOf } from './measure-by-hand'
import { florentine, grid, karateClub, kite } from './published-networks'

function measured(links: readonly Link[], alone: readonly string[] = []) {
  const network = buildNetwork(links, alone)
  const { betweenness: between, closeness } = measureNetwork(network)
  const place = (name: string) => network.names.indexOf(name)
  return {
    names: network.names,
    between: (name: string) => between[place(name)] ?? NaN,
    near: (name: string) => closeness[place(name)] ?? NaN,
    all: { between, closeness },
  }
}

function expectAlike(one: readonly number[], two: readonly number[]) {
  expect(one).toHaveLength(two.length)
  for (const [place, value] of one.entries()) {
    expect(Math.abs(value - (two[place] ?? NaN)), String(place)).toBeLessThan(1e-9)
  }
}

/** Links drawn from a seed: `count` different ones among `nodes` nodes. */
function drawnLinks(nodes: number, count: number): Link[] {
  const pairs = Array.from({ length: nodes }, (_, one) =>
    Array.from({ length: one }, (__, two) => ({ from: `n${one}`, to: `n${two}` })),
  ).flat()
  let state = 7
  const drawn = pairs.map((pair) => {
    state = (state * 48_271) % 2_147_483_647
    return { pair, key: state }
  })
  return drawn
    .sort((one, two) => one.key - two.key)
    .slice(0, count)
    .map(({ pair }) => pair)
}

describe('published figures', () => {
  test('Zachary’s karate club', () => {
    const { names, between, near } = measured(karateClub)
    expect(names).toHaveLength(34)
    expect(between('1')).toBeCloseTo(0.43763528, 8)
    expect(between('34')).toBeCloseTo(0.30407498, 8)
    expect(between('33')).toBeCloseTo(0.14524711, 8)
    expect(between('3')).toBeCloseTo(0.14365681, 8)
    expect(between('32')).toBeCloseTo(0.13827561, 8)
    expect(between('12')).toBe(0)
    expect(near('1')).toBeCloseTo(33 / 58, 12)
    expect(near('3')).toBeCloseTo(33 / 59, 12)
    expect(near('34')).toBeCloseTo(0.55, 12)
    expect(near('17')).toBeCloseTo(33 / 116, 12)
  })

  test('Krackhardt’s kite: who has most links is neither between most nor nearest', () => {
    const { between, near } = measured(kite)
    expect(between('Heather')).toBeCloseTo(14 / 36, 12)
    expect(between('Fernando')).toBeCloseTo(25 / 3 / 36, 12)
    expect(between('Garth')).toBeCloseTo(25 / 3 / 36, 12)
    expect(between('Ike')).toBeCloseTo(8 / 36, 12)
    expect(between('Diane')).toBeCloseTo(11 / 3 / 36, 12)
    expect(between('Andre')).toBeCloseTo(5 / 6 / 36, 12)
    expect(between('Jane')).toBe(0)
    expect(near('Fernando')).toBeCloseTo(0.643, 3)
    expect(near('Diane')).toBeCloseTo(0.6, 12)
    expect(near('Ike')).toBeCloseTo(0.429, 3)
    expect(near('Jane')).toBeCloseTo(0.31, 3)
  })

  test('Florentine families: the Medici at 47.5 of 91 pairs', () => {
    const { between, near } = measured(florentine)
    expect(between('Medici')).toBeCloseTo(47.5 / 91, 12)
    expect(between('Guadagni')).toBeCloseTo(0.254579, 6)
    expect(between('Albizzi')).toBeCloseTo(0.212454, 6)
    expect(between('Salviati')).toBeCloseTo(13 / 91, 12)
    expect(between('Strozzi')).toBeCloseTo(0.102564, 6)
    expect(near('Medici')).toBeCloseTo(14 / 25, 12)
    const sixteen = measured(florentine, ['Pucci'])
    expect(sixteen.between('Medici')).toBeCloseTo(47.5 / 105, 12)
    expect(sixteen.near('Medici')).toBeCloseTo((14 / 25) * (14 / 15), 12)
    expect([sixteen.between('Pucci'), sixteen.near('Pucci')]).toEqual([0, 0])
  })
})

describe('what graphology-metrics gets wrong is not passed on', () => {
  test('a grid of 20 by 20, whose paths are more than 32 bits count', () => {
    const links = grid(20)
    const { all } = measured(links)
    expectAlike(all.between, betweennessByHand(tableOf(links)))
    // The library alone: the same nodes, half as much again.
    const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0)
    const alone = Object.values(betweenness(buildNetwork(links).graph, { getEdgeWeight: null }))
    expect(sum(alone) / sum(all.between)).toBeGreaterThan(1.3)
  })

  test.each([
    [40, 127],
    [40, 128],
    [40, 129],
    [129, 128],
    [300, 32_767],
    [300, 32_768],
    [300, 32_769],
  ])('%i nodes or fewer with %i links', (nodes, count) => {
    const links = drawnLinks(nodes, count)
    const network = buildNetwork(links)
    expect(network.links).toBe(count)
    const { between } = countPaths(network)
    const { all } = measured(links)
    const n = network.names.length
    expectAlike(
      all.between,
      between.map((sum) => sum / (((n - 1) * (n - 2)) / 2)),
    )
    if (nodes < 300) {
      expectAlike(all.between, betweennessByHand(tableOf(links)))
      expectAlike(all.closeness, closenessByHand(tableOf(links)))
    }
  })

  test('paths beyond what a number can say are refused, not given as no number', () => {
    // Each diamond doubles the paths: 1,100 in a row have 2^1100.
    const links = Array.from({ length: 1100 }, (_, at) =>
      ['up', 'down'].flatMap((side) => [
        { from: `${at}`, to: `${at} ${side}` },
        { from: `${at} ${side}`, to: `${at + 1}` },
      ]),
    ).flat()
    expect(() => measureNetwork(buildNetwork(links))).toThrow(/more shortest paths/)
  })
})

describe('what is no other link', () => {
  const row = ['ab', 'bc', 'cd'].map(([from = '', to = '']) => ({ from, to }))

  test('doubled links, links both ways and links to oneself change nothing', () => {
    const plain = measured(row).all
    const again = row.map(({ from, to }) => ({ from: to, to: from }))
    const own = [
      { from: 'b', to: 'b' },
      { from: 'd', to: 'd' },
    ]
    expect(measured([...row, ...again, ...own, ...row]).all).toEqual(plain)
    expect(plain.between).toEqual([0, 2 / 3, 2 / 3, 0])
  })

  test('a node linked to itself alone is there, and apart', () => {
    const { names, near } = measured([...row, { from: 'z', to: 'z' }])
    expect(names).toContain('z')
    expect(near('z')).toBe(0)
  })

  test('a pair apart from everybody is last, not first', () => {
    const { near } = measured([...row, { from: 'p', to: 'q' }])
    expect(near('p')).toBeCloseTo(0.2, 12)
    expect(near('b')).toBeCloseTo(0.45, 12)
  })

  test('one node, two nodes and none give numbers', () => {
    expect(measured([], ['a']).all).toEqual({ between: [0], closeness: [0] })
    expect(measured([{ from: 'a', to: 'b' }]).all).toEqual({ between: [0, 0], closeness: [1, 1] })
    expect(measured([]).all).toEqual({ between: [], closeness: [] })
  })

  test('names are names, whatever they say', () => {
    const odd = ['__proto__', '10', '9', 'constructor']
    const links = odd.slice(1).map((to, at) => ({ from: odd[at] ?? '', to }))
    const { between, names } = measured(links)
    expect([...names].sort()).toEqual([...odd].sort())
    expect(between('10')).toBeCloseTo(2 / 3, 12)
    expect(between('__proto__')).toBe(0)
  })
})

const anyLinks = fc.array(
  fc.record({
    from: fc.constantFrom(...'abcdefghij'),
    to: fc.constantFrom(...'abcdefghij'),
  }),
  { maxLength: 22 },
)

test('any small network comes out as counted by hand, in whatever order its links stand', () => {
  fc.assert(
    fc.property(anyLinks, fc.boolean(), (links, turned) => {
      const table = tableOf(links, ['z'])
      const given = turned ? links.toReversed() : links
      const network = buildNetwork(given, ['z'])
      const found = measureNetwork(network)
      expect([...network.names]).toEqual(table.names)
      expectAlike(found.betweenness, betweennessByHand(table))
      expectAlike(found.closeness, closenessByHand(table))
      const n = table.names.length
      const pairs = Math.max(1, ((n - 1) * (n - 2)) / 2)
      const counted = countPaths(network).between.map((sum) => sum / pairs)
      expectAlike(counted, betweennessByHand(table))
      expect(measureNetwork(buildNetwork(links, ['z']))).toEqual(found)
    }),
    { numRuns: 300, seed: 13 },
  )
})
