import { spawn, spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import { freePort } from './ports.mjs'
import { guard, hold, holders } from './postgres-holders.mjs'
import { serverPrograms, serverUser, tablesFolder } from './postgres-files.mjs'
import { commandLine, isAlive, waitUntil } from './processes.mjs'
import { makeDataFolder, readSecrets } from './secrets.mjs'
import { knownCause, Sentence } from './sentence.mjs'

const major = '18'
const program = (name) => (process.platform === 'win32' ? `${name}.exe` : name)

// Personal words must not reach the server's log: no parameters, no failed statements, no details
// (`Key (name)=(…) already exists`).
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  // A thirty-second part of the memory, 128 to 512 MB, is kept for tables: by itself the server
  // takes 128 MB whatever the machine. And linking a whole register need not write every page out
  // again every few seconds.
  shared_buffers: `${Math.min(512, Math.max(128, Math.floor(totalmem() / 2 ** 25)))}MB`,
  max_wal_size: '3GB',
}
const unsafeButQuick = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/**
 * Starts the embedded PostgreSQL whose tables live under `folder`, making it at the first start.
 *
 * @param {{ folder: string, shared?: boolean, throwaway?: boolean }} options `folder`: absolute.
 *   `shared`: join a server that another process of this folder already runs; it stops when the
 *   last one leaves. `throwaway`: quicker, and lost in a power cut; for tests only.
 * @returns {Promise<{ superuserUrl: string, port: number, stop: () => Promise<void> }>}
 * @throws {Sentence} when it cannot start, saying what to do
 */
export async function startPostgres({ folder, shared = false, throwaway = false }) {
  checkOwner(folder)
  makeDataFolder(folder)
  const unlock = shared ? await lock(folder) : () => {}
  try {
    const others = holders(folder)
    const user = serverUser()
    const tables = tablesFolder(folder, user)
    const running = runningServer(tables)
    if (running && others.length > 0) {
      if (!shared) throw new Sentence(alreadyRunning(others[0]))
      const release = hold(folder)
      return { ...(await address(folder)), stop: async () => release() }
    }
    if (running) await stopServer(running)
    return await begin({ folder, shared, throwaway, user, tables })
  } finally {
    unlock()
  }
}

async function begin({ folder, shared, throwaway, user, tables }) {
  const programs = serverPrograms(user)
  const { superuser } = readSecrets(folder)
  if (!fs.existsSync(join(tables, 'PG_VERSION'))) {
    createCluster({ programs, tables, user, password: superuser, throwaway })
  }
  checkVersion(tables)
  fs.rmSync(join(tables, 'postmaster.pid'), { force: true })
  const port = await freePort(rememberedPort(folder))
  fs.writeFileSync(join(folder, 'postgres.json'), JSON.stringify({ port }) + '\n')
  const log = openLog(folder)
  const all = { ...settings, ...(throwaway ? unsafeButQuick : {}), port: String(port) }
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(join(programs, 'bin', program('postgres')), ['-D', tables, ...args], {
    ...user,
    cwd: '/',
    // Its own session: Ctrl-C is for us, and we stop it once the app has finished.
    detached: true,
    stdio: ['ignore', log.descriptor, log.descriptor],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  })
  let failure = null
  server.once('error', (error) => (failure = error))
  server.once('exit', () => (failure ??= new Error('it ended at once')))
  server.unref()
  fs.closeSync(log.descriptor)
  const release = hold(folder)
  const found = await address(folder)
  const up = await waitUntil(() => failure || answers(found.superuserUrl), 60)
  if (failure || !up) {
    release()
    throw new Sentence(couldNotStart(log.path, failure))
  }
  guard(folder, server.pid)
  await closeOtherDatabases(found.superuserUrl)
  const stop = async () => {
    release()
    if (!shared) await stopServer(server.pid)
  }
  return { ...found, stop }
}

