import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { ASK_LIMITS, askHost } from '@/lib/directory/ask-host'
import { importFeed, type SourceRead } from '@/lib/directory/import-feed'
import { listedFetch, listedHosts } from '@/lib/directory/listed-fetch'
import { FEED_LIMITS, readFeed, type TakePage } from '@/lib/directory/read-feed'
import type { Answer } from '@/lib/directory/rules/check-answer'
import { checkFile } from '@/lib/directory/rules/check-file'
import { Findings } from '@/lib/directory/rules/report'
import { connected } from './connection.mjs'

const usage = `npm run directory:import -- URL|FILE [--this-machine]

Takes a feed of services in Open Referral UK form into the database at DATABASE_URL_OWNER, and
prints one JSON object. Asks the hosts in DIRECTORY_HOSTS (names, with commas between) and no
others.
--this-machine lets a feed at 127.0.0.1 be read, in a practice place.`

// A file is read whole: beyond this, pages are asked for, which need less memory.
const LARGEST = 48 * 1024 * 1024

class Stop extends Error {}

const failed = (path: string, reason: string): SourceRead => ({
  report: { pages: 0, services: 0, errors: [{ path, reason }], warnings: [] },
  whole: false,
})

/** A file as the pages in it, each written before the report is made. */
async function readFile(path: string, takePage: TakePage): Promise<SourceRead> {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats?.isFile()) return failed(path, 'there is no such file')
  if (stats.size > LARGEST) return failed(path, 'is larger than 48 megabytes; cut it into pages')
  const answers: Answer[] = []
  const report = checkFile(readFileSync(path), (answer) => answers.push(answer))
  const findings = new Findings()
  for (const answer of answers) await takePage(answer, new URL('file:///'), findings)
  return {
    report: { ...report, errors: [...report.errors, ...findings.list('errors')] },
    whole: answers.every(({ facts }) => (facts?.total_pages ?? 1) <= answers.length),
  }
}

/** Whether an address is that of all the services: not of one, a later page, or some of them. */
const isWhole = ({ pathname, searchParams }: URL) =>
  !/\/services\/[^/]+\/?$/.test(pathname) &&
  [...searchParams.keys()].every((name) => name === 'per_page')

function settings() {
  const { values, positionals } = parseArgs({
    options: { 'this-machine': { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [given, ...rest] = positionals
  const url = process.env['DATABASE_URL_OWNER']
  if (given === undefined || rest.length > 0) throw new Stop(usage)
  if (!url) throw new Stop('Set DATABASE_URL_OWNER to the owner’s address of the database.')
  const isAddress = /^[a-z][a-z0-9+.-]+:\/\//i.test(given)
  if (isAddress && !URL.canParse(given)) throw new Stop(`${given} is no address.`)
  return { given, url, isAddress, thisMachine: values['this-machine'] }
}

/** Said on standard error every thousand services, so that standard output is one JSON object. */
function makeProgress() {
  let said = 0
  return (services: number) => {
    if (services - said < 1000) return
    said = services
    process.stderr.write(`${services.toLocaleString('en-GB')} services read\n`)
  }
}

async function main() {
  const { given, url, isAddress, thisMachine } = settings()
  const report = await connected(url, async (client) => {
    const { rows } = await client.query<{ mode: string }>('select mode from installation')
    if (thisMachine && rows[0]?.mode !== 'practice') {
      throw new Stop('--this-machine is for a practice place alone.')
    }
    const hosts = listedHosts(process.env['DIRECTORY_HOSTS'] ?? '')
    const ask = askHost(ASK_LIMITS, listedFetch({ hosts, thisMachine }))
    const query = (text: string, values?: unknown[]) => client.query<object>(text, values)
    const of = { query, onPage: makeProgress() }
    const now = () => performance.now()
    return isAddress
      ? importFeed({ ...of, address: new URL(given).href, ask }, async (takePage) => ({
          report: await readFeed(new URL(given), ask, FEED_LIMITS, now, takePage),
          whole: isWhole(new URL(given)),
        }))
      : importFeed({ ...of, address: basename(given), ask: null }, (takePage) =>
          readFile(given, takePage),
        )
  })
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  process.exitCode = report.outcome === 'taken in' ? 0 : 1
}

main().catch((error: unknown) => {
  const isSentence = error instanceof Stop || (error instanceof Error && error.name === 'Sentence')
  process.stderr.write(
    isSentence ? `${error.message}\n` : `${String((error as Error).stack ?? error)}\n`,
  )
  process.exitCode = 1
})
