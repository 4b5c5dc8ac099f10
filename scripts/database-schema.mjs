import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { connected } from './connection.mjs'
import { quoted } from './database-roles.mjs'
import { everything, withSchemaEngine, readMigrations } from './schema-engine.mjs'
import { Sentence } from './sentence.mjs'

// All are "trusted": since PostgreSQL 13 a database's owner may add them.
const extensions = ['pg_trgm', 'fuzzystrmatch', 'unaccent', 'btree_gist', 'pgcrypto']

/**
 * Brings tables and security up to date as the database's owner: extensions, the migrations it has
 * not had yet, then all of prisma/security.
 *
 * @param {{ urls: { ownerUrl: string, adminUrl: string }, folder: string,
 *   roles: Record<string, string> }} options
 */
export async function applySchema({ urls, folder, roles }) {
  await addExtensions(urls)
  await applyMigrations(urls.ownerUrl, folder)
  await applySecurity(urls.ownerUrl, folder, roles)
}

/** A hash of what makes a database what it is: its logins, migrations and security files. */
export function fingerprint(folder) {
  const hash = createHash('sha256')
  // How logins are made counts too: what they are given reaches those made before.
  hash.update(fs.readFileSync(new URL('database-roles.mjs', import.meta.url))).update('\0')
  for (const part of ['migrations', 'security']) {
    const base = join(folder, part)
    const names = fs.existsSync(base) ? fs.readdirSync(base, { recursive: true }).sort() : []
    for (const name of names.filter((file) => file.endsWith('.sql'))) {
      hash
        .update(`${part}/${name}\0`)
        .update(fs.readFileSync(join(base, name)))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

/** The fingerprint a database was last brought up to, or null where there is none yet. */
export async function recordedFingerprint(ownerUrl) {
  try {
    return await connected(ownerUrl, async (owner) => {
      const { rows } = await owner.query('select fingerprint from _security_applied')
      return rows[0]?.fingerprint ?? null
    })
  } catch (error) {
    // No such role, password, database or table yet: all are made next.
    if (['28P01', '28000', '3D000', '42P01', '42501'].includes(error.code)) return null
    throw error
  }
}

async function addExtensions({ ownerUrl, adminUrl }) {
  const add = (client) =>
    client.query(extensions.map((name) => `create extension if not exists ${name};`).join('\n'))
  try {
    await connected(ownerUrl, add)
  } catch (error) {
    if (error.code !== '42501') throw error
    await connected(adminUrl, add)
  }
}

async function applyMigrations(ownerUrl, folder) {
  // What PostgreSQL leaves open by default is closed: a table or function has no user until
  // prisma/security names one.
  await connected(ownerUrl, (owner) =>
    owner.query(`
      revoke all on schema public from public;
      alter default privileges revoke execute on functions from public;
    `),
  )
  const migrationsList = readMigrations(join(folder, 'migrations'))
  if (migrationsList.migrationDirectories.length === 0) return
  try {
    await withSchemaEngine(ownerUrl, async (engine) => {
      const options = { migrationsList, optInToShadowDatabase: false, filters: everything }
      const { failedMigrationNames } = await engine.diagnoseMigrationHistory(options)
      for (const migrationName of failedMigrationNames) {
        // It failed in one transaction (a full disk, say) and left nothing: it may try again.
        await engine.markMigrationRolledBack({ migrationName })
      }
      await engine.applyMigrations({ migrationsList, filters: everything })
    })
  } catch (error) {
    throw new Sentence(`A migration could not be applied.\n${error.message}`)
  }
}

/**
 * Applies every file of prisma/security in name order, in one transaction: all of it holds or
 * none. The files are today's whole truth, so each must bear being applied again.
 * `{{owner}}`, `{{app}}`, `{{insight}}`, `{{worker}}`, `{{publisher}}` and `{{definer}}` stand for
 * the role names, `{{database}}` for the database's.
 */
async function applySecurity(ownerUrl, folder, roles) {
  const base = join(folder, 'security')
  const files = fs.existsSync(base) ? fs.readdirSync(base).sort() : []
  await connected(ownerUrl, async (owner) => {
    const { rows } = await owner.query('select current_database() as database')
    const names = { ...roles, ...rows[0] }
    await owner.query('begin')
    for (const file of files.filter((name) => name.endsWith('.sql'))) {
      const text = fill(fs.readFileSync(join(base, file), 'utf8'), names, file)
      await owner.query(text).catch((error) => {
        throw new Sentence(`prisma/security/${file} could not be applied: ${place(error, text)}`)
      })
    }
    await owner.query('create table if not exists _security_applied (fingerprint text not null)')
    await owner.query('delete from _security_applied')
    await owner.query('insert into _security_applied values ($1)', [fingerprint(folder)])
    await owner.query('commit')
  })
}

function fill(text, names, file) {
  return text.replace(/\{\{(\w+)\}\}/g, (_, word) => {
    if (!names[word]) throw new Sentence(`prisma/security/${file} has an unknown word: {{${word}}}`)
    return quoted(names[word])
  })
}

function place(error, text) {
  const line = error.position ? text.slice(0, Number(error.position)).split('\n').length : null
  const extra = [error.detail, error.hint, error.where].filter(Boolean).join('\n')
  return `${error.message}${line ? ` (line ${line})` : ''}${extra ? `\n${extra}` : ''}`
}
