import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { sealing } from '@/lib/audit/seal'
import { workerScope } from '@/lib/worker'
import { checkLog } from '@/scripts/check-log'
import { eraseRecord } from '@/scripts/erase-record'
import { freshDatabase } from '@/tests/support/database'
import { plain } from '@/tests/support/factories/columns'
import { entryTables, fillRecord, type Holder } from '@/tests/support/factories/full-record'
import { leaveTraces, tablesSaying } from '@/tests/support/factories/record-traces'
import { insertRows } from '@/tests/support/factories/rows'
import { connect, connectAsDefiner } from '@/tests/support/factories/session'
import { smallPlace, type SmallPlace } from '@/tests/support/factories/small-place'
import { snapshot } from '@/tests/support/snapshot'

const { roles } = inject('server')
const word = 'CANARY'
const because = 'retention schedule, ref 12/4'
let database: Awaited<ReturnType<typeof freshDatabase>>
let superuser: Client
let definer: Client
let owner: Client
let place: SmallPlace
let ours: Holder
let theirs: Holder
let before: Record<string, string[]>

beforeAll(async () => {
  database = await freshDatabase()
  superuser = await connect(database.adminUrl)
  definer = await connectAsDefiner(database.ownerUrl, roles.definer)
  owner = await connect(database.ownerUrl)
  place = await smallPlace(definer)
})
afterAll(async () => {
  await Promise.all([superuser.end(), definer.end(), owner.end()])
  await database.drop()
})

/** A person with a record of the host's, written on, and one of the clinic's that is erased. */
beforeEach(async () => {
  const person = randomUUID()
  await insertRows(definer, 'person', [{ id: person }])
  theirs = await holder(person, 'host', 'worker', null)
  await insertRows(definer, 'involvement', [
    // Over: what is erased must leave it as it was, whatever an entry says.
    { ...header(theirs), ...plain.involvement, starts_on: '2024-01-01', ends_on: '2024-06-01' },
  ])
  await insertRows(definer, 'person_name', [{ ...header(theirs), ...plain.person_name }])
  before = await snapshot(superuser)
  ours = await holder(person, 'clinic', 'clinicWorker', `${word}-7`)
})

afterEach(async () => {
  await definer.query('update record set hold = false')
  for (const { record } of [theirs, ours]) {
    await owner.query('select trail.erase(id, $2) from record where id = $1', [record, because])
  }
})

const header = ({ person, record, agency, team, user }: Holder) => ({
  ...{ id: randomUUID(), person_id: person, record_id: record, agency_id: agency, team_id: team },
  ...{ given_by: user, categories: ['identity'] },
})

async function holder(
  person: string,
  key: 'clinic' | 'host',
  user: 'clinicWorker' | 'worker',
  local_ref: string | null,
): Promise<Holder> {
  const [record, agency] = [randomUUID(), place.agencies[key]]
  await insertRows(definer, 'record', [
    { id: record, person_id: person, agency_id: agency, local_ref },
  ])
  return { person, record, agency, team: place.teams[key], user: place.users[user] }
}

async function fill() {
  const made = await fillRecord(definer, ours, word)
  await leaveTraces(definer, ours, made, word)
  return made
}

const erase = (forGood = true, of = ours, why = because) =>
  eraseRecord(owner, of.record, why, forGood)
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'it was erased',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  )