function createCluster({ programs, tables, user, password, throwaway }) {
  // A first start that was cut short leaves a half-made folder, which initdb refuses.
  for (const name of fs.readdirSync(tables)) {
    fs.rmSync(join(tables, name), { recursive: true, force: true })
  }
  const passwordFile = `${tables}.password`
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) fs.chownSync(passwordFile, user.uid, user.gid)
  const args = ['-D', tables, '-U', 'postgres', `--pwfile=${passwordFile}`, '-E', 'UTF8']
  args.push('--auth=scram-sha-256', '--locale=C', '--locale-provider=builtin')
  args.push('--builtin-locale=C.UTF-8', ...(throwaway ? ['--no-sync'] : []))
  const env = { PATH: process.env.PATH, LC_ALL: 'C' }
  const options = { ...user, cwd: '/', env, encoding: 'utf8' }
  const made = spawnSync(join(programs, 'bin', program('initdb')), args, options)
  fs.rmSync(passwordFile, { force: true })
  if (made.status === 0) return
  const said = made.error ?? made.stderr
  const cause = knownCause(said) ?? `It said: ${String(made.error?.message ?? made.stderr).trim()}`
  throw new Sentence(`The database could not be made. ${cause}`)
}

function checkOwner(folder) {
  const owner = fs.statSync(folder, { throwIfNoEntry: false })?.uid
  const me = process.getuid?.()
  if (owner === undefined || me === undefined || owner === me) return
  throw new Sentence(
    `${folder} belongs to another user (number ${owner}). Start as that user, or move the folder ` +
      'away to begin with an empty one.',
  )
}

function checkVersion(tables) {
  const found = fs.readFileSync(join(tables, 'PG_VERSION'), 'utf8').trim()
  if (found === major) return
  throw new Sentence(
    `The data in ${tables} was written by PostgreSQL ${found}, and this version brings ` +
      `PostgreSQL ${major}. With the version of Common Thread that wrote it: npm run backup -- FILE. ` +
      'Then move that folder away and, with this one: npm run restore -- FILE.',
  )
}

function runningServer(tables) {
  const file = join(tables, 'postmaster.pid')
  if (!fs.existsSync(file)) return null
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0])
  // After a crash the number may belong to another program by now.
  return pid > 0 && isAlive(pid) && commandLine(pid).includes(tables) ? pid : null
}

async function stopServer(pid) {
  // SIGINT is PostgreSQL's fast shutdown: clients are cut off, everything committed is kept.
  if (isAlive(pid)) process.kill(pid, 'SIGINT')
  if (await waitUntil(() => !isAlive(pid), 60)) return
  throw new Sentence(`The database server (process ${pid}) does not stop. End it and start again.`)
}

async function lock(folder) {
  const path = join(folder, 'starting')
  const taken = await waitUntil(() => {
    try {
      fs.writeFileSync(path, String(process.pid), { flag: 'wx' })
      return true
    } catch {
      const pid = fs.existsSync(path) ? Number(fs.readFileSync(path, 'utf8')) : 0
      if (pid && !isAlive(pid)) fs.rmSync(path, { force: true })
      return false
    }
  }, 120)
  if (!taken) throw new Sentence(`Another start is in progress. If not, remove ${path}.`)
  return () => fs.rmSync(path, { force: true })
}

async function address(folder) {
  const { port } = JSON.parse(fs.readFileSync(join(folder, 'postgres.json'), 'utf8'))
  const password = encodeURIComponent(readSecrets(folder).superuser)
  return { port, superuserUrl: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres` }
}

function rememberedPort(folder) {
  try {
    return JSON.parse(fs.readFileSync(join(folder, 'postgres.json'), 'utf8')).port
  } catch {
    return undefined
  }
}

// What is closed in our database (close-statistics.sql) could be read from the next one: sizes,
// locks, and the statements that others with the same login are in.
async function closeOtherDatabases(url) {
  const { connected } = await import('./connection.mjs')
  await connected(url, (superuser) =>
    superuser.query('revoke connect, temporary on database postgres, template1 from public'),
  )
}

async function answers(url) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  try {
    await client.connect()
    return true
  } catch (error) {
    if (error.code === '28P01') {
      throw new Sentence('The database does not accept the password in secrets.json. Restore it.')
    }
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function openLog(folder) {
  const path = join(folder, 'postgres.log')
  // One earlier log is kept, so that a crash can be read after the restart.
  if (fs.existsSync(path)) fs.renameSync(path, `${path}.1`)
  return { path, descriptor: fs.openSync(path, 'a', 0o600) }
}

function couldNotStart(path, failure) {
  const tail = fs.readFileSync(path, 'utf8').trim().split('\n').slice(-3).join('\n')
  const cause = knownCause(tail) ?? (failure?.code ? knownCause(failure) : null)
  return `PostgreSQL could not start. ${cause ?? `Its log, ${path}, ends with:\n${tail}`}`
}

const alreadyRunning = (pid) =>
  `Common Thread is already running in this folder (process ${pid}). Stop that one first.`
