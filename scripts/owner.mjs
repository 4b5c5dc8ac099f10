import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { databaseUrls, prepareDatabase } from './database.mjs'
import { roleNames } from './database-roles.mjs'
import { givenUrls, liveDatabase, practiceDatabase } from './installation.mjs'
import { startPostgres } from './postgres.mjs'
import { readSecrets } from './secrets.mjs'
import { Sentence } from './sentence.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Does something with the owner's login of this installation: DATABASE_URL_OWNER, else the database
 * of DATABASE_URL, else the one that comes with it, started for as long as the work lasts unless it
 * runs already.
 *
 * @param {(ownerUrl: string, folder: string) => Promise<T>} work `folder`: the data folder
 * @param {{ prepare?: boolean }} [options] `prepare`: make the database first, or bring it up to
 *   date, as `npm start` does; nothing is put into it
 * @returns {Promise<T>}
 * @throws {Sentence} when there is none
 * @template T
 */
export async function withOwner(work, { prepare = false } = {}) {
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
  const folder = resolve(root, process.env.DATA_DIR || '.data')
  const { DATABASE_URL: server, DATABASE_URL_OWNER: owner } = process.env
  if (owner && !(prepare && givenUrls())) return work(owner, folder)
  if (server || owner) {
    const passwords = readSecrets(folder)
    const urls = prepare ? await liveDatabase({ secrets: passwords }) : onServer(server, passwords)
    return work(urls.ownerUrl, folder)
  }
  if (!prepare && !existsSync(join(folder, 'postgres'))) {
    throw new Sentence(
      'There is no database here. Set DATABASE_URL_OWNER to the owner’s address of yours.',
    )
  }
  const embedded = await startPostgres({ folder, shared: true })
  try {
    const passwords = readSecrets(folder)
    const place = { adminUrl: embedded.superuserUrl, database: practiceDatabase, passwords }
    const urls = prepare ? await prepareDatabase(place) : onServer(null, passwords, place)
    return await work(urls.ownerUrl, folder)
  } finally {
    await embedded.stop()
  }
}

function onServer(text, passwords, place) {
  const adminUrl = place?.adminUrl ?? text
  const named = place?.database ?? decodeURIComponent(new URL(text).pathname.slice(1))
  const database = named && named !== 'postgres' ? named : practiceDatabase
  return databaseUrls({ adminUrl, database, roles: roleNames(database), passwords })
}
