import type { Blocks } from '@/lib/people/matching/bulk/blocks'
import { planOf, type Forbidden, type Plan } from '@/lib/people/matching/bulk/plan'
import type { Found } from '@/lib/people/matching/bulk/score-records'
import { ScorerPool } from '@/lib/people/matching/bulk/scorer-pool'
import { withoutRare } from '@/lib/people/matching/frequencies'
import type { Parameters } from '@/lib/people/matching/parameters'
import type { WorkerScope } from '@/lib/worker'
import { findBlocks, loadBlocks, loadRegister, type LeftOut, type Loaded } from './load'
import { makeReady } from './prepare'
import { parametersFor, versionUsed } from './versions'
import { writePlan } from './write-plan'

/** What a run over all records did. */
export type RunCounts = {
  records: number
  /** Pairs that share a key, and those of them that had to be weighed. */
  pairs: number
  weighed: number
  /** Records moved, pairs left to somebody, and joins refused for a weak link. */
  planned: number
  linked: number
  suggested: number
  weakLinks: number
  leftOut: LeftOut
}

export type Read = Loaded & { blocks: Blocks }

export type LinkOptions = {
  threads: number
  /** Other connections, to find and to make links at the same time. */
  beside?: WorkerScope[]
  /** Told how far it is, in words. */
  tell?: (what: string) => void
  /** Other values than those in use, perhaps made from what was read. For looking only. */
  choose?: (read: Read, used: Parameters) => Parameters
  /**
   * Bits from which pairs are given back; the mark for suggestions unless said. For looking
   * only.
   */
  floor?: number
}

const linksAtATime = 1000

/**
 * Links all records that are nearly certainly one person's and puts the likely ones before the
 * steward or the custodian. Safe to stop anywhere and run again: the plan is written whole or not
 * at all, and what is planned is done piece by piece. Not beside the matching job: take its lock.
 */
export async function linkAll(scope: WorkerScope, options: LinkOptions): Promise<RunCounts> {
  const { tell = () => undefined } = options
  const { name } = await versionUsed(scope)
  const [run] = await scope.ask<{ id: string; state: string; version: string }>(
    'select * from identity.begin_run($1)',
    [name],
  )
  if (!run) throw new Error('No run could be begun')
  if (run.state === 'planning') {
    tell('Reading records')
    await makeReady(scope)
    const look = await lookAtAll(scope, options)
    tell('Writing the plan')
    try {
      const { loaded, pool, careful, counts } = look
      const [beside] = options.beside ?? []
      await writePlan({ scope, beside, run, loaded, pool, careful }, look.plan, counts)
    } finally {
      await look.pool.close()
    }
  }
  tell('Linking')
  const lanes = [scope, ...(options.beside ?? [])]
  await Promise.all(lanes.map((lane, no) => makeLinks(lane, run.id, no, lanes.length)))
  const [ended] = await scope.ask<{ counts: Omit<RunCounts, 'linked'> & { linked?: number } }>(
    'select identity.end_run($1) as counts',
    [run.id],
  )
  if (!ended) throw new Error('The run was ended by somebody else')
  return { linked: 0, ...ended.counts }
}

async function makeLinks({ ask }: WorkerScope, run: string, lane: number, lanes: number) {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const [row]: { last: string }[] = await ask<{ last: string }>(
      'select last from identity.make_links($1, $2, $3, $4, $5)',
      [run, after, linksAtATime, lane, lanes],
    )
    if (!row) return
    after = row.last
  }
}

export type Look = {
  loaded: Loaded
  parameters: Parameters
  pool: ScorerPool
  /** Pairs at or over the mark for suggestions. */
  found: Found[]
  plan: Plan
  careful: (record: number) => boolean
  counts: Omit<RunCounts, 'linked'>
}

/** Finds what would be linked and suggested, and writes nothing. The caller closes the pool. */
export async function lookAtAll(scope: WorkerScope, options: LinkOptions): Promise<Look> {
  const { tell = () => undefined } = options
  const [second] = options.beside ?? []
  const finding = second && findBlocks(second)
  finding?.catch(() => undefined) // heard below, once the register is there
  const loaded = await loadRegister(scope)
  tell('Finding who shares a key')
  const first = await (finding ?? findBlocks(scope))
  const { blocks, leftOut } = await loadBlocks(second ?? scope, loaded, first)
  const { parameters: used } = await versionUsed(scope)
  const start = parametersFor(used, loaded.register.records)
  const parameters = options.choose?.({ ...loaded, blocks }, start) ?? start
  const { suggest, link } = parameters.thresholds
  const { register } = loaded
  const table = withoutRare(loaded.table, parameters.recordsPerPerson)
  loaded.table.counts.clear()
  tell('Weighing pairs')
  const input = { register, blocks, parameters, table, floor: options.floor ?? suggest }
  const pool = new ScorerPool(input, options.threads)
  try {
    const found = await pool.scoreAll()
    tell('Forming groups')
    const forbidden = await forbiddenOf(scope, loaded)
    const { personOf } = register
    const plan = planOf({ found, scorer: pool.own, personOf, link, forbidden })
    const counts = {
      ...{ records: register.records, pairs: pool.effort.met, weighed: pool.effort.weighed },
      ...{ planned: plan.links.length, suggested: plan.suggestions.length, leftOut },
      weakLinks: plan.weakLinks.length,
    }
    return { loaded, parameters, pool, found, plan, careful: forbidden.careful, counts }
  } catch (error) {
    await pool.close()
    throw error
  }
}

async function forbiddenOf({ ask }: WorkerScope, loaded: Loaded): Promise<Forbidden> {
  const { ids, people, byHand } = loaded
  const careful = new Set(
    (await ask<{ id: string }>('select identity.careful() as id')).map(({ id }) => id),
  )
  const said = await ask<{ one: string; other: string }>('select * from identity.apart()')
  const named = new Set(said.flatMap(({ one, other }) => [one, other]))
  const indexOf = new Map<string, number>()
  ids.forEach((id, index) => {
    if (named.has(id)) indexOf.set(id, index)
  })
  return {
    careful: (record) => careful.has(people[record] ?? ''),
    byHand: (record) => byHand.has(record),
    apart: said.flatMap(({ one, other }) => {
      const [a, b] = [indexOf.get(one), indexOf.get(other)]
      return a === undefined || b === undefined ? [] : [[a, b] as const]
    }),
  }
}
