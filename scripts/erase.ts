import { parseArgs } from 'node:util'
import type { Client } from 'pg'
import { connected } from './connection.mjs'
import { eraseRecord } from './erase-record'
import { withOwner } from './owner.mjs'
import { Sentence } from './sentence.mjs'

const usage = `npm run erase -- --record ID --because "retention schedule, ref X" [--yes]

Erases one agency's record of a person and all that hangs on it, and leaves proof that names
nobody. Without --yes it says what would go, and erases nothing.`

/** Lets go of the room that erased rows took, so that what they said is written over. */
async function vacuum(client: Client, tables: string[]): Promise<void> {
  for (const table of tables) await client.query(`vacuum public."${table}"`)
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      record: { type: 'string' },
      because: { type: 'string' },
      yes: { type: 'boolean', default: false },
    },
  })
  const { record, because, yes } = values
  if (!record || !because) throw new Sentence(usage)
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(record))
    throw new Sentence('--record is the record’s id, like 019a2c7e-….')
  await withOwner((url) =>
    connected(url, async (client) => {
      const { tables, entries, last } = await eraseRecord(client, record, because, yes)
      console.log(yes ? 'Erased:' : 'This would go:')
      for (const [table, rows] of Object.entries(tables).sort()) console.log(`  ${rows} ${table}`)
      console.log(
        `${entries} entries. ${last ? 'It is the last record of this person, who goes with it.' : 'Other records of this person stay.'}`,
      )
      if (!yes) console.log('Nothing was erased. Say --yes to do it; it cannot be undone.')
      else {
        await vacuum(client, Object.keys(tables))
        console.log('Backups made before today still hold it. After restoring one, erase it again.')
      }
    }),
  )
}

main().catch((error: unknown) => {
  console.error(error instanceof Sentence ? error.message : error)
  process.exitCode = 1
})
