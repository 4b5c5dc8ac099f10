import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase } from '@/tests/support/database'
import { plain } from '@/tests/support/factories/columns'
import { entryTables, fillRecord, type Holder } from '@/tests/support/factories/full-record'
import { insertRows } from '@/tests/support/factories/rows'
import { asSession, connect, connectAsDefiner } from '@/tests/support/factories/session'
import { smallPlace, type SmallPlace } from '@/tests/support/factories/small-place'
import { snapshot } from '@/tests/support/snapshot'

// Four records of four people, of two agencies, with an entry in every table of entries and work
// open: whatever order links are made and undone in, each entry is on its record's side at every
// step, and in the end everything, and what each worker may open and read, is as it was.
let database: Awaited<ReturnType<typeof freshDatabase>>
let superuser: Client
let definer: Client
let app: Client
let place: SmallPlace
let entries: string[]
const holders: Holder[] = []

beforeAll(async () => {
  database = await freshDatabase()
  superuser = await connect(database.adminUrl)
  app = await connect(database.appUrl)
  definer = await connectAsDefiner(database.ownerUrl, inject('server').roles.definer)
  place = await smallPlace(definer)
  entries = [...(await entryTables(definer)).keys()]
  for (const [agency, user] of [
    ['host', 'worker'],
    ['clinic', 'clinicWorker'],
    ['host', 'worker'],
    ['clinic', 'clinicWorker'],
  ] as const)
    holders.push(await writtenOn(agency, user))
})
afterAll(async () => {
  await Promise.all([superuser.end(), app.end(), definer.end()])
  await database.drop()
})

async function writtenOn(agency: 'host' | 'clinic', user: 'worker' | 'clinicWorker') {
  const [person, record] = [randomUUID(), randomUUID()]
  const who = { agency_id: place.agencies[agency], team_id: place.teams[agency] }
  await insertRows(definer, 'person', [{ id: person }])
  const { agency_id } = who
  await insertRows(definer, 'record', [{ id: record, person_id: person, agency_id }])
  const holder = { person, record, agency: agency_id, team: who.team_id, user: place.users[user] }
  await fillRecord(definer, holder, `Word ${holders.length}`)
  await insertRows(definer, 'involvement', [
    {
      ...{ id: randomUUID(), person_id: person, record_id: record, given_by: place.users[user] },
      ...{ ...who, ...plain.involvement, starts_on: '2024-01-01', categories: ['housing'] },
    },
  ])
  return holder
}

/** What a worker may open and read of contacts, needs and work: under their own rights. */
const readBy = (token: string) =>
  asSession(app, token, async () => {
    const seen: string[] = []
    for (const table of ['person_access', 'contact', 'contact_words', 'need_rating', 'involvement'])
      seen.push(
        ...(
          await app.query<{ row: string }>(
            `select $1 || ' ' || id || ' ' || person_id as row from ${table} order by 1`,
            [table],
          )
        ).rows.map(({ row }) => row),
      )
    return seen
  })

const readers = async () => [
  await readBy(place.tokens.worker),
  await readBy(place.tokens.clinicWorker),
]

/** Entries, and access that came of them, that are with another person than their record. */
async function onTheWrongSide(): Promise<string[]> {
  const wrong: string[] = []
  for (const table of [...entries, 'person_access', 'change']) {
    const { rows } = await superuser.query<{ id: string }>(
      `select e.id from public.${table} e join public.record r on r.id = e.record_id
       where e.person_id <> r.person_id`,
    )
    wrong.push(...rows.map(({ id }) => `${table} ${id}`))
  }
  return wrong
}

const undoLast = async () =>
  (
    await superuser.query(
      `select identity.undo_link(id, 'steward', 'Drawn') from link_event e
       where identity.holds(e.id) order by e.at desc, e.id desc limit 1`,
    )
  ).rows.length > 0

