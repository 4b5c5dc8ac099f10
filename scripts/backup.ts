import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { backUp } from './backup-database'
import { connected } from './connection.mjs'
import { withOwner } from './owner.mjs'
import { Sentence } from './sentence.mjs'

const usage = `npm run backup -- FILE

Writes the whole database into one file, readable by you alone. A folder in place of FILE: a file
named by the time is made in it. Everything about everybody is in it: keep it as you keep the
database, and encrypt it before it travels.`

const named = (place: string) =>
  existsSync(place) && statSync(place).isDirectory()
    ? join(place, `common-thread-${new Date().toISOString().slice(0, 16).replace(':', '')}.gz`)
    : place

async function main(): Promise<void> {
  const [place] = process.argv.slice(2)
  if (!place || place.startsWith('-')) throw new Sentence(usage)
  const file = named(place)
  const rows = await withOwner((url) => connected(url, (client) => backUp(client, file)))
  const all = Object.values(rows).reduce((a, b) => a + b, 0)
  const bytes = (statSync(file).size / 1_048_576).toFixed(1)
  console.log(`${file}: ${all} rows of ${Object.keys(rows).length} tables, ${bytes} MB.`)
  console.log(
    'Who is signed in and unused links are not in it; nor are secrets of the data folder.',
  )
}

main().catch((error: unknown) => {
  console.error(error instanceof Sentence ? error.message : error)
  process.exitCode = 1
})
