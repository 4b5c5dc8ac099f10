import type { WorkerScope } from '@/lib/worker'
import { decide, type PairWeight } from '@/lib/people/matching/score'
import { explain } from '@/lib/people/matching/words'
import { asAsker, candidatesFor, knownRecords } from './candidates'
import { storeFacets } from './engine/prepare'
import { versionUsed } from './engine/versions'
import { Evidence } from './evidence'
import type { Known } from './facets'

/** What became of the records looked at. */
export type MatchCounts = { looked: number; linked: number; suggested: number }

/**
 * Records looked at in one go, and suggestions kept for one record: more would bury the steward.
 */
const atATime = 50
const mostSuggestions = 5

type Pair = { other: Known; weight: PairWeight }

/** Ten minutes: how common names are does not change in less. */
const freshMs = 600_000

/** Keeps what scores are made with from one look to the next. */
export class EvidenceKeeper {
  private held: Evidence | null = null

  /** Gathered anew when it is old, or other values are used now. */
  async get(scope: WorkerScope): Promise<Evidence> {
    const { held } = this
    const old = !held || performance.now() - held.gatheredAt > freshMs
    if (!old && held.version === (await versionUsed(scope)).name) return held
    this.held = await Evidence.gather(scope)
    return this.held
  }
}

/**
 * Looks at every record that waits to be matched: finds those that may be the same person, links
 * where it is nearly certain and nothing forbids it, and leaves the rest to the record steward or
 * the custodian. Safe to stop at any point: what is not settled still waits.
 *
 * @param keeper to look again soon without counting all names anew
 */
export async function matchWaiting(
  scope: WorkerScope,
  most = Infinity,
  keeper = new EvidenceKeeper(),
): Promise<MatchCounts> {
  const counts = { looked: 0, linked: 0, suggested: 0 }
  while (counts.looked < most) {
    const waiting = await scope.ask<{ id: string }>('select identity.waiting($1) as id', [atATime])
    if (waiting.length === 0) break
    const ids = waiting.map(({ id }) => id)
    const evidence = await keeper.get(scope)
    const records = await storeFacets(scope, ids)
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
  const found = await pairsOf(scope, evidence, records)
  for (const record of records) {
    await settlePairs(scope, evidence, record, found.get(record.id) ?? [], counts)
  }
}

/** For each record, those of all others that may be the same person, likeliest first. */
export async function pairsOf(
  scope: WorkerScope,
  evidence: Evidence,
  records: readonly Known[],
): Promise<Map<string, Pair[]>> {
  const candidates = await candidatesFor(scope, records.map(asAsker))
  return new Map(
    records.map(({ id, facets }) => {
      const weigh = evidence.likelyFor(facets)
      const pairs: Pair[] = []
      for (const other of candidates.get(id) ?? []) {
        const weight = weigh(other.facets)
        if (weight) pairs.push({ other, weight })
      }
      return [id, pairs.sort(likeliestFirst)]
    }),
  )
}

function likeliestFirst(x: Pair, y: Pair): number {
  return y.weight.bits - x.weight.bits || (x.other.id < y.other.id ? -1 : 1)
}

async function settlePairs(
  scope: WorkerScope,
  evidence: Evidence,
  record: Known,
  pairs: readonly Pair[],
  counts: MatchCounts,
) {
  let suggestions = 0
  for (const { other, weight } of pairs) {
    const wants =
      decide(weight, evidence.parameters) === 'link' &&
      (await alikeAsWholes(scope, evidence, record.id, other.id))
    if (!wants && suggestions >= mostSuggestions) continue
    const score = evidence.score(record.facets, other.facets)
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
    'select * from identity.records_beside($1)',
    [[one, other]],
  )
  const groupOf = (id: string) => rows.find((row) => row.record_id === id)?.person_id
  const of = (person: string | undefined) =>
    rows.filter((row) => row.person_id === person).map((row) => row.record_id)
  const [left, right] = [of(groupOf(one)), of(groupOf(other))]
  if (left.length === 1 && right.length === 1) return true
  const across = await knownRecords(scope, right)
  let sum = 0
  for (const a of await knownRecords(scope, left)) {
    for (const b of across) {
      const { conflict, bits } = evidence.weigh(a.facets, b.facets)
      if (conflict) return false
      sum += Math.max(-10, Math.min(10, bits))
    }
  }
  return sum > 0
}
