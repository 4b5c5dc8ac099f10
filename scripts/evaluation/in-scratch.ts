import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { estimateLoaded } from '@/lib/identity/engine/estimate-loaded'
import { lookAtAll } from '@/lib/identity/engine/link-all'
import { edgesOf, type Found } from '@/lib/people/matching/bulk/score-records'
import type { EngineRecord, ScoredPair } from '@/lib/people/matching/engine'
import type { Parameters } from '@/lib/people/matching/parameters'
import { withWorker } from '@/lib/worker'
import { connected } from '../connection.mjs'
import { prepareDatabase } from '../database.mjs'
import { startPostgres } from '../postgres.mjs'
import { readSecrets } from '../secrets.mjs'
import { round } from './measures'
import { fillScratch } from './scratch'

/** What the engine made of a set of records. */
export type Evaluated = {
  parameters: Parameters
  /** Pairs at or over the mark for suggestions, and the groups that links would make. */
  result: { pairs: ScoredPair[]; groupOf: number[] }
  /** Every pair that shares a key, for finding the best mark. */
  everyPair: ScoredPair[]
  /** From the first record read to the last group. */
  seconds: number
}

type Engine = (records: readonly EngineRecord[]) => Promise<Evaluated>

const threads = 2
const pairsOf = (found: readonly Found[]) => found.flatMap((columns) => [...edgesOf(columns)])

/** A database server of its own for as long as the work lasts; each set gets a fresh database. */
export async function inScratch<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'evaluate-'))
  const server = await startPostgres({ folder, throwaway: true })
  let count = 0
  try {
    return await work(async (records) => {
      const database = `evaluate_${count++}`
      const passwords = readSecrets(folder)
      const urls = await prepareDatabase({ adminUrl: server.superuserUrl, database, passwords })
      await connected(urls.adminUrl, (client) => fillScratch(client, records))
      return evaluateIn(urls.workerUrl)
    })
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const evaluateIn = (workerUrl: string): Promise<Evaluated> =>
  withWorker(workerUrl, async (scope) => {
    const began = performance.now()
    const look = await lookAtAll(scope, {
      threads,
      choose: (read, start) => estimateLoaded({ ...read, start }),
    })
    const seconds = round((performance.now() - began) / 1000)
    await look.pool.close()
    const { parameters, plan, found } = look
    const all = await lookAtAll(scope, {
      ...{ threads, floor: Number.NEGATIVE_INFINITY },
      choose: () => parameters,
    })
    await all.pool.close()
    const result = { pairs: pairsOf(found), groupOf: plan.groupOf }
    return { parameters, result, everyPair: pairsOf(all.found), seconds }
  })
