import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { today } from '@/lib/dates'
import { matchWaiting } from '@/lib/identity/match'
import { finishStep } from '@/lib/transfer/job'
import { mappingSchema } from '@/lib/transfer/mapping'
import { headerHash } from '@/lib/transfer/row-hash'
import { suggestMapping } from '@/lib/transfer/suggest'
import { workerScope, type WorkerScope } from '@/lib/worker'
import { connected } from './connection.mjs'
import { Sentence } from './sentence.mjs'

const usage = `npm run import -- --agency KEY --team KEY --as EMAIL FILE
                       [--feed] [--reference] [--check]

Takes a CSV file in, as the Transfer page does, in the name of the agency's record steward, with
the database of DATABASE_URL_OWNER. --feed: a headline feed. --reference: a list that opens nobody
to the team. --check: says what would become of the rows and stops.`

const options = {
  agency: { type: 'string' },
  team: { type: 'string' },
  as: { type: 'string' },
  feed: { type: 'boolean', default: false },
  reference: { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
} as const

type Place = { agency: string; team: string; user: string }

function settings() {
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const [file] = positionals
  const { agency, team, as } = values
  if (!file || !agency || !team || !as) throw new Sentence(usage)
  return { ...values, agency, team, as, file }
}

/** The agency, team and steward named; or a sentence that says which is wrong. */
async function findPlace({ ask }: WorkerScope, agency: string, team: string, as: string) {
  const [found] = await ask<Place & { steward: boolean }>(
    `select a.id as agency, t.id as team, u.id as user, exists (select 1 from membership m
       where m.user_id = u.id and m.agency_id = a.id and m.role = 'steward'
         and (m.ends_at is null or now() < m.ends_at)) as steward
     from (select $1::text as a, $2::text as t, $3::text as u) asked
     left join agency a on a.key = asked.a left join team t on t.key = asked.t and t.agency_id = a.id
     left join app_user u on u.email = lower(asked.u)`,
    [agency, team, as],
  )
  if (!found?.agency) throw new Sentence(`There is no agency with the key ${agency}.`)
  if (!found.team) throw new Sentence(`${agency} has no team with the key ${team}.`)
  if (!found.steward) throw new Sentence(`${as} is not a record steward of ${agency}.`)
  return found
}

async function send({ ask }: WorkerScope, place: Place, given: ReturnType<typeof settings>) {
  const shape = given.feed ? 'headline_feed' : 'people'
  const [row] = await ask<{ id: string }>('select transfer.make_batch($1, $2, $3, $4, $5) as id', [
    ...[place.agency, place.user, shape, basename(given.file), readFileSync(given.file)],
  ])
  const batch = row?.id ?? ''
  await finishStep({ ask }, batch, console.log)
  const [file] = await ask<{ header: string[]; rows: number; error: string | null }>(
    `select mapping -> 'header' as header, rows, error from import_batch where id = $1`,
    [batch],
  )
  if (!file || file.error) throw new Sentence(file?.error ?? 'The file could not be read.')
  const first = await ask<{ raw: string[] }>(
    'select raw from import_row where batch_id = $1 and outcome is null order by line limit 300',
    [batch],
  )
  const cells = first.map(({ raw }) => raw)
  const { mapping, columns } = suggestMapping(file.header, cells, shape, today())
  const read = mappingSchema.safeParse(mapping)
  if (!read.success) {
    await ask('select transfer.drop_batch($1)', [batch])
    throw new Sentence(read.error.issues.map(({ message }) => message).join('\n'))
  }
  for (const { heading, field, doubt } of columns) {
    console.log(`  ${heading}: ${field || 'left out'}${doubt ? ` (${doubt})` : ''}`)
  }
  await ask('select transfer.start_check($1, $2, $3, $4, $5, $6)', [
    ...[batch, place.user, JSON.stringify(read.data), headerHash(file.header), place.team],
    given.reference ? 'reference' : 'current',
  ])
  return { batch, rows: file.rows }
}

async function sayOutcome({ ask }: WorkerScope, batch: string, words: string) {
  const [row] = await ask<{ counts: Record<string, number> | null; error: string | null }>(
    'select counts, error from import_batch where id = $1',
    [batch],
  )
  const counts = Object.entries(row?.counts ?? {}).map(([outcome, n]) => `${n} ${outcome}`)
  console.log(`${words}: ${counts.join(', ')}${row?.error ? `. ${row.error}` : ''}`)
}

/** Tells how far the job is, once every two seconds, while `work` goes on. */
async function withProgress(url: string, batch: string, work: () => Promise<unknown>) {
  await connected(url, async (client: pg.Client) => {
    await client.query(`select set_config('role', nspowner::regrole::text, false)
      from pg_namespace where nspname = 'access'`)
    const timer = setInterval(() => {
      void client
        .query<{ done: number; rows: number }>(
          'select done, rows from import_batch where id = $1',
          [batch],
        )
        .then(({ rows: [row] }) => row && console.log(`  ${row.done} of ${row.rows}`))
        .catch(() => undefined)
    }, 2000)
    await work().finally(() => clearInterval(timer))
  })
}

async function main(): Promise<void> {
  const given = settings()
  const url = process.env.DATABASE_URL_OWNER
  if (!url) throw new Sentence('Set DATABASE_URL_OWNER to the address of the database.')
  await connected(url, async (client: pg.Client) => {
    // Row security is forced even on the owner: acts as the role that owns the functions.
    await client.query(`select set_config('role', nspowner::regrole::text, false)
      from pg_namespace where nspname = 'access'`)
    const scope = workerScope(client)
    const place = await findPlace(scope, given.agency, given.team, given.as)
    const { batch, rows } = await send(scope, place, given)
    console.log(`${rows} rows. Checking.`)
    await withProgress(url, batch, () => finishStep(scope, batch, console.log))
    await sayOutcome(scope, batch, 'Checked')
    if (given.check) return
    await scope.ask('select transfer.start_import($1)', [batch])
    await withProgress(url, batch, () => finishStep(scope, batch, console.log))
    await sayOutcome(scope, batch, 'Taken in')
    const { looked, linked, suggested } = await matchWaiting(scope)
    console.log(`Matched ${looked} records: ${linked} linked, ${suggested} left to look at.`)
  })
}

main().catch((error: unknown) => {
  console.error(error instanceof Sentence ? error.message : error)
  process.exitCode = 1
})
