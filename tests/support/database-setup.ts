import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { connected, connectedAlone } from '@/scripts/connection.mjs'
import { databaseUrls, prepareDatabase, type Roles } from '@/scripts/database.mjs'
import { quoted, roleNames } from '@/scripts/database-roles.mjs'
import { fingerprint } from '@/scripts/database-schema.mjs'
import { startPostgres } from '@/scripts/postgres.mjs'
import { isAlive } from '@/scripts/processes.mjs'
import { makeDataFolder, readSecrets } from '@/scripts/secrets.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const data = `${root}.data/test`

/** What a test worker needs to make a database of its own. */
export type TestServer = {
  adminUrl: string
  template: string
  roles: Roles
  passwords: Record<string, string>
}

declare module 'vitest' {
  interface ProvidedContext {
    server: TestServer
  }
}

/**
 * Once per run, before the integration tests: a PostgreSQL server (the embedded one, or
 * TEST_DATABASE_ADMIN_URL) holding a template database with today's tables and security. The
 * template is kept for the next run and made anew when migrations or security have changed.
 */
export default async function setUp(project: TestProject) {
  makeDataFolder(data)
  const passwords = readSecrets(data)
  const given = process.env.TEST_DATABASE_ADMIN_URL
  const embedded = given
    ? null
    : await startPostgres({ folder: data, shared: true, throwaway: true })
  const adminUrl = given ?? embedded?.superuserUrl ?? ''
  // Two checkouts may share a server: each has roles and a template of its own.
  const mark = createHash('sha256').update(root).digest('hex').slice(0, 6)
  const suffix = `test_${mark}`
  const template = await makeTemplate(adminUrl, suffix, passwords)
  project.provide('server', { adminUrl, template, roles: roleNames(suffix), passwords })
  return async () => {
    await embedded?.stop()
  }
}

async function makeTemplate(adminUrl: string, suffix: string, passwords: Record<string, string>) {
  const hash = fingerprint(`${root}prisma`).slice(0, 12)
  const template = `ct_${suffix}_${hash}`
  await connectedAlone(adminUrl, suffix, async (admin) => {
    const names = await databaseNames(admin)
    await dropLeftovers(admin, names, suffix, template)
    const { rows } = await admin.query(
      'select 1 from pg_database where datname = $1 and not datallowconn',
      [template],
    )
    if (rows.length > 0) return
    await admin.query(`drop database if exists ${quoted(template)} with (force)`)
    await prepareDatabase({ adminUrl, database: template, suffix, passwords })
    const { ownerUrl } = databaseUrls({
      adminUrl,
      database: template,
      roles: roleNames(suffix),
      passwords,
    })
    // Copies start with statistics, so that plans in tests are those of a database in use.
    await connected(ownerUrl, (owner) => owner.query('analyze'))
    await admin.query(`alter database ${quoted(template)} with allow_connections false`)
  })
  return template
}

async function databaseNames(admin: {
  query(text: string): Promise<{ rows: { datname: string }[] }>
}) {
  const { rows } = await admin.query('select datname from pg_database')
  return rows.map((row) => row.datname)
}

/** Removes the templates of earlier schemas, and databases of runs that were killed. */
async function dropLeftovers(
  admin: { query(text: string): Promise<unknown> },
  names: string[],
  suffix: string,
  template: string,
) {
  const pattern = new RegExp(`^ct_${suffix}_run_(\\d+)_`)
  for (const name of names.filter((each) => each.startsWith(`ct_${suffix}_`))) {
    const pid = pattern.exec(name)?.[1]
    const inUse = pid ? isAlive(Number(pid)) : name === template
    if (inUse) continue
    await admin.query(`drop database if exists ${quoted(name)} with (force)`)
  }
}
