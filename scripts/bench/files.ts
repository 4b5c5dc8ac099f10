import { spawn, type ChildProcess } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { today } from '@/lib/dates'
import { readUpload } from '@/lib/transfer/upload'
import { connected } from '../connection.mjs'
import { databaseUrls } from '../database.mjs'
import { roleNames } from '../database-roles.mjs'
import { runNode, typescript } from '../programs.mjs'
import { Sentence } from '../sentence.mjs'
import { fileOf, mapping } from './files-rows'
import { median, quantile } from './statistics'

/** What one step took: seconds, a page's median and 95th percentile beside it (ms), memory (MB). */
export type FileStep = { seconds: number; page: { p50: number; p95: number }; peakMb: number }

/** One build with one file. `page`: without a file; `idleMb`: the worker with nothing to do. */
export type FileSide = {
  name: string
  page: { p50: number; p95: number }
  idleMb: number
  checking: FileStep
  importing: FileStep
  /** Seals made while the file was worked on, and the longest time between two, in seconds. */
  seals: { made: number; longest: number }
  counts: Record<string, number>
}

export type FilesRun = { rows: number; sides: FileSide[] }

type Place = { superuserUrl: string; passwords: Record<string, string>; folder: string }
type Build = { name: string; root: string }

/**
 * Takes one file of so many rows in with each build in turn, each in a practice place of its own
 * with its own worker, while somebody opens one page after another. Ours and, to compare with,
 * another checkout of the project with its packages installed.
 */
export async function measureFiles(
  place: Place,
  builds: readonly Build[],
  rows: number,
): Promise<FilesRun> {
  const sides: FileSide[] = []
  const read = await readUpload(fileOf(rows))
  for (const build of builds) sides.push(await measureBuild(place, build, read))
  return { rows: read.rows.length, sides }
}

type Read = Awaited<ReturnType<typeof readUpload>>

async function measureBuild(place: Place, build: Build, read: Read): Promise<FileSide> {
  const database = `bench_files_${build.name}`
  const { superuserUrl: adminUrl, passwords } = place
  const drop = () =>
    connected(adminUrl, (admin) =>
      admin.query(`drop database if exists "${database}" with (force)`),
    )
  await drop()
  console.log(`${build.name}: making a practice place`)
  const script = join(import.meta.dirname, 'files-place.ts')
  const made = await runNode(typescript(script), {
    cwd: build.root,
    env: {
      ...process.env,
      FILES_ADMIN_URL: adminUrl,
      FILES_DATABASE: database,
      FILES_PASSWORDS: JSON.stringify(passwords),
      FILES_TODAY: today(),
    },
  })
  if (made.code !== 0) throw new Sentence(`The practice place was not made:\n${made.output}`)
  const urls = databaseUrls({ adminUrl, database, roles: roleNames(database), passwords })
  const times = join(place.folder, 'files-times.txt')
  fs.writeFileSync(times, '')
  const ours = join(import.meta.dirname, '..', '..')
  const page = start(ours, join(import.meta.dirname, 'files-page.ts'), place.folder, {
    ...{ FILES_ADMIN_URL: urls.adminUrl, FILES_TIMES: times, DATABASE_URL_APP: urls.appUrl },
    NEXTAUTH_SECRET: passwords.session ?? '',
  })
  const worker = start(build.root, join(build.root, 'scripts', 'worker.ts'), place.folder, {
    ...{ DATABASE_URL_WORKER: urls.workerUrl, DATA_DIR: place.folder },
  })
  try {
    return await connected(urls.adminUrl, (client) =>
      timeSteps(client, { build, read, worker, times }),
    )
  } finally {
    await Promise.all([end(page), end(worker)])
    await drop()
  }
}

type Running = { build: Build; read: Read; worker: ChildProcess; times: string }

