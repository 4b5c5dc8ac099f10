import * as fs from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connected, connectedAlone } from './connection.mjs'
import { makeRoles, quoted, roleNames, statementsByHand } from './database-roles.mjs'
import { applySchema, fingerprint, recordedFingerprint } from './database-schema.mjs'
import { Sentence } from './sentence.mjs'

const ours = fileURLToPath(new URL('../prisma', import.meta.url))
const oldest = 150000 // server_version_num of PostgreSQL 15

/**
 * Makes a database ready for the app: roles, the database itself, extensions, migrations, then the
 * security declared in prisma/security. Quick when nothing has changed since the last time.
 *
 * @param {{ adminUrl: string, database: string, passwords: Record<string, string>,
 *   suffix?: string, folder?: string }} options `adminUrl`: a superuser, or a login with CREATEROLE
 *   and CREATEDB. `suffix`: what the role names end in, the database's name unless said. `folder`:
 *   where migrations and security lie, `prisma` unless said.
 * @returns {Promise<ReturnType<typeof databaseUrls> & { created: boolean, changed: boolean }>}
 * @throws {Sentence} when the login lacks rights or the server is too old
 */
export async function prepareDatabase(options) {
  const { adminUrl, database, passwords, suffix = database, folder = ours } = options
  const roles = roleNames(suffix)
  const urls = databaseUrls({ adminUrl, database, roles, passwords })
  if (await isCurrent(urls, folder)) return { ...urls, created: false, changed: false }
  const maintenance = new URL(adminUrl)
  maintenance.pathname = '/postgres'
  return connectedAlone(maintenance.href, database, async (admin) => {
    const created = await makeAll(admin, { database, roles, passwords })
    await closeStatistics(urls.adminUrl)
    await applySchema({ urls, folder, roles })
    return { ...urls, created, changed: true }
  })
}

/**
 * The same for a database that an administrator has made by hand: migrations and security only.
 *
 * @param {{ urls: ReturnType<typeof databaseUrls>, definer: string, folder?: string }} options
 */
export async function updateDatabase({ urls, definer, folder = ours }) {
  if (await isCurrent(urls, folder)) return { ...urls, created: false, changed: false }
  const login = (url) => decodeURIComponent(new URL(url).username)
  const roles = {
    owner: login(urls.ownerUrl),
    app: login(urls.appUrl),
    insight: login(urls.insightUrl),
    worker: login(urls.workerUrl),
    publisher: login(urls.publisherUrl),
    definer,
  }
  await connectedAlone(urls.ownerUrl, 'update', () => applySchema({ urls, folder, roles }))
  return { ...urls, created: false, changed: true }
}

/** The addresses of a database for each login, and for the admin. */
export function databaseUrls({ adminUrl, database, roles, passwords }) {
  const as = (role) => {
    const url = new URL(adminUrl)
    url.pathname = `/${encodeURIComponent(database)}`
    if (role) {
      url.username = roles[role]
      url.password = encodeURIComponent(passwords[role])
    }
    return url.href
  }
  return {
    adminUrl: as(null),
    ownerUrl: as('owner'),
    appUrl: as('app'),
    insightUrl: as('insight'),
    workerUrl: as('worker'),
    publisherUrl: as('publisher'),
  }
}

/**
 * What a copy of a database has to be told again: who may connect (its logins and nobody else), and
 * that plans are not compiled (prisma/security/00-start.sql), which takes longer than running them.
 */
export async function closeDatabase(admin, database, roles) {
  const name = quoted(database)
  await admin.query(`revoke all on database ${name} from public`)
  const logins = [roles.app, roles.insight, roles.worker, roles.publisher].map(quoted).join(', ')
  await admin.query(`grant connect on database ${name} to ${logins}`)
  await admin.query(`alter database ${name} set jit = off`)
}

/**
 * Closes to the app's logins what PostgreSQL counts by itself. It belongs to the superuser, so
 * nobody else can: without one it is for the database administrator (docs/running.md).
 */
export async function closeStatistics(adminUrl) {
  const statements = fs.readFileSync(new URL('close-statistics.sql', import.meta.url), 'utf8')
  await connected(adminUrl, async (admin) => {
    const { rows } = await admin.query('select rolsuper from pg_roles where rolname = current_user')
    if (rows[0].rolsuper) await admin.query(statements)
  })
}

async function isCurrent(urls, folder) {
  return (await recordedFingerprint(urls.ownerUrl)) === fingerprint(folder)
}

async function makeAll(admin, { database, roles, passwords }) {
  const version = await admin.query(`select current_setting('server_version_num')::int as number`)
  if (version.rows[0].number < oldest) {
    throw new Sentence('This PostgreSQL server is too old: version 15 or later is needed.')
  }
  try {
    await makeRoles(admin, roles, passwords)
    return await makeDatabase(admin, database, roles)
  } catch (error) {
    throw error.code === '42501' ? notAllowed(roles, database) : error
  }
}

async function makeDatabase(admin, database, roles) {
  const name = quoted(database)
  const owner = quoted(roles.owner)
  const query = 'select pg_get_userbyid(datdba) as owner from pg_database where datname = $1'
  const { rows } = await admin.query(query, [database])
  if (rows.length === 0) {
    const place = `template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`
    await admin.query(`create database ${name} owner ${owner} ${place}`)
  } else if (rows[0].owner !== roles.owner) {
    await admin.query(`alter database ${name} owner to ${owner}`)
  }
  await closeDatabase(admin, database, roles)
  return rows.length === 0
}

function notAllowed(roles, database) {
  const lines = statementsByHand(roles, database).map((line) => `  ${line};`)
  return new Sentence(
    'The login in DATABASE_URL may not make roles and databases. Give it CREATEROLE and ' +
      'CREATEDB, or ask the database administrator to run this, and then set DATABASE_URL_OWNER, ' +
      `DATABASE_URL_APP, DATABASE_URL_INSIGHT, DATABASE_URL_WORKER and DATABASE_URL_PUBLISHER:\n\n${lines.join('\n')}`,
  )
}
