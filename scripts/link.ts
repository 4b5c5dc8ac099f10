import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { today } from '@/lib/dates'
import { linkAll } from '@/lib/identity/engine/link-all'
import { proposeVersion } from '@/lib/identity/engine/propose'
import type { Change } from '@/lib/identity/version-effect'
import { alone, withWorker, type WorkerScope } from '@/lib/worker'
import { Sentence } from './sentence.mjs'

const usage = `npm run link:records -- [--threads 2] [--propose]

Looks at all records at once, as after a first load: links those that are nearly certainly of one
person, and leaves the likely ones to the record steward or the custodian. With the database of
DATABASE_URL_WORKER. Can be stopped at any time: run again, it goes on.

--propose: links nothing; estimates new values from the records there are, and puts them before an
administrator with what they would do.`

const number = (n: number) => n.toLocaleString('en-GB')

async function link(scope: WorkerScope, second: WorkerScope, threads: number): Promise<void> {
  const began = performance.now()
  const tell = (what: string) => {
    console.log(`${((performance.now() - began) / 1000).toFixed(1)} s  ${what}`)
  }
  const counts = await linkAll(scope, { threads, tell, beside: [second] })
  tell('Done')
  console.log(
    `${number(counts.records)} records, ${number(counts.pairs)} pairs that share something: ` +
      `${number(counts.linked)} records linked, ${number(counts.suggested)} pairs left to look ` +
      `at, ${number(counts.weakLinks)} weak links refused. ${number(counts.leftOut.blocks)} ` +
      'keys that too many share were left out.',
  )
}

async function propose(scope: WorkerScope, threads: number): Promise<void> {
  const { name, effect } = await proposeVersion(scope, { threads, tell: console.log }, today())
  const told = ({ come, go }: Change) => `${number(come)} would come and ${number(go)} go`
  console.log(
    `${name} waits for an administrator. Links: ${told(effect.links)}. Pairs left to look at: ` +
      `${told(effect.suggestions)}. Of ${number(effect.standing.links)} links made before and not ` +
      `confirmed, ${number(effect.standing.wouldNotBeMade)} would not be made.`,
  )
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { threads: { type: 'string' }, propose: { type: 'boolean', default: false } },
  })
  const threads = Number(values.threads ?? Math.min(2, availableParallelism()))
  if (!Number.isInteger(threads) || threads < 0 || threads > 16) throw new Sentence(usage)
  const url = process.env.DATABASE_URL_WORKER
  if (!url) throw new Sentence('Set DATABASE_URL_WORKER to the address of the worker’s login.')
  await withWorker(url, (scope) =>
    withWorker(url, async (second) => {
      const did = await alone(scope, 'match', () =>
        values.propose ? propose(scope, threads) : link(scope, second, threads),
      )
      if (!did) throw new Sentence('Records are being matched now. Try again in a minute.')
    }),
  )
}

main().catch((error: unknown) => {
  console.error(error instanceof Sentence ? error.message : error)
  process.exitCode = 1
})
