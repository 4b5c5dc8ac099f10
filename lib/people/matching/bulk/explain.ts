import { explain } from '../words'
import type { BulkScorer } from './score-records'

/**
 * Why pairs score what they do, a line for each: levels as JSON, and the whole in words. Lines of
 * one text, since thousands of small texts are slow to hand from thread to thread.
 */
export type Explained = { levels: string; whys: string }

/** @param pairs indexes of records, two by two */
export function explainPairs(scorer: BulkScorer, pairs: readonly number[]): Explained {
  const all: string[] = []
  const whys: string[] = []
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const { levels } = scorer.score(pairs[i] ?? 0, pairs[i + 1] ?? 0)
    const told = levels.map(({ field, level, bits, words }) => {
      return { field, level, words, bits: Math.round(bits * 100) / 100 }
    })
    all.push(JSON.stringify(told))
    whys.push(explain(levels))
  }
  return { levels: all.join('\n'), whys: whys.join('\n') }
}
