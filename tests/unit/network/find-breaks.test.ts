import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildNetwork } from '@/lib/network/rules/build-network'
import { findBreaks } from '@/lib/network/rules/find-breaks'
import { partsByHand, tableOf, type Table } from './measure-by-hand'
import { florentine, grid, karateClub, kite } from './published-networks'

test('published networks hang where they are known to', () => {
  const club = findBreaks(buildNetwork(karateClub))
  expect(club.cutPoints).toEqual(['1'])
  expect(club.bridges).toEqual([['1', '12']])
  expect(club.closings.get('1')?.cutOff).toEqual([['11', '17', '5', '6', '7'], ['12']])
  const tail = findBreaks(buildNetwork(kite))
  expect(tail.cutPoints).toEqual(['Heather', 'Ike'])
  expect(tail.bridges).toEqual([
    ['Heather', 'Ike'],
    ['Ike', 'Jane'],
  ])
  expect(tail.closings.get('Heather')).toEqual({ cutOff: [['Ike', 'Jane']], pairsLost: 14 })
  const families = findBreaks(buildNetwork(florentine, ['Pucci']))
  expect(families.cutPoints).toEqual(['Albizzi', 'Guadagni', 'Medici', 'Salviati'])
  expect(families.bridges).toHaveLength(5)
  expect(families.parts.map(({ length }) => length)).toEqual([15, 1])
})

test('a grid hangs on nothing, and a chain of two thousand on all but its ends', () => {
  expect(findBreaks(buildNetwork(grid(20)))).toMatchObject({ cutPoints: [], bridges: [] })
  const chain = Array.from({ length: 2_000 }, (_, at) => ({ from: `${at}`, to: `${at + 1}` }))
  const found = findBreaks(buildNetwork(chain))
  expect(found.cutPoints).toHaveLength(1_999)
  expect(found.bridges).toHaveLength(2_000)
  expect(found.closings.get('1000')?.pairsLost).toBe(1_000_000)
})

test('a doubled link is a bridge like any other, and a link to oneself none', () => {
  const links = ['ab', 'ba', 'ab', 'bb'].map(([from = '', to = '']) => ({ from, to }))
  expect(findBreaks(buildNetwork(links)).bridges).toEqual([['a', 'b']])
})

const pairs = (parts: readonly string[][]) =>
  parts.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0)

/** The table without one link. */
function without({ names, linked }: Table, one: string, two: string): Table {
  const [i, j] = [names.indexOf(one), names.indexOf(two)]
  const isCut = (from: number, to: number) => (from === i && to === j) || (from === j && to === i)
  return { names, linked: linked.map((row, from) => row.map((is, to) => is && !isCut(from, to))) }
}

test('each break is one when the node or link is taken out by hand, and there are no others', () => {
  const name = fc.constantFrom(...'abcdefghijkl')
  fc.assert(
    fc.property(fc.array(fc.record({ from: name, to: name }), { maxLength: 20 }), (links) => {
      const table = tableOf(links, ['z'])
      const found = findBreaks(buildNetwork(links, ['z']))
      const parts = partsByHand(table)
      expect(found.parts).toEqual(parts)
      for (const each of table.names) {
        const own = parts.find((part) => part.includes(each)) ?? []
        const left = partsByHand(table, each).filter((part) => own.includes(part[0] ?? ''))
        const closing = found.closings.get(each)
        expect(closing?.cutOff, each).toEqual(left.slice(1))
        const others = own.filter((other) => other !== each)
        expect(closing?.pairsLost, each).toBe(pairs([others]) - pairs(left))
        expect(found.cutPoints.includes(each)).toBe(left.length > 1)
      }
      const bridges = table.names.flatMap((one, i) =>
        table.names.flatMap((two, j) =>
          i < j &&
          table.linked[i]?.[j] &&
          partsByHand(without(table, one, two)).length > parts.length
            ? [[one, two]]
            : [],
        ),
      )
      expect(found.bridges).toEqual(bridges)
    }),
    { numRuns: 300, seed: 13 },
  )
})
