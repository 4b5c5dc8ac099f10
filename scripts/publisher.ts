import { setTimeout as sleep } from 'node:timers/promises'
import { buildPublication, type Build } from '@/lib/insight/job/build-publication'
import { NoInsightKey, readInsightKey } from '@/lib/insight/job/person-keys'
import { withPublisher, type PublisherScope } from '@/lib/insight/job/publisher-scope'

/**
 * The process that builds publications of protected figures, as the publisher's own login
 * (DATABASE_URL_PUBLISHER). It alone is told where the insight key is (INSIGHT_KEY_FILE); the seal
 * and files do not wait for it. What a killed process left is gone on with. Ends on SIGTERM and
 * SIGINT after the statement it is in.
 */
const restMs = 2_000
const afterTroubleMs = 10_000

let stopping = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    stopping = true
  })
}

/** A scope that answers nothing more once the process is asked to end. */
class Stopping extends Error {}
const until = ({ ask }: PublisherScope): PublisherScope => ({
  ask: (text, values) => (stopping ? Promise.reject(new Stopping()) : ask(text, values)),
})

async function work(scope: PublisherScope): Promise<void> {
  const [place] = await scope.ask<{ mode: string | null }>('select insight.mode() as mode')
  const secret = place?.mode ? readInsightKey(process.env.INSIGHT_KEY_FILE, place.mode) : null
  while (!stopping) {
    await scope.ask('select insight.destroy_extracts()')
    const [build] = await scope.ask<Build>('select * from insight.next_build()')
    if (build && secret) {
      await buildPublication(scope, build, secret)
      await scope.ask('select insight.agree_practice($1)', [build.id])
    } else await sleep(restMs)
  }
}

async function main(): Promise<void> {
  const url = process.env.DATABASE_URL_PUBLISHER
  if (!url) throw new Error('DATABASE_URL_PUBLISHER is not set')
  while (!stopping) {
    try {
      await withPublisher(url, (scope) => work(until(scope)))
    } catch (error) {
      if (stopping || error instanceof Stopping) return
      if (error instanceof NoInsightKey) throw error
      // The code and nothing else: a message may hold words about a person.
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code'
      console.error(`The publisher met a fault (${code}) and begins again in ten seconds.`)
      await sleep(afterTroubleMs)
    }
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
