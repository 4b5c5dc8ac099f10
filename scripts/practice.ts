import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isPlainDate, today as londonToday } from '@/lib/dates'
import { loadPractice } from '@/prisma/practice/load/load-practice'
import { NotForPractice } from '@/prisma/practice/load/write-practice'
import { Sentence } from './sentence.mjs'

/**
 * Puts the invented practice place into the database of DATABASE_URL_OWNER:
 * `npm run practice -- [--count 2000] [--seed 1] [--today 2026-11-24] [--refresh]
 * [--quarters 8]`.
 * Whom to sign in as goes to standard output, and as JSON to PRACTICE_PEOPLE_FILE, or to
 * practice-people.json in DATA_DIR.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      today: { type: 'string', default: londonToday() },
      refresh: { type: 'boolean', default: false },
      quarters: { type: 'string', default: '8' },
    },
  })
  const ownerUrl = process.env.DATABASE_URL_OWNER
  if (!ownerUrl) throw new Sentence('Set DATABASE_URL_OWNER to the address of the database.')
  const count = wholeNumber('--count', values.count)
  const seed = wholeNumber('--seed', values.seed)
  const quarters = wholeNumber('--quarters', values.quarters)
  if (!isPlainDate(values.today)) throw new Sentence('--today is a date like 2026-11-24.')
  const began = Date.now()
  const { today, refresh } = values
  const report = await loadPractice(ownerUrl, { count, seed, today, refresh, quarters })
  const seconds = ((Date.now() - began) / 1000).toFixed(1)
  if (report.loaded) {
    const { record, contact } = report.rows
    console.log(`${count} invented people, ${record} records, ${contact} contacts: ${seconds} s.`)
  } else console.log('The practice place is there already. --refresh makes it anew.')
  const width = Math.max(...report.signIns.map(({ name }) => name.length))
  console.log('Sign in as')
  for (const { name, role, agency } of report.signIns) {
    console.log(`  ${name.padEnd(width)}  ${role}, ${agency}`)
  }
  const addresses = report.withPassword.join(', ')
  console.log(`By password, for practice only: ${addresses}: "${report.password}"`)
  const file = process.env.PRACTICE_PEOPLE_FILE ?? peopleFile()
  if (file) writeFileSync(file, `${JSON.stringify(report.signIns, null, 2)}\n`)
}

const peopleFile = () =>
  process.env.DATA_DIR ? join(process.env.DATA_DIR, 'practice-people.json') : null

function wholeNumber(name: string, text: string): number {
  const number = Number(text)
  if (Number.isInteger(number) && number > 0) return number
  throw new Sentence(`${name} is a whole number above 0.`)
}

main().catch((error: unknown) => {
  const said = error instanceof Sentence || error instanceof NotForPractice
  console.error(said ? error.message : error)
  process.exitCode = 1
})
