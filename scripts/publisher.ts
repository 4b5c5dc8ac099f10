import { setTimeout as sleep } from 'node:timers/promises'
import { buildPublication, type Build } from '@/lib/insight/job/build-publication'
import { NoInsightKey, readInsightKey } from '@/lib/insight/job/person-keys'
import { withPublisher, type PublisherScope } from '@/lib/insight/job/publisher-scope'
import { isStopping, keepWorking, untilStopping } from './keep-working'

/**
 * The process that builds publications of protected figures, as the publisher's own login
 * (DATABASE_URL_PUBLISHER). It alone is told where the insight key is (INSIGHT_KEY_FILE); the seal
 * and files do not wait for it. What a killed process left is gone on with. Ends on SIGTERM and
 * SIGINT after the statement it is in.
 */
const restMs = 2_000
/** Extracts live for thirty days: to the hour is near enough. */
const destroyEveryMs = 3_600_000

async function work(scope: PublisherScope): Promise<void> {
  const [place] = await scope.ask<{ mode: string | null }>('select insight.mode() as mode')
  const secret = place?.mode ? readInsightKey(process.env.INSIGHT_KEY_FILE, place.mode) : null
  let destroyedAt = -Infinity
  while (!isStopping()) {
    if (performance.now() - destroyedAt >= destroyEveryMs) {
      await scope.ask('select insight.destroy_extracts()')
      destroyedAt = performance.now()
    }
    const [build] = await scope.ask<Build>('select * from insight.next_build()')
    if (build && secret) {
      await buildPublication(scope, build, secret)
      await scope.ask('select insight.agree_practice($1)', [build.id])
    } else await sleep(restMs)
  }
}

keepWorking({
  name: 'publisher',
  variable: 'DATABASE_URL_PUBLISHER',
  rest: { words: 'ten seconds', ms: 10_000 },
  work: (url) => withPublisher(url, (scope) => work(untilStopping(scope))),
  isFatal: (error) => error instanceof NoInsightKey,
})
