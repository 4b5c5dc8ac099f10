import { createHash } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { withScope } from '@/lib/db'
import { openOverview } from '@/lib/people/queries'

/** Between one page and the next, in ms: somebody reading. */
const restMs = 150

/**
 * Opens the page of one person after another as their practitioner, until it is ended, and writes a
 * line `time, ms` for each to FILES_TIMES. Started by scripts/bench/files.ts.
 */
async function main(): Promise<void> {
  const { FILES_ADMIN_URL: adminUrl = '', FILES_TIMES: times = '' } = process.env
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  const { rows } = await admin.query<{ person: string; membership: string; user: string }>(
    `select distinct on (a.person_id) a.person_id as person, m.id as membership, m.user_id as user
     from person_access a join membership_team t on a.viewer = 't:' || t.team_id
     join membership m on m.id = t.membership_id and m.role = 'practitioner'
       and m.agency_id = a.agency_id and m.ends_at is null
     where not a.held and a.ends_at is null
     order by a.person_id, m.id limit 200`,
  )
  const token = (membership: string) => `bench ${membership}`
  for (const { membership, user } of rows) {
    await admin.query(
      `insert into session (token_hash, id, user_id, membership_id, idle_until, absolute_until)
       values ($1, gen_random_uuid(), $2, $3, now() + interval '1 day', now() + interval '1 day')
       on conflict (token_hash) do nothing`,
      [createHash('sha256').update(token(membership)).digest(), user, membership],
    )
  }
  await admin.end()
  for (let turn = 0; ; turn += 1) {
    const one = rows[turn % rows.length]
    if (!one) throw new Error('Nobody to open a page of')
    const began = performance.now()
    await withScope(token(one.membership), (scope) => openOverview(scope, one.person))
    appendFileSync(times, `${Date.now()} ${performance.now() - began}\n`)
    await sleep(restMs)
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
