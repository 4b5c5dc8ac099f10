import type { Explained } from '@/lib/people/matching/bulk/explain'
import type { Plan } from '@/lib/people/matching/bulk/plan'
import type { ScorerPool } from '@/lib/people/matching/bulk/scorer-pool'
import type { WorkerScope } from '@/lib/worker'
import type { Loaded } from './load'

const atATime = 4000

type Writing = {
  scope: WorkerScope
  loaded: Loaded
  pool: ScorerPool
  run: { id: string; version: string }
  careful: (record: number) => boolean
}

/** Writes a plan, whole or not at all. */
export async function writePlan(writing: Writing, plan: Plan, counts: object): Promise<void> {
  const { ask } = writing.scope
  await ask('begin')
  try {
    await pieces(plan.links, (links) => explainThen(writing, links, writeLinks))
    await pieces(plan.suggestions, (pairs) => explainThen(writing, pairs, writeSuggestions))
    await ask('select identity.end_plan($1, $2)', [writing.run.id, JSON.stringify(counts)])
    await ask('commit')
  } catch (error) {
    await ask('rollback').catch(() => [])
    throw error
  }
}

/** One piece is written while the next is made ready to send and two more are explained. */
async function pieces<T>(all: readonly T[], begin: (piece: T[]) => Promise<() => Promise<void>>) {
  const ready: Promise<() => Promise<void>>[] = []
  let writing = Promise.resolve()
  for (let from = 0; from < all.length || ready.length > 0; from += atATime) {
    if (from < all.length) ready.push(begin(all.slice(from, from + atATime)))
    if (ready.length < 3 && from + atATime < all.length) continue
    const write = await ready.shift()
    const before = writing
    writing = write?.() ?? before
    writing.catch(() => undefined) // heard when it is waited for
    await before
  }
  await writing
}

async function explainThen<T extends Pair>(
  writing: Writing,
  piece: T[],
  write: (writing: Writing, piece: T[], explained: Explained[]) => Promise<unknown>,
) {
  const explained = await writing.pool.explain(piece.flatMap((one) => indexesOf(one)))
  return async () => {
    await write(writing, piece, explained)
  }
}

type Link = Plan['links'][number]
type Suggestion = Plan['suggestions'][number]
type Pair = Link | Suggestion
const indexesOf = (pair: Pair) => ('a' in pair ? [pair.a, pair.b] : [pair.of, pair.with])

const writeLinks = (
  { scope, loaded: { ids, people }, run }: Writing,
  links: Link[],
  explained: Explained[],
) =>
  scope.ask('select identity.plan_links($1, $2, $3, $4, $5, $6)', [
    run.id,
    links.map(({ record }) => ids[record]),
    links.map(({ record }) => people[record]),
    links.map(({ onto }) => people[onto]),
    links.map(({ of, with: beside, bits }, i) => {
      const levels = explained[i]?.levels ?? '[]'
      return `{"of":"${ids[of]}","with":"${ids[beside]}","bits":${bits},"levels":${levels}}`
    }),
    explained.map(({ why }) => why),
  ])

const writeSuggestions = (
  { scope, loaded: { ids }, run, careful }: Writing,
  pairs: Suggestion[],
  explained: Explained[],
) =>
  scope.ask('select identity.plan_suggestions($1, $2, $3, $4, $5, $6, $7)', [
    run.version,
    pairs.map(({ a }) => ids[a]),
    pairs.map(({ b }) => ids[b]),
    pairs.map(({ a, b }) => careful(a) || careful(b)),
    pairs.map(({ bits }) => bits),
    explained.map(({ levels }) => levels),
    explained.map(({ why }) => why),
  ])
