import { expect, test } from 'vitest'
import { leverages, weakestEstimate } from '@/lib/insight/rules/leverage'
import { deviationAfterAveraging, spentBudget } from '@/lib/insight/rules/partition-budget'

const range = (n: number) => Array.from({ length: n }, (_, k) => k)

test('cells that share nobody help nobody: leverage 1', () => {
  expect(leverages([[0], [1, 2], [3]])).toEqual([1, 1, 1])
})

test.each([
  { parts: [2] },
  { parts: [5] },
  { parts: [2, 2] },
  { parts: [2, 4, 8] },
  { parts: [2, 2, 2, 2, 2] },
])('a total broken down into $parts has the leverage that averaging leaves', ({ parts }) => {
  // The full cross of the breakdowns; each cell of a breakdown holds the atoms of its category.
  const size = parts.reduce((product, k) => product * k, 1)
  let stride = 1
  const cells = parts.flatMap((k) => {
    const step = stride
    stride *= k
    return range(k).map((c) => range(size).filter((atom) => Math.floor(atom / step) % k === c))
  })
  const [total] = leverages([range(size), ...cells])
  expect(Math.sqrt(8 * (total ?? NaN))).toBeCloseTo(deviationAfterAveraging(8, parts), 10)
  expect(total).toBeCloseTo(1 / (1 + spentBudget(parts)), 10)
})

test('three variables, all margins of none to two: as by the eigenvectors of NumPy', () => {
  const categories = (atom: number) => [Math.floor(atom / 8), Math.floor(atom / 2) % 4, atom % 2]
  const cells = [[], [0], [1], [2], [0, 1], [0, 2], [1, 2]].flatMap((by) => {
    const keys = new Map<string, number[]>()
    for (const atom of range(24)) {
      const key = by.map((d) => categories(atom)[d]).join()
      keys.set(key, [...(keys.get(key) ?? []), atom])
    }
    return [...keys.values()]
  })
  expect(cells.length).toBe(1 + 3 + 4 + 2 + 12 + 6 + 8)
  const found = leverages(cells)
  expect(found.reduce((sum, h) => sum + h, 0)).toBeCloseTo(18, 9)
  const wanted = [
    [0, 0.40678],
    [1, 0.42615],
    [4, 0.434515],
    [8, 0.417484],
    [10, 0.572089],
    [22, 0.474959],
    [28, 0.503366],
  ] as const
  for (const [cell, h] of wanted) expect(found[cell]).toBeCloseTo(h, 6)
})

test('the weakest cell is the one that most others add up to', () => {
  const halves = range(4).flatMap((bit) =>
    [0, 1].map((side) => range(16).filter((atom) => ((atom >> bit) & 1) === side)),
  )
  expect(weakestEstimate([range(16), ...halves], 8)).toBeCloseTo(
    deviationAfterAveraging(8, [2, 2, 2, 2]),
    10,
  )
})
