import { parseArgs } from 'node:util'
import { missingForLive } from '@/lib/admin/live'
import { emailNorm } from '@/lib/fields'
import { connected } from './connection.mjs'
import { makeFirstAdministrator, makeFurtherAdministrator } from './make-first-administrator'
import { Sentence } from './sentence.mjs'

const usage = `npx tsx scripts/first-administrator.ts --place "Coventry" --agency "Partnership desk"
    --name "Full Name" --email name@example.org [--mode live|practice]
  npx tsx scripts/first-administrator.ts --further --name "Full Name" --email name@example.org

Sets up an empty database at DATABASE_URL_OWNER and prints a one-time link for its first
administrator. The mode cannot be changed afterwards; live is the default. With --further: one more
administrator of the same agency, or a new link for one. A role that opens people needs two.`

/**
 * The first administrator of a place of one's own, without e-mail: a link, printed once, handed
 * over by a person.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      place: { type: 'string' },
      agency: { type: 'string' },
      name: { type: 'string' },
      email: { type: 'string' },
      mode: { type: 'string', default: 'live' },
      further: { type: 'boolean', default: false },
    },
  })
  const { place, agency, name, email, mode, further } = values
  if (!name || !email) throw new Sentence(usage)
  if (mode !== 'live' && mode !== 'practice')
    throw new Sentence(`--mode is live or practice.\n\n${usage}`)
  if (!emailNorm(email).includes('@'))
    throw new Sentence('--email is an address like name@example.org.')
  const url = process.env.DATABASE_URL_OWNER
  if (!url) throw new Sentence('Set DATABASE_URL_OWNER to the owner’s address of the database.')
  const path = await connected(url, (client) => {
    if (further) return makeFurtherAdministrator(client, { name, email })
    if (!place || !agency) throw new Sentence(usage)
    return makeFirstAdministrator(client, { mode, place, agency, name, email })
  })
  const origin = process.env.NEXTAUTH_URL?.replace(/\/$/, '') ?? ''
  console.log(`Hand this to ${name}. It works once, for seven days:\n\n  ${origin}${path}\n`)
  if (!further)
    console.log(`Then make a second one with --further: a role that opens people needs two.\n`)
  const missing = mode === 'live' && !further ? missingForLive() : []
  if (missing.length === 0) return
  console.log('Before anybody real is in here, live mode asks for:')
  for (const { what, how } of missing) console.log(`  - ${what}. ${how}`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Sentence ? error.message : error)
  process.exitCode = 1
})
