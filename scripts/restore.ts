import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { connected } from './connection.mjs'
import { withOwner } from './owner.mjs'
import { restore } from './restore-database'
import { Sentence } from './sentence.mjs'

const usage = `npm run restore -- FILE

Puts a backup into an empty database: the one of DATABASE_URL or DATABASE_URL_OWNER, or, with
neither set, the one that comes with it, made if there is none yet. Everybody signs in again.`

/** Seals made after the backup are not in it: their copy is kept beside, and a new one begun. */
function setSealsAside(folder: string): void {
  const file = join(folder, 'seals.log')
  if (existsSync(file)) renameSync(file, join(folder, `seals-before-${Date.now()}.log`))
}

async function main(): Promise<void> {
  const [file] = process.argv.slice(2)
  if (!file || file.startsWith('-')) throw new Sentence(usage)
  if (!existsSync(file)) throw new Sentence(`There is no file ${file}.`)
  const done = await withOwner(
    async (url, folder) => {
      const restored = await connected(url, (client) => restore(client, file))
      setSealsAside(folder)
      return restored
    },
    { prepare: true },
  )
  console.log(`${done.rows} rows, as they were at ${done.madeAt}.`)
  console.log('What was erased since then is back: erase it again before anybody works with this.')
}

main().catch((error: unknown) => {
  console.error(error instanceof Sentence ? error.message : error)
  process.exitCode = 1
})