test('random links and unlinks leave entries, access, contacts and needs where they were', async () => {
  const before = await snapshot(superuser)
  const read = await readers()
  expect(read.flat().length).toBeGreaterThan(8)
  const link = fc.record({ of: fc.nat(3), onto: fc.nat(3), sure: fc.boolean() })
  let moved = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof({ weight: 3, arbitrary: link }, fc.constant(null)), {
        minLength: 1,
        maxLength: 10,
      }),
      async (steps) => {
        for (const step of steps) {
          if (!step) await undoLast()
          else {
            const { rows } = await superuser.query<{ id: string | null }>(
              `select identity.link_record($1, $2, 'steward', 'Drawn', '{}', $3) as id`,
              [holders[step.of]?.record, holders[step.onto]?.person, step.sure],
            )
            if (rows[0]?.id) moved += 1
          }
          expect(await onTheWrongSide()).toEqual([])
        }
        while (await undoLast());
        expect(await snapshot(superuser)).toEqual(before)
        expect(await readers()).toEqual(read)
      },
    ),
    { numRuns: 15 },
  )
  expect(moved).toBeGreaterThan(10)
  // A link undone by somebody is an incident, whatever came of it.
  const { rows } = await superuser.query<{ n: number }>(
    `select count(*)::int as n from incident where kind = 'wrong-link'`,
  )
  expect(rows[0]?.n).toBeGreaterThan(10)
}, 120_000)

/** Two records moved at once in a transaction that is given up: what is then where. */
async function movedAtOnce(...first: string[]) {
  await superuser.query('begin')
  try {
    for (const statement of first) await superuser.query(statement)
    const last = await superuser.query<{ seq: string }>('select max(seq) as seq from audit_event')
    const { rows } = await superuser.query<{ record_id: string; was: string }>(
      'select record_id, was from people.move_records($1, $2)',
      [
        [holders[1]?.record, holders[3]?.record, holders[0]?.record],
        [holders[0]?.person, holders[2]?.person, holders[0]?.person],
      ],
    )
    expect(await onTheWrongSide()).toEqual([])
    const audit = await superuser.query(
      `select a.kind, a.entry_id, a.person_id,
         a.row_hash = entry.line_hash('update', 'record', null, to_jsonb(r)) as sealed
       from audit_event a join record r on r.id = a.entry_id
       where a.table_name = 'record' and a.seq > $1 order by a.entry_id`,
      [last.rows[0]?.seq],
    )
    return { moved: rows, audit: audit.rows, after: await snapshot(superuser) }
  } finally {
    await superuser.query('rollback')
  }
}

test('many records are moved set by set to the same end as row by row', async () => {
  const before = await snapshot(superuser)
  const { definer: role } = inject('server').roles
  const quick = await movedAtOnce()
  const slow = await movedAtOnce(`revoke set on parameter session_replication_role from "${role}"`)
  expect(quick.moved.map(({ was }) => was).sort()).toEqual(
    [holders[1]?.person, holders[3]?.person].sort(),
  )
  expect(quick).toEqual(slow)
  expect(quick.audit.map(({ sealed }: { sealed: boolean }) => sealed)).toEqual([true, true])
  expect(quick.after).not.toEqual(before)
  expect(await snapshot(superuser)).toEqual(before)
})

test('nobody is moved to a person there is not, and triggers are on again after', async () => {
  await superuser.query('begin')
  await superuser.query('savepoint s')
  const nobody = superuser.query('select people.move_records($1, $2)', [
    [holders[1]?.record],
    [randomUUID()],
  ])
  await expect(nobody).rejects.toMatchObject({ code: '23503' })
  await superuser.query('rollback to s')
  await superuser.query('select people.move_records($1, $2)', [
    [holders[1]?.record],
    [holders[0]?.person],
  ])
  const { rows } = await superuser.query<{ role: string }>(
    `select current_setting('session_replication_role') as role`,
  )
  await superuser.query('rollback')
  expect(rows).toEqual([{ role: 'origin' }])
})