describe('one record', () => {
  test('every word of it goes, from every table; what others gave stays as it was', async () => {
    await fill()
    const entries = [...(await entryTables(definer)).keys()]
    expect(entries.length).toBeGreaterThan(30)
    const said = await tablesSaying(superuser, word)
    // No column of text that says what it likes: numbers, and a code from a list.
    const numbersOnly = ['assessment_item', 'need_grade', 'held_plan', 'hard_time']
    expect(said).toEqual(expect.arrayContaining(entries.filter((t) => !numbersOnly.includes(t))))
    const elsewhere = `change source_row record_key import_row draft idempotency notice record
      share_grant link_event link_candidate not_same`.split(/\s+/)
    expect(said).toEqual(expect.arrayContaining(elsewhere))

    const draft = { id: randomUUID(), user_id: theirs.user, form: 'contact', subject: ours.person }
    await insertRows(definer, 'draft', [{ ...draft, body: {} }])

    const { tables, entries: count, last } = await erase()
    const kept = await superuser.query('select id from draft where subject = $1', [ours.person])
    expect(kept.rows).toEqual([{ id: draft.id }])
    expect(await tablesSaying(superuser, word)).toEqual([])
    expect(await snapshot(superuser)).toEqual(before)
    expect(count).toBe(entries.length)
    expect(last).toBe(false)
    expect(tables).toMatchObject({ contact: 1, record: 1, import_row: 3, draft: 2, idempotency: 2 })
  })

  test('leaves proof that names nobody', async () => {
    await fill()
    await erase()
    const { rows } = await superuser.query<Record<string, unknown>>(
      'select agency_id, reason, run_by, counts from erasure where record_id = $1',
      [ours.record],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ agency_id: ours.agency, reason: because, run_by: roles.owner })
    const proof = rows[0]?.counts as Record<string, unknown>
    expect(proof).toMatchObject({ contact: 1, person_name: 1, entries: expect.any(Number) })
    expect(proof.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('without "for good" everything stays, and the same is counted', async () => {
    await fill()
    const full = await snapshot(superuser)
    const looked = await erase(false)
    expect(await snapshot(superuser)).toEqual(full)
    expect(await erase()).toEqual(looked)
  })

  test('the seals over what was logged before still hold', async () => {
    const worker = await connect(database.workerUrl)
    let outside = ''
    const seal = sealing((line) => (outside += line), 0)
    await fill()
    const write = async () => (await seal(workerScope(worker))) + (await seal(workerScope(worker)))
    expect(await write()).toBeGreaterThan(30)
    await erase()
    expect(await write()).toBeGreaterThan(30) // that it went is logged too
    await worker.end()
    expect((await checkLog(owner, outside)).sound).toBe(true)
    const { rows } = await superuser.query(
      `select 1 from audit_event where entry_id = $1 and table_name = 'record' and kind = 'delete'`,
      [ours.record],
    )
    expect(rows).toHaveLength(1)
  })

  test('a table made tomorrow is erased from as well', async () => {
    await owner.query(`create table tomorrow (record_id uuid, words text);
      grant select, insert, delete on tomorrow to "${roles.definer}"`)
    const words = `insert into tomorrow values ('${ours.record}', '${word}'), ('${theirs.record}', 'x')`
    await definer.query(words)
    await erase()
    const { rows } = await definer.query('select words from tomorrow')
    await owner.query('drop table tomorrow')
    expect(rows).toEqual([{ words: 'x' }])
  })
})

describe('the last record of a person', () => {
  test('takes the person with it, and what hung on the person alone', async () => {
    await erase()
    const [person_id, user_id] = [theirs.person, theirs.user]
    const reason = word
    const id = randomUUID
    await insertRows(definer, 'conflict', [
      { id: id(), user_id, person_id, reason, declared_by: user_id },
    ])
    await insertRows(definer, 'urgent_access', [
      {
        ...{ id: id(), person_id, user_id, membership_id: place.memberships.clinicWorker, reason },
        ...{
          categories: ['housing'],
          starts_at: '2024-01-01T10:00Z',
          ends_at: '2024-01-01T12:00Z',
        },
      },
    ])
    const draft = { id: id(), user_id: place.users.officer, form: word, subject: person_id }
    await insertRows(definer, 'draft', [{ ...draft, body: {} }])
    const { last } = await erase(true, theirs)
    expect(last).toBe(true)
    expect(await tablesSaying(superuser, word)).toEqual([])
    const kept = await tablesSaying(superuser, person_id)
    expect(kept).toEqual(['audit_event'])
  })
})

describe('it is refused', () => {
  test('under a legal hold', async () => {
    await definer.query('update record set hold = true where id = $1', [ours.record])
    const full = await snapshot(superuser)
    expect(await refusal(erase())).toMatch(/^This record is under a legal hold/)
    expect(await snapshot(superuser)).toEqual(full)
  })

  test('while it holds a protection that others rely on; the last record may go', async () => {
    await insertRows(definer, 'limited_access', [
      { ...header(ours), ...plain.limited_access, custodian_id: place.users.custodian },
    ])
    expect(await refusal(erase())).toMatch(/holds a protection/)
    await erase(true, theirs)
    expect((await erase()).last).toBe(true)
  })

  test('with a reason that names the person, or none, or for no record', async () => {
    await insertRows(definer, 'person_name', [
      { ...header(ours), ...plain.person_name, given: 'Zebedee', family: 'Oak' },
    ])
    expect(await refusal(erase(true, ours, 'asked by Zebedee'))).toMatch(/names nobody/)
    expect(await refusal(erase(true, ours, ' '))).toMatch(/^Say why/)
    const nobody = { ...ours, record: randomUUID() }
    expect(await refusal(erase(true, nobody))).toMatch(/^There is no record/)
  })

  test('to every login but the owner’s', async () => {
    const call = `select trail.erase('${ours.record}', 'because I can')`
    for (const url of [database.appUrl, database.workerUrl, database.insightUrl]) {
      const login = await connect(url)
      await expect(login.query(call)).rejects.toMatchObject({ code: '42501' })
      await login.end()
    }
    const { rows } = await superuser.query(
      `select p.proname, r from pg_proc p cross join unnest($1::text[]) r
       where p.proname = any (array['erase', 'take_away', 'take_traces', 'take_file_rows',
         'forget_person', 'why_not_erased']) and has_function_privilege(r, p.oid, 'EXECUTE')`,
      [[roles.app, roles.worker, roles.insight]],
    )
    expect(rows).toEqual([])
  })
})

test('npm run erase looks first, and erases when told to', async () => {
  const run = (...words: string[]) => {
    const command = ['--import', 'tsx', 'scripts/erase.ts', ...words]
    const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL_OWNER: database.ownerUrl }
    return spawnSync(process.execPath, command, { env, encoding: 'utf8' })
  }
  expect(run()).toMatchObject({ status: 1, stdout: '' })
  const order = ['--record', ours.record, '--because', because]
  expect(run(...order).stdout).toContain('Nothing was erased.')
  expect(
    (await superuser.query('select 1 from record where id = $1', [ours.record])).rowCount,
  ).toBe(1)
  const done = run(...order, '--yes')
  expect(done.stderr).toBe('')
  expect(done.stdout).toMatch(/^Erased:\n {2}1 record\n0 entries\. Other records/)
  expect(
    (await superuser.query('select 1 from record where id = $1', [ours.record])).rowCount,
  ).toBe(0)
})
