import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { linkAll } from '@/lib/identity/engine/link-all'
import { alone, withWorker, type WorkerScope } from '@/lib/worker'
import { Sentence } from './sentence.mjs'

const usage = `npx tsx --conditions=react-server scripts/link.ts [--threads 2]

Looks at all records at once, as after a first load: links those that are nearly certainly of one
person, and leaves the likely ones to the record steward or the custodian. With the database of
DATABASE_URL_WORKER. Can be stopped at any time: run again, it goes on.`

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

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { threads: { type: 'string' } } })
  const threads = Number(values.threads ?? Math.min(2, availableParallelism()))
  if (!Number.isInteger(threads) || threads < 0 || threads > 16) throw new Sentence(usage)
  const url = process.env.DATABASE_URL_WORKER
  if (!url) throw new Sentence('Set DATABASE_URL_WORKER to the address of the worker’s login.')
  await withWorker(url, (scope) =>
    withWorker(url, async (second) => {
      const did = await alone(scope, 'match', () => link(scope, second, threads))
      if (!did) throw new Sentence('Records are being matched now. Try again in a minute.')
    }),
  )
}

main().catch((error: unknown) => {
  console.error(error instanceof Sentence ? error.message : error)
  process.exitCode = 1
})
