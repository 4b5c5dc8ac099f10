import * as fs from 'node:fs'
import { join } from 'node:path'
import { connected } from './connection.mjs'
import { prepareDatabase, updateDatabase } from './database.mjs'
import { quoted } from './database-roles.mjs'
import { lastLines, runNode, step, typescript } from './programs.mjs'
import { makeDataFolder } from './secrets.mjs'
import { Sentence } from './sentence.mjs'

export const practiceDatabase = 'common_thread'

/** The addresses of the five logins, as an operator may give them all; null when they have not. */
export function givenUrls(env = process.env) {
  const urls = {
    ownerUrl: env.DATABASE_URL_OWNER,
    appUrl: env.DATABASE_URL_APP,
    insightUrl: env.DATABASE_URL_INSIGHT,
    workerUrl: env.DATABASE_URL_WORKER,
    publisherUrl: env.DATABASE_URL_PUBLISHER,
  }
  return Object.values(urls).every(Boolean) ? { ...urls, adminUrl: urls.ownerUrl } : null
}

/**
 * The database of a live installation: on the server of DATABASE_URL, or, where an administrator
 * has made database and roles by hand, the one that the five addresses name. Nothing invented goes
 * into it.
 */
export async function liveDatabase({ secrets, env = process.env }) {
  const given = givenUrls(env)
  if (given) {
    const database = decodeURIComponent(new URL(given.ownerUrl).pathname.slice(1))
    const definer = env.DATABASE_DEFINER || `ct_${database}_definer`
    return step('Bringing the database up to date', () => updateDatabase({ urls: given, definer }))
  }
  const adminUrl = checkedUrl(env.DATABASE_URL)
  const named = decodeURIComponent(adminUrl.pathname.slice(1))
  const database = named && named !== 'postgres' ? named : practiceDatabase
  return step('Bringing the database up to date', () =>
    prepareDatabase({ adminUrl: adminUrl.href, database, passwords: secrets }),
  )
}

/**
 * The database of the practice place, on the embedded server: made and filled with invented lives
 * at the first start. A fill that was cut short is begun again from nothing.
 */
export async function practicePlace({ root, folder, superuserUrl, secrets }) {
  const unfinished = join(folder, 'practice-unfinished')
  if (fs.existsSync(unfinished)) {
    await connected(superuserUrl, (admin) =>
      admin.query(`drop database if exists ${quoted(practiceDatabase)} with (force)`),
    )
  }
  const options = { adminUrl: superuserUrl, database: practiceDatabase, passwords: secrets }
  const urls = await step('Preparing the database', async () => {
    const isNew = await connected(superuserUrl, async (admin) => {
      const query = 'select 1 from pg_database where datname = $1'
      return (await admin.query(query, [practiceDatabase])).rows.length === 0
    })
    if (isNew) fs.writeFileSync(unfinished, '')
    return prepareDatabase(options)
  })
  if (fs.existsSync(unfinished)) await fillPracticePlace({ root, folder, urls })
  fs.rmSync(unfinished, { force: true })
  return urls
}

/**
 * Fills a new database with the invented practice place; who to sign in as goes to `folder`. Its
 * last `quarters` wait for the job that publishes.
 */
export async function fillPracticePlace({ root, folder, urls, quarters = 8 }) {
  const loader = join(root, 'scripts', 'practice.ts')
  makeDataFolder(folder)
  await step('Inventing the practice place', async () => {
    const env = scriptEnvironment({ urls, folder })
    const done = await runNode([...typescript(loader), '--quarters', String(quarters)], {
      env,
      cwd: root,
    })
    if (done.code === 0) return
    throw new Sentence(`The practice place could not be made. ${lastLines(done.output)}`)
  })
}

/** What scripts that are not the web process may use. */
export function scriptEnvironment({ urls, folder }) {
  return {
    ...process.env,
    DATABASE_URL_ADMIN: urls.adminUrl,
    DATABASE_URL_OWNER: urls.ownerUrl,
    DATABASE_URL_APP: urls.appUrl,
    DATABASE_URL_INSIGHT: urls.insightUrl,
    DATABASE_URL_WORKER: urls.workerUrl,
    DATABASE_URL_PUBLISHER: urls.publisherUrl,
    DATA_DIR: folder,
  }
}

function checkedUrl(text) {
  try {
    const url = new URL(text)
    if (['postgres:', 'postgresql:'].includes(url.protocol)) return url
  } catch {
    // Said below.
  }
  throw new Sentence(
    'DATABASE_URL is not an address of a PostgreSQL server. It looks like ' +
      'postgresql://login:password@host:5432/common_thread',
  )
}
