import type { Plan } from '@/lib/people/matching/bulk/plan'
import type { BulkScorer } from '@/lib/people/matching/bulk/score-records'
import { faultsOf } from '@/lib/people/matching/parameters'
import { decide } from '@/lib/people/matching/score'
import type { WorkerScope } from '@/lib/worker'
import type { VersionEffect } from '../version-effect'
import { estimateLoaded } from './estimate-loaded'
import { lookAtAll, type Look, type LinkOptions } from './link-all'
import { makeReady } from './prepare'

/**
 * Estimates new values from the records there are and stores them as a proposal, with what they
 * would do beside those in use. Links nothing and suggests nothing: an administrator decides.
 *
 * @param on today, for the version's name
 */
export async function proposeVersion(
  scope: WorkerScope,
  { threads, tell }: Pick<LinkOptions, 'threads' | 'tell'>,
  on: string,
): Promise<{ name: string; effect: VersionEffect }> {
  await makeReady(scope)
  const now = await lookAtAll(scope, { threads, ...(tell ? { tell } : {}) })
  const before = pairsOf(now)
  await now.pool.close()
  const then = await lookAtAll(scope, {
    ...{ threads, ...(tell ? { tell } : {}) },
    choose: (read, start) => estimateLoaded({ ...read, start }),
  })
  try {
    const after = pairsOf(then)
    const [last] = await scope.ask<{ n: number }>(
      `select count(*)::int + 1 as n from identity.version_names()`,
    )
    const name = `estimated-${on}-${last?.n ?? 1}`
    const parameters = { ...then.parameters, version: name }
    const faults = faultsOf(parameters)
    if (faults.length > 0) throw new Error(`The estimate is not sound: ${faults.join('; ')}`)
    const effect: VersionEffect = {
      records: then.loaded.register.records,
      links: compared(before.links, after.links),
      suggestions: compared(before.suggestions, after.suggestions),
      standing: await standing(scope, then),
    }
    await scope.ask('select identity.propose_version($1, $2, $3, $4)', [
      ...[name, JSON.stringify(parameters), effect.records, JSON.stringify(effect)],
    ])
    return { name, effect }
  } finally {
    await then.pool.close()
  }
}

type Pairs = { links: Set<string>; suggestions: Set<string> }

/** Pairs of records that would be one person, or that somebody would be asked about. */
function pairsOf({ loaded: { ids }, plan }: Look): Pairs {
  const key = (a: number, b: number) => [ids[a] ?? '', ids[b] ?? ''].sort().join(' ')
  return {
    links: new Set(linkedPairs(plan).map(([a, b]) => key(a, b))),
    suggestions: new Set(plan.suggestions.map(({ a, b }) => key(a, b))),
  }
}

/** Each record that would move, with the one that speaks most for it. */
const linkedPairs = ({ links }: Plan): [number, number][] =>
  links.map(({ record, with: beside }) => [record, beside])

const compared = (before: Set<string>, after: Set<string>) => ({
  now: before.size,
  then: after.size,
  come: [...after].filter((pair) => !before.has(pair)).length,
  go: [...before].filter((pair) => !after.has(pair)).length,
})

/** Links the machine has made and nobody has confirmed, and how many of them it would not make. */
async function standing({ ask }: WorkerScope, { loaded, parameters, pool }: Look) {
  const rows = await ask<{ one: string; other: string }>('select * from identity.standing_links()')
  const indexOf = new Map(loaded.ids.map((id, index) => [id, index]))
  const scorer: BulkScorer = pool.own
  const doubted = rows.filter(({ one, other }) => {
    const [a, b] = [indexOf.get(one), indexOf.get(other)]
    if (a === undefined || b === undefined) return false
    return decide(scorer.score(a, b), parameters) !== 'link'
  })
  return { links: rows.length, wouldNotBeMade: doubted.length }
}
