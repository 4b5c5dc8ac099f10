import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Sentence } from './sentence.mjs'

const logins = ['superuser', 'owner', 'app', 'insight', 'worker', 'publisher']
const names = [...logins, 'session', 'serverActions']

/**
 * The installation's secrets, made at the first start and kept in `folder`/secrets.json, readable
 * by its user alone. With COMMON_THREAD_SECRET set (several app processes on one database, or
 * containers without a disk) every secret is derived from it and nothing is written.
 *
 * @param {string} folder absolute path of the data folder
 * @returns {Record<string, string>} base64url for passwords; `serverActions` is 32 bytes in base64
 */
export function readSecrets(folder) {
  const given = process.env.COMMON_THREAD_SECRET
  if (given) return derive(given)
  const file = join(folder, 'secrets.json')
  const kept = existsSync(file) ? parse(file) : {}
  const missing = names.filter((name) => !kept[name])
  if (missing.length === 0) return kept
  makeDataFolder(folder)
  for (const name of missing) kept[name] = encode(name, randomBytes(32))
  writePrivate(file, JSON.stringify(kept, null, 2) + '\n')
  return kept
}

/**
 * The key that protects published figures (insight), in a file of its own so that it never travels
 * with a backup of the other secrets. The practice place has one of its own, marked so: no live
 * figures are made with it. Returns the file's absolute path.
 */
export function insightKeyFile(folder, mode) {
  const file = join(folder, mode === 'practice' ? 'insight-key-practice' : 'insight-key')
  const key = randomBytes(32).toString('base64url')
  if (!existsSync(file)) writePrivate(file, mode === 'practice' ? `practice ${key}\n` : `${key}\n`)
  return file
}

/** Makes the data folder, closed to reading by others, and returns it. */
export function makeDataFolder(folder) {
  // 0711: the database's own user may pass through to its folder, and may list nothing.
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  return folder
}

function derive(secret) {
  if (secret.length < 32) {
    throw new Sentence('COMMON_THREAD_SECRET is too short. Give it at least 32 characters.')
  }
  const made = (name) => createHmac('sha256', secret).update(`common-thread ${name}`).digest()
  return Object.fromEntries(names.map((name) => [name, encode(name, made(name))]))
}

// Next reads the server-action key as standard base64 of 16, 24 or 32 bytes.
const encode = (name, bytes) => bytes.toString(name === 'serverActions' ? 'base64' : 'base64url')

function parse(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error.code) throw error
    throw new Sentence(`${file} is damaged. Restore it from a backup: the database needs it.`)
  }
}

function writePrivate(file, text) {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, text, { mode: 0o600 })
  renameSync(draft, file)
}
