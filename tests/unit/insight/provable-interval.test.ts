import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  type KnownCell,
  NoProof,
  provableIntervals,
  roundInwards,
} from '@/lib/insight/rules/provable-interval'

const file = '../shared/data/sdc/attacker_interval_vectors.json'
const isThere = existsSync(file)
const skipped = isThere ? '' : ` (skipped: ${file} is not here)`

type Fixed = [dimension: number, category: number][]
interface Published {
  fixed: Fixed
  published?: number | null
  attackerKnows?: [number, number]
  attackerInterval?: [number, number] | null
}
interface Vector {
  dims: number[]
  rule: string
  cells?: Published[]
  published?: Published[]
  targets?: Published[]
}

/** The places of the base cells of a table of `dims` that have the fixed categories. */
function atomsOf(dims: number[], fixed: Fixed): number[] {
  const size = dims.reduce((product, d) => product * d, 1)
  return Array.from({ length: size }, (_, atom) => atom).filter((atom) => {
    let rest = atom
    const categories = dims.map((d) => {
      const category = rest % d
      rest = Math.floor(rest / d)
      return category
    })
    return fixed.every(([dimension, category]) => categories[dimension] === category)
  })
}

function knownCells({ dims, cells, published }: Vector): KnownCell[] {
  return (cells ?? published ?? []).map((cell) => {
    const exact = cell.published
    const [low, high] = cell.attackerKnows ?? (exact == null ? [1, 4] : [exact, exact])
    return { atoms: atomsOf(dims, cell.fixed), low, high }
  })
}

describe.skipIf(!isThere)(`what an attacker can prove${skipped}`, () => {
  const vectors = isThere ? (JSON.parse(readFileSync(file, 'utf8')) as Vector[]) : []
  test.each(vectors.map((vector, k) => ({ k, name: vector.dims.join(' by '), vector })))(
    'vector $k, $name: every interval to 1e-6',
    async ({ vector }) => {
      const { dims } = vector
      const targets = (vector.targets ?? vector.cells ?? []).filter((cell) => cell.attackerInterval)
      const atoms = dims.reduce((product, d) => product * d, 1)
      const found = await provableIntervals(
        { atoms, cells: knownCells(vector) },
        targets.map(({ fixed }) => atomsOf(dims, fixed)),
      )
      expect(targets.length).toBeGreaterThan(2)
      targets.forEach(({ attackerInterval }, k) => {
        expect(Math.abs((found[k]?.low ?? NaN) - (attackerInterval?.[0] ?? NaN))).toBeLessThan(1e-6)
        expect(Math.abs((found[k]?.high ?? NaN) - (attackerInterval?.[1] ?? NaN))).toBeLessThan(
          1e-6,
        )
      })
    },
  )
})

// Two by two: rows 10 and 10, columns 10 and 10; one cell between 3 and 4 by what is known.
const square = (low: number, high: number) => ({
  atoms: 4,
  cells: [
    { atoms: [0, 1], low: 10, high: 10 },
    { atoms: [2, 3], low: 10, high: 10 },
    { atoms: [0, 2], low: 10, high: 10 },
    { atoms: [1, 3], low: 10, high: 10 },
    { atoms: [3], low, high },
  ],
})

test('margins carry what is known of one cell over to the others', async () => {
  const found = await provableIntervals(square(3, 4), [[0], [1], [3, 2], []])
  expect(found).toEqual([
    { low: 3, high: 4 },
    { low: 6, high: 7 },
    { low: 10, high: 10 },
    { low: 0, high: 0 },
  ])
})

test('a public population is an upper bound, and without one there may be none', async () => {
  const cells = [{ atoms: [0], low: 2, high: 9 }]
  expect(await provableIntervals({ atoms: 2, cells }, [[0, 1]])).toEqual([
    { low: 2, high: Infinity },
  ])
  expect(await provableIntervals({ atoms: 2, most: [5, 3], cells }, [[1, 0]])).toEqual([
    { low: 2, high: 8 },
  ])
})

test('knowledge that contradicts itself proves nothing, and is no answer', async () => {
  await expect(provableIntervals(square(12, 13), [[0]])).rejects.toThrow(NoProof)
})

test('intervals are rounded inwards, and the last digits of the solver do not matter', () => {
  expect(roundInwards({ low: 1.2, high: 4.9 })).toEqual({ low: 2, high: 4 })
  expect(roundInwards({ low: 2.0000000001, high: 3.9999999999 })).toEqual({ low: 2, high: 4 })
})