async function timeSteps(client: pg.Client, { build, read, worker, times }: Running) {
  await settled(client)
  await sleep(15_000)
  const idleFrom = Date.now()
  await sleep(15_000)
  const pagesSince = (from: number) => pageTimes(times, from, Date.now())
  const page = pagesSince(idleFrom)
  const idleMb = residentMb(worker)
  const batch = await putFile(client, read)
  const from = Date.now()
  const step = async (state: string, begin: string): Promise<FileStep> => {
    const began = Date.now()
    const peak = watchWorker(worker)
    await client.query(begin, [batch])
    for (;;) {
      const { rows } = await client.query<{ state: string; done: number }>(
        'select state, done from import_batch where id = $1',
        [batch],
      )
      if (rows[0]?.state === state) break
      if (rows[0]?.state === 'failed') throw new Error('The file failed')
      if (worker.exitCode !== null) throw new Error('The worker ended')
      await sleep(100)
    }
    const seconds = (Date.now() - began) / 1000
    console.log(`${build.name}: ${state} after ${seconds.toFixed(1)} s`)
    return { seconds, page: pagesSince(began), peakMb: peak() }
  }
  const checking = await step('checked', startCheck)
  const importing = await step('done', 'select transfer.start_import($1)')
  const { rows } = await client.query<{ counts: Record<string, number> }>(
    'select counts from import_batch where id = $1',
    [batch],
  )
  const seals = await sealsSince(client, from)
  const counts = rows[0]?.counts ?? {}
  return { name: build.name, page, idleMb, checking, importing, seals, counts }
}

/** Until the worker has looked at all that the practice place holds. */
async function settled(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query(
      `select 1 from record_key where key in ('!match', '!taken') limit 1`,
    )
    if (rows.length === 0) return
    await sleep(500)
  }
}

const startCheck = `
  select transfer.start_check(b.id, b.sent_by, '${JSON.stringify(mapping)}'::jsonb, 'bench', b.team_id,
    'current') from import_batch b where b.id = $1`

/** The file as it stands once read, put past the screen, which differs from build to build. */
async function putFile(client: pg.Client, { header, rows }: Read): Promise<string> {
  const { rows: made } = await client.query<{ id: string }>(
    `insert into import_batch (id, agency_id, team_id, shape, filename, encoding, file_hash, mapping,
       state, rows, done, sent_by)
     select gen_random_uuid(), m.agency_id, (select t.id from team t where t.agency_id = m.agency_id
         and t.ended_at is null order by t.name limit 1),
       'people', 'bench.csv', 'utf-8', sha256('bench'), $1, 'received', $2, $2, m.user_id
     from membership m join agency a on a.id = m.agency_id and a.key = 'options'
     where m.role = 'steward' and m.ends_at is null limit 1 returning id`,
    [JSON.stringify({ header, headingLine: 1 }), rows.length],
  )
  const id = made[0]?.id ?? ''
  for (let at = 0; at < rows.length; at += 5000) {
    await client.query(
      `insert into import_row (batch_id, line, hash, raw)
       select $1, (r ->> 'line')::int, decode(r ->> 'hash', 'hex'), r -> 'cells'
       from jsonb_array_elements($2::jsonb) r`,
      [id, JSON.stringify(rows.slice(at, at + 5000))],
    )
  }
  await client.query('analyze import_row')
  return id
}

/** A program of a build, its output in a file beside the database. */
function start(root: string, script: string, folder: string, env: Record<string, string>) {
  const log = fs.openSync(join(folder, 'files.log'), 'a', 0o600)
  return spawn(process.execPath, typescript(script), {
    cwd: root,
    env: { NODE_ENV: 'production', PATH: process.env.PATH, ...env },
    stdio: ['ignore', log, log],
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const over = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await Promise.race([over, sleep(15_000)])
  child.kill('SIGKILL')
}

function pageTimes(file: string, from: number, to: number) {
  const times = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split(' ').map(Number))
    .flatMap(([at = 0, ms = 0]) => (at > from && at <= to ? [ms] : []))
  return { p50: median(times), p95: quantile(times, 0.95) }
}

/** Megabytes that a process holds in memory now. Linux only; nought elsewhere. */
function residentMb({ pid }: ChildProcess): number {
  try {
    const text = fs.readFileSync(`/proc/${pid}/status`, 'utf8')
    return Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) / 1024)
  } catch {
    return 0
  }
}

/** Watches a process until asked for the most it held. */
function watchWorker(worker: ChildProcess): () => number {
  let most = 0
  const look = () => {
    most = Math.max(most, residentMb(worker))
  }
  const timer = setInterval(look, 100)
  return () => {
    clearInterval(timer)
    return most
  }
}

async function sealsSince(client: pg.Client, from: number) {
  const { rows } = await client.query<{ at: Date }>(
    'select at from seal where at > $1 order by at',
    [new Date(from)],
  )
  const at = [from, ...rows.map((row) => row.at.getTime()), Date.now()]
  const gaps = at.slice(1).map((time, i) => (time - (at[i] ?? time)) / 1000)
  return { made: rows.length, longest: Math.round(Math.max(...gaps)) }
}
