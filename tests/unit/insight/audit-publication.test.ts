import { describe, expect, test } from 'vitest'
import { auditPublication } from '@/lib/insight/rules/audit-publication'
import { NoProof } from '@/lib/insight/rules/provable-interval'
import { knownOf } from '@/lib/insight/rules/repeated-value'

const names = ['all', 'row one', 'row two', 'column one', 'column two']
const atomsOf = [
  [0, 1, 2, 3],
  [0, 1],
  [2, 3],
  [0, 2],
  [1, 3],
]
const truth = [3, 20, 25, 2]
const targets = truth.map((trueCount, atom) => ({ name: `atom ${atom}`, atoms: [atom], trueCount }))
const countOf = (atoms: number[]) => atoms.reduce((sum, atom) => sum + (truth[atom] ?? 0), 0)

describe('the audit', () => {
  test('lets noise of the open profile through, and says how near a reader comes', async () => {
    const cells = atomsOf.map((atoms) => ({ atoms, ...knownOf(countOf(atoms), 10) }))
    const report = await auditPublication({ atoms: 4, cells }, names, targets, 8)
    expect(report.refusals).toEqual([])
    expect(report.tightest?.width).toBeGreaterThan(10)
    // A total broken down twice in two: sqrt(8 / (1 + 1/2 + 1/2)).
    expect(report.weakest).toEqual({ name: 'all', deviation: expect.closeTo(2, 9) as number })
  })

  test('refuses what proves a small count, names it, and does not tell the count', async () => {
    const cells = [...atomsOf, [1]].map((atoms) => {
      const count = countOf(atoms)
      return { atoms, low: count, high: count }
    })
    const report = await auditPublication({ atoms: 4, cells }, names, targets, 8)
    expect(report.refusals).toEqual([
      'atom 0 can be proved to within 0.',
      'atom 3 can be proved to within 0.',
    ])
    expect(report.warnings.length).toBe(2)
    expect(report.tightest?.width).toBe(0)
  })

  test('refuses a total that is broken down too often to hide', async () => {
    const bits = Array.from({ length: 7 }, (_, k) => k)
    const halves = bits.flatMap((bit) =>
      [0, 1].map((side) =>
        Array.from({ length: 128 }, (_, atom) => atom).filter(
          (atom) => ((atom >> bit) & 1) === side,
        ),
      ),
    )
    const all = Array.from({ length: 128 }, (_, atom) => atom)
    const cells = [all, ...halves].map((atoms) => ({ atoms, low: 0, high: 1000 }))
    const report = await auditPublication({ atoms: 128, cells }, ['all'], [], 8)
    expect(report.refusals).toEqual(['all can be estimated to within 1.33 (standard deviation).'])
    expect(report.tightest).toBeNull()
  })

  test('gives no report where the knowledge contradicts itself', async () => {
    const cells = [
      { atoms: [0, 1, 2, 3], low: 90, high: 95 },
      { atoms: [0, 1, 2, 3], low: 40, high: 60 },
    ]
    const audit = auditPublication({ atoms: 4, cells }, ['a', 'b'], targets, 8)
    await expect(audit).rejects.toThrow(NoProof)
  })
})
