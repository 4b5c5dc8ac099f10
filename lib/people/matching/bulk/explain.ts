import { explain } from '../words'
import type { BulkScorer } from './score-records'

/** Why a pair scores what it does: its levels as JSON, and in words. */
export type Explained = { levels: string; why: string }

/** @param pairs indexes of records, two by two */
export function explainPairs(scorer: BulkScorer, pairs: readonly number[]): Explained[] {
  const explained: Explained[] = []
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const { levels } = scorer.score(pairs[i] ?? 0, pairs[i + 1] ?? 0)
    const told = levels.map(({ field, level, bits, words }) => {
      return { field, level, words, bits: Math.round(bits * 100) / 100 }
    })
    explained.push({ levels: JSON.stringify(told), why: explain(levels) })
  }
  return explained
}
