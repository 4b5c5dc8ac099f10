import * as fs from 'node:fs'
import { cpus, loadavg, release, totalmem, type } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { today } from '@/lib/dates'
import { benchDatabase, dropBenchDatabase } from './bench/bench-database'
import { measureFiles } from './bench/files'
import { ratePages, weighPages } from './bench/pages'
import type { Linking } from './bench/link-crowd'
import { keepLinking, measureMatching } from './bench/matching'
import { measurePlace } from './bench/place'
import { report } from './bench/report'
import { asJson } from './bench/json'
import type { Machine, Measured, PageRate, PageWeight, Run } from './bench/results'
import { buildApp, generateClient } from './build.mjs'
import { connected } from './connection.mjs'
import type { DatabaseUrls } from './database.mjs'
import { freePort } from './ports.mjs'
import { startPostgres } from './postgres.mjs'
import { runNode, typescript } from './programs.mjs'
import { makeDataFolder, readSecrets } from './secrets.mjs'
import { Sentence } from './sentence.mjs'
import { serve, webEnvironment } from './serve.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, '.data', 'bench')
const kept = join(root, 'docs', 'benchmarks')

/**
 * `npm run bench -- [--people 10000] [--contacts 200000] [--rounds 9] [--no-pages] [--keep]
 * [--json]`:
 * makes the data in a database of its own, measures, and writes docs/benchmarks.md from this run
 * and those of other sizes. `--keep` leaves the data for the next run, and takes what one left.
 * `--json` prints one object to standard output and everything else beside it.
 * `--matching 1000000` links so many made-up records instead; `--place` measures the network of
 * 200 institutions and 5,000 links, without a database.
 */
async function main(): Promise<void> {
  const { people, contacts, rounds, withPages, keep, matching, json, files, beside, place } =
    settings()
  if (json) progressAside()
  if (place) return console.log(JSON.stringify(measurePlace(200, 5000, rounds), null, 2))
  makeDataFolder(folder)
  if (matching > 0) return linkCrowds(matching)
  if (files > 0) return takeFiles(files, beside)
  await generateClient(root)
  const server = await startPostgres({ folder })
  try {
    const passwords = readSecrets(folder)
    const order = { people, contacts, keep, folder }
    const { urls, made } = await benchDatabase(server.superuserUrl, passwords, order)
    const before = loadavg()[0] ?? 0
    console.log('Measuring')
    const jobs = await measure(urls, passwords.session, rounds)
    const [machine, sizeMb] = await connected(urls.adminUrl, async (client) => {
      const { rows } = await client.query<{ version: string; size: string }>(
        `select current_setting('server_version') as version,
           pg_database_size(current_database()) / 1048576 as size`,
      )
      const load: [number, number] = [before, loadavg()[0] ?? 0]
      return [describe(rows[0]?.version ?? '', load), Number(rows[0]?.size)] as const
    })
    const pages = withPages ? await weigh(urls) : null
    const run: Run = { on: today(), made, sizeMb, machine, jobs, ...pages }
    write(run)
    if (json) fs.writeSync(1, `${JSON.stringify(asJson(run))}\n`)
    if (!keep) await dropBenchDatabase(server.superuserUrl, people)
  } finally {
    await server.stop()
  }
}

async function linkCrowds(records: number): Promise<void> {
  const server = await startPostgres({ folder })
  try {
    const passwords = readSecrets(folder)
    const { superuserUrl } = server
    const before = loadavg()[0] ?? 0
    const linking = await measureMatching({ superuserUrl, passwords }, records, 2)
    const version = await connected(superuserUrl, async (client) => {
      const { rows } = await client.query<{ server_version: string }>('show server_version')
      return rows[0]?.server_version ?? ''
    })
    const machine = describe(version, [before, loadavg()[0] ?? 0])
    keepLinking(kept, { ...linking, on: today(), machine })
    writeReport()
  } finally {
    await server.stop()
  }
}

async function takeFiles(rows: number, beside?: string): Promise<void> {
  const server = await startPostgres({ folder })
  try {
    const builds = [{ name: 'ours', root }]
    if (beside) builds.unshift({ name: 'beside', root: resolve(beside) })
    const place = { superuserUrl: server.superuserUrl, passwords: readSecrets(folder), folder }
    const run = await measureFiles(place, builds, rows)
    console.log(JSON.stringify(run, null, 2))
  } finally {
    await server.stop()
  }
}

