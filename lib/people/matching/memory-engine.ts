import { clusterPairs } from './cluster'
import type { EngineRecord, EngineResult, MatchEngine } from './engine'
import { estimate } from './estimate'
import { countFrequencies } from './frequencies'
import { capOf, keysOf } from './keys'
import type { Parameters } from './parameters'
import { scorePair } from './score'

type Candidates = { pairs: [number, number][]; leftOut: { blocks: number; records: number } }

/** Pairs that share at least one key whose block is within its cap. */
export function candidatePairs(records: readonly EngineRecord[]): Candidates {
  const blocks = new Map<string, number[]>()
  records.forEach(({ facets }, index) => {
    for (const key of keysOf(facets)) {
      const block = blocks.get(key)
      if (block) block.push(index)
      else blocks.set(key, [index])
    }
  })
  const seen = new Set<number>()
  const pairs: [number, number][] = []
  const leftOut = { blocks: 0, records: 0 }
  for (const [key, block] of blocks) {
    if (block.length > capOf(key)) {
      leftOut.blocks++
      leftOut.records += block.length
      continue
    }
    for (let i = 0; i < block.length; i++) {
      for (let j = i + 1; j < block.length; j++) {
        const a = block[i] ?? 0
        const b = block[j] ?? 0
        const id = a * records.length + b
        if (seen.has(id)) continue
        seen.add(id)
        pairs.push([a, b])
      }
    }
  }
  return { pairs, leftOut }
}

/** The engine in memory, one thread; for sets up to about 100,000 records. */
export const memoryEngine: MatchEngine = {
  estimateFrom(records: readonly EngineRecord[], start: Parameters): Parameters {
    const facets = records.map((record) => record.facets)
    const frequencies = countFrequencies(facets)
    return estimate({
      records: facets,
      candidates: candidatePairs(records).pairs,
      frequencies,
      start,
    })
  },

  linkAll(records: readonly EngineRecord[], parameters: Parameters): EngineResult {
    const facets = records.map((record) => record.facets)
    const frequencies = countFrequencies(facets)
    const { pairs: candidates, leftOut } = candidatePairs(records)
    const pairs = candidates.flatMap(([a, b]) => {
      const left = facets[a]
      const right = facets[b]
      if (!left || !right) return []
      const { bits, guards, conflict } = scorePair(left, right, parameters, frequencies)
      return [{ a, b, bits, blocked: guards.length > 0, apart: conflict }]
    })
    const { groupOf, weakLinks } = clusterPairs(records.length, pairs, parameters.thresholds.link)
    return { pairs, groupOf, weakLinks, leftOut }
  },
}
