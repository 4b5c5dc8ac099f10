import { createInterface } from 'node:readline/promises'
import { requireLive } from '@/lib/admin/live'
import { connected } from './connection.mjs'
import { makeFirstAdministrator } from './make-first-administrator'
import { Sentence } from './sentence.mjs'

/**
 * Before a place of one's own is served: an empty database asks for its first administrator, and
 * one in live mode refuses to start while anything that real people need is missing.
 */
async function main(): Promise<void> {
  const url = process.env.DATABASE_URL_OWNER
  if (!url) throw new Sentence('Set DATABASE_URL_OWNER to the owner’s address of the database.')
  await connected(url, async (client) => {
    const found = await client.query<{ mode: 'practice' | 'live' }>('select mode from installation')
    const mode = found.rows[0]?.mode
    if (mode) return requireLive(mode)
    if (!process.stdin.isTTY) {
      console.log(
        'This place has no administrator yet. Start once from a terminal, or make one with\n' +
          '  npx tsx scripts/first-administrator.ts (it says what it needs).',
      )
      return
    }
    const answers = await ask()
    const path = await makeFirstAdministrator(client, answers)
    const origin = process.env.NEXTAUTH_URL?.replace(/\/$/, '') ?? ''
    console.log(
      `\nHand this to ${answers.name}. It works once, for seven days:\n\n  ${origin}${path}\n`,
    )
    requireLive(answers.mode)
  })
}

async function ask() {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = async (question: string): Promise<string> => {
    const typed = (await terminal.question(`${question} `)).trim()
    return typed || answer(question)
  }
  console.log('\nThis database is empty. Who is its first administrator?')
  const place = await answer('Place (a city or county):')
  const agency = await answer('Agency that hosts it:')
  const name = await answer('Administrator’s full name:')
  const email = await answer('Their email address:')
  const purpose = await answer('For practice, or live with real people? (practice/live)')
  terminal.close()
  const mode = purpose.toLowerCase().startsWith('l') ? ('live' as const) : ('practice' as const)
  return { mode, place, agency, name, email }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
