import type { WorkerScope } from '@/lib/worker'
import { keysOf } from '@/lib/people/matching/keys'
import { decide, type PairScore } from '@/lib/people/matching/score'
import { explain } from '@/lib/people/matching/words'
import { candidatesFor } from './candidates'
import { Evidence, type Known } from './evidence'

/** What became of the records looked at. */
export type MatchCounts = { looked: number; linked: number; suggested: number }

/**
 * Records looked at in one go, and suggestions kept for one record: more would bury the steward.
 */
const atATime = 50
const mostSuggestions = 5

type Pair = { other: Known; score: PairScore }

/**
 * Looks at every record that waits to be matched: finds those that may be the same person, links
 * where it is nearly certain and nothing forbids it, and leaves the rest to the record steward or
 * the custodian. Safe to stop at any point: what is not settled still waits.
 */
export async function matchWaiting(scope: WorkerScope, most = Infinity): Promise<MatchCounts> {
  const counts = { looked: 0, linked: 0, suggested: 0 }
  let evidence: Evidence | null = null
  while (counts.looked < most) {
    const waiting = await scope.ask<{ id: string }>('select identity.waiting($1) as id', [atATime])
    if (waiting.length === 0) break
    evidence ??= await Evidence.gather(scope)
    const ids = waiting.map(({ id }) => id)
    evidence.forget(ids)
    const records = await evidence.read(ids)
    await matchSome(scope, evidence, records, counts)
    await scope.ask('select identity.settled($1)', [ids])
    counts.looked += ids.length
  }
  return counts
}

async function matchSome(
  scope: WorkerScope,
  evidence: Evidence,
  records: readonly Known[],
  counts: MatchCounts,
) {
  const askers = records.map(({ id, facets }) => ({ ref: id, keys: keysOf(facets) }))
  for (const { ref, keys } of askers) {
    await scope.ask('select identity.put_keys($1, $2)', [ref, JSON.stringify(keys)])
  }
  const candidates = await candidatesFor(scope, askers)
  for (const record of records) {
    const others = await evidence.read([...new Set(candidates.get(record.id) ?? [])].sort())
    const pairs = others
      .map((other) => ({ other, score: evidence.score(record.facets, other.facets) }))
      .filter(({ score }) => decide(score, evidence.parameters) !== 'apart')
      .sort((x, y) => y.score.bits - x.score.bits || (x.other.id < y.other.id ? -1 : 1))
    await settlePairs(scope, evidence, record, pairs, counts)
  }
}

async function settlePairs(
  scope: WorkerScope,
  evidence: Evidence,
  record: Known,
  pairs: readonly Pair[],
  counts: MatchCounts,
) {
  let suggestions = 0
  for (const { other, score } of pairs) {
    const wants =
      decide(score, evidence.parameters) === 'link' &&
      (await alikeAsWholes(scope, evidence, record.id, other.id))
    if (!wants && suggestions >= mostSuggestions) continue
    const levels = score.levels.map(({ field, level, bits, words }) => ({
      ...{ field, level, words },
      bits: Math.round(bits * 100) / 100,
    }))
    const [row] = await scope.ask<{ did: string }>(
      'select identity.settle($1, $2, $3, $4, $5, $6, $7) as did',
      [
        ...[record.id, other.id, score.bits, JSON.stringify(levels), explain(score.levels)],
        ...[wants, evidence.version],
      ],
    )
    if (row?.did === 'linked') counts.linked += 1
    if (row?.did === 'suggested') {
      counts.suggested += 1
      suggestions += 1
    }
  }
}

/**
 * Whether the records of the two people speak for one another as wholes, so that one weak link does
 * not chain two groups together: no pair across may stand apart (two valid NHS numbers), and the
 * mean over all pairs, each held to between -10 and +10 bits, must be above zero (the rule of
 * `clusterPairs`).
 */
async function alikeAsWholes(scope: WorkerScope, evidence: Evidence, one: string, other: string) {
  const rows = await scope.ask<{ person_id: string; record_id: string }>(
    `select g.* from identity.records_of(array(select person_id from identity.facts($1))) g`,
    [[one, other]],
  )
  const groupOf = (id: string) => rows.find((row) => row.record_id === id)?.person_id
  const of = (person: string | undefined) =>
    rows.filter((row) => row.person_id === person).map((row) => row.record_id)
  const [left, right] = [of(groupOf(one)), of(groupOf(other))]
  if (left.length === 1 && right.length === 1) return true
  let sum = 0
  for (const a of await evidence.read(left)) {
    for (const b of await evidence.read(right)) {
      const score = evidence.score(a.facets, b.facets)
      if (score.conflict) return false
      sum += Math.max(-10, Math.min(10, score.bits))
    }
  }
  return sum > 0
}