function settings() {
  const { values } = parseArgs({
    options: {
      people: { type: 'string', default: '10000' },
      contacts: { type: 'string' },
      rounds: { type: 'string', default: '9' },
      pages: { type: 'boolean', default: true },
      keep: { type: 'boolean', default: false },
      matching: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
      files: { type: 'string', default: '0' },
      beside: { type: 'string' },
      place: { type: 'boolean', default: false },
    },
    allowNegative: true,
  })
  const people = Number(values.people)
  const contacts = Number(values.contacts ?? people * 20)
  const rounds = Number(values.rounds)
  const matching = Number(values.matching)
  const fit = [people, contacts, rounds, matching].every(Number.isInteger)
  if (!fit || people < 1000 || contacts < 1 || rounds < 7) {
    throw new Sentence('--people is at least 1000, --rounds at least 7, all of them whole numbers.')
  }
  const { pages: withPages, keep, json, beside, place } = values
  const files = Number(values.files)
  return { people, contacts, rounds, withPages, keep, matching, json, files, beside, place }
}

async function measure(
  urls: { adminUrl: string; appUrl: string },
  secret: string,
  rounds: number,
): Promise<Measured[]> {
  const out = join(folder, 'measured.json')
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    BENCH_ADMIN_URL: urls.adminUrl,
    BENCH_OUT: out,
    BENCH_ROUNDS: String(rounds),
    DATABASE_URL_APP: urls.appUrl,
    NEXTAUTH_SECRET: secret,
  }
  const script = join(root, 'scripts', 'bench', 'measure.ts')
  const done = await runNode(typescript(script), { env, show: true, cwd: root })
  if (done.code !== 0) throw new Sentence('The measuring did not finish; see above.')
  return JSON.parse(fs.readFileSync(out, 'utf8')) as Measured[]
}

/** Whatever tells of progress writes to standard error from now on. */
function progressAside(): void {
  process.stdout.write = process.stderr.write.bind(process.stderr)
}

/**
 * Builds the app as `npm start` does, serves it on the bench's database, weighs its pages and
 * counts how many it answers a second.
 */
async function weigh(urls: DatabaseUrls): Promise<{ pages: PageWeight[]; rates: PageRate[] }> {
  const secrets = readSecrets(makeDataFolder(join(root, '.data')))
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const options = { secrets, folder, address }
  await buildApp(root, { env: webEnvironment(options) })
  const env = webEnvironment({ ...options, urls })
  const logFile = join(folder, 'app.log')
  const app = await serve({ root, folder, env, host: '127.0.0.1', port, logFile })
  try {
    const ask = { root, address, secret: secrets.session, adminUrl: urls.adminUrl }
    return { pages: await weighPages(ask), rates: await ratePages(ask) }
  } finally {
    await app.stop()
  }
}

const describe = (postgres: string, load: [number, number]): Machine => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown processor',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  system: `${type()} ${release()}`,
  node: process.version.slice(1),
  postgres,
  load,
})

/** Keeps this run beside those of other sizes, and writes the document of them all. */
function write(run: Run): void {
  fs.mkdirSync(kept, { recursive: true })
  fs.writeFileSync(join(kept, `${run.made.people}.json`), `${JSON.stringify(run, null, 2)}\n`)
  writeReport()
}

function writeReport(): void {
  const read = (name: string): unknown => JSON.parse(fs.readFileSync(join(kept, name), 'utf8'))
  const files = fs.readdirSync(kept).filter((name) => name.endsWith('.json'))
  const ofMatching = (name: string) => name.startsWith('matching-')
  const runs = files.filter((name) => !ofMatching(name)).map((name) => read(name) as Run)
  const linkings = files.filter(ofMatching).map((name) => read(name) as Linking)
  fs.writeFileSync(join(root, 'docs', 'benchmarks.md'), report(runs, linkings))
  console.log('Written: docs/benchmarks.md')
}

main().catch((error: unknown) => {
  console.error(error instanceof Sentence ? error.message : error)
  process.exitCode = 1
})
