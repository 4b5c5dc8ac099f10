import { describe, expect, it } from 'vitest'
import { clusterPairs, type Edge } from '@/lib/people/matching/cluster'

const edge = (a: number, b: number, bits: number, more: Partial<Edge> = {}): Edge => ({
  a,
  b,
  bits,
  blocked: false,
  apart: false,
  ...more,
})
const together = ({ groupOf }: { groupOf: number[] }, a: number, b: number) =>
  groupOf[a] === groupOf[b]

describe('groups', () => {
  it('join what is strong and leave the rest', () => {
    const result = clusterPairs(4, [edge(0, 1, 20), edge(2, 3, 5)], 6)
    expect(together(result, 0, 1)).toBe(true)
    expect(together(result, 2, 3)).toBe(false)
  })

  it('carry one person over two strong pairs', () => {
    const result = clusterPairs(3, [edge(0, 1, 20), edge(1, 2, 18)], 6)
    expect(together(result, 0, 2)).toBe(true)
  })

  it('are not chained by one weak link, which is shown', () => {
    const strong = [edge(0, 1, 20), edge(0, 2, 20), edge(1, 2, 20), edge(3, 4, 20)]
    const against = [edge(0, 3, -9), edge(0, 4, -9), edge(1, 4, -9), edge(2, 3, -9)]
    const result = clusterPairs(5, [...strong, edge(1, 3, 7), ...against], 6)
    expect(together(result, 0, 2)).toBe(true)
    expect(together(result, 3, 4)).toBe(true)
    expect(together(result, 1, 3)).toBe(false)
    expect(result.weakLinks).toEqual([{ a: 1, b: 3, bits: 7, sizeA: 3, sizeB: 2 }])
  })

  it('do not join through a pair that a guard blocks, but may through another', () => {
    expect(together(clusterPairs(2, [edge(0, 1, 20, { blocked: true })], 6), 0, 1)).toBe(false)
    const round = [edge(0, 1, 20, { blocked: true }), edge(0, 2, 20), edge(1, 2, 20)]
    expect(together(clusterPairs(3, round, 6), 0, 1)).toBe(true)
  })

  it('never hold two records that must stay apart, whatever lies between', () => {
    const pairs = [edge(0, 1, 20, { apart: true, blocked: true }), edge(0, 2, 30), edge(1, 2, 29)]
    const result = clusterPairs(3, pairs, 6)
    expect(together(result, 0, 1)).toBe(false)
    expect(together(result, 0, 2)).toBe(true)
    expect(result.weakLinks).toHaveLength(1)
  })

  it('are the same whatever the order of the pairs', () => {
    const pairs = [edge(0, 1, 12), edge(1, 2, 8), edge(3, 4, 15), edge(2, 3, 7), edge(0, 2, 9)]
    const forward = clusterPairs(5, pairs, 6).groupOf
    const backward = clusterPairs(5, [...pairs].reverse(), 6).groupOf
    expect(forward).toEqual(backward)
  })
})
