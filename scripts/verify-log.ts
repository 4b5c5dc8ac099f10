import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkLog } from './check-log'
import { connected } from './connection.mjs'
import { withOwner } from './owner.mjs'
import { Sentence } from './sentence.mjs'

/**
 * `npm run verify:log [-- --against FILE]`: recomputes every seal of the log. FILE: a copy of
 * seals.log kept elsewhere; else the one in the data folder. Ends with code 1 when something does
 * not fit.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { against: { type: 'string' } } })
  if (values.against && !existsSync(values.against))
    throw new Sentence(`There is no file ${values.against}.`)
  const { sound, lines } = await withOwner((url, folder) => {
    const file = values.against ?? join(folder, 'seals.log')
    const outside = existsSync(file) ? readFileSync(file, 'utf8') : null
    return connected(url, (client) => checkLog(client, outside))
  })
  console.log(lines.join('\n'))
  if (!sound) process.exitCode = 1
}

main().catch((error: unknown) => {
  console.error(error instanceof Sentence ? error.message : error)
  process.exitCode = 1
})
