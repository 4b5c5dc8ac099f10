import type { Explained } from '@/lib/people/matching/bulk/explain'
import type { Plan } from '@/lib/people/matching/bulk/plan'
import type { ScorerPool } from '@/lib/people/matching/bulk/scorer-pool'
import type { WorkerScope } from '@/lib/worker'
import type { Loaded } from './load'

const atATime = 4000

type Writing = {
  scope: WorkerScope
  /** Another connection, to write pairs to look at while this one writes links. */
  beside?: WorkerScope | undefined
  loaded: Loaded
  pool: ScorerPool
  run: { id: string; version: string }
  careful: (record: number) => boolean
}

type Link = Plan['links'][number]
type Suggestion = Plan['suggestions'][number]

/**
 * Writes a plan, whole or not at all: by two connections the pairs to look at first, which a run
 * that is begun again writes again to the same end.
 */
export async function writePlan(writing: Writing, plan: Plan, counts: object): Promise<void> {
  const { scope, beside = scope } = writing
  const connections = [...new Set([beside, scope])]
  try {
    for (const { ask } of connections) await ask('begin')
    // By record, so that what a record is compared by is read once for all its pairs.
    const byRecord = [...plan.suggestions].sort((x, y) => x.a - y.a || x.b - y.b)
    const both = await Promise.allSettled([
      pieces(plan.links, (links) => explainThen(writing, links, linkEnds, writeLinks)),
      pieces(byRecord, (pairs) => explainThen(writing, pairs, pairEnds, writeSuggestions)),
    ])
    for (const one of both) if (one.status === 'rejected') throw one.reason
    await scope.ask('select identity.end_plan($1, $2)', [writing.run.id, JSON.stringify(counts)])
    for (const { ask } of connections) await ask('commit')
  } catch (error) {
    for (const { ask } of connections) await ask('rollback').catch(() => [])
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

async function explainThen<T>(
  writing: Writing,
  piece: T[],
  endsOf: (one: T) => [number, number],
  write: (writing: Writing, piece: T[], explained: Explained) => Promise<unknown>,
) {
  const explained = await writing.pool.explain(piece.flatMap(endsOf))
  return async () => {
    await write(writing, piece, explained)
  }
}

const linkEnds = (link: Link): [number, number] => [link.of, link.with]
const pairEnds = ({ a, b }: Suggestion): [number, number] => [a, b]

const writeLinks = (
  { scope, loaded: { ids, people }, run }: Writing,
  links: Link[],
  { levels, whys }: Explained,
) =>
  scope.ask('select identity.plan_links($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
    run.id,
    links.map(({ record }) => ids[record]),
    links.map(({ record }) => people[record]),
    links.map(({ onto }) => people[onto]),
    links.map(({ of }) => ids[of]),
    links.map((link) => ids[link.with]),
    links.map(({ bits }) => bits),
    levels,
    whys,
  ])

const writeSuggestions = (
  { scope, beside = scope, loaded: { ids }, run, careful }: Writing,
  pairs: Suggestion[],
  { levels, whys }: Explained,
) =>
  beside.ask('select identity.plan_suggestions($1, $2, $3, $4, $5, $6, $7)', [
    run.version,
    pairs.map(({ a }) => ids[a]),
    pairs.map(({ b }) => ids[b]),
    pairs.map(({ a, b }) => careful(a) || careful(b)),
    pairs.map(({ bits }) => bits),
    levels,
    whys,
  ])
