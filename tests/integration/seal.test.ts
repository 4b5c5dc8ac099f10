import type { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { sealing } from '@/lib/audit/seal'
import { workerScope } from '@/lib/worker'
import { checkLog } from '@/scripts/check-log'
import { freshDatabase } from '@/tests/support/database'
import { connect, connectAsDefiner } from '@/tests/support/factories/session'

const { roles } = inject('server')
let database: Awaited<ReturnType<typeof freshDatabase>>
let owner: Client
let worker: Client
let superuser: Client
let outside = ''

beforeAll(async () => {
  database = await freshDatabase()
  owner = await connect(database.ownerUrl)
  worker = await connect(database.workerUrl)
  superuser = await connect(database.adminUrl)
})
afterAll(async () => {
  await Promise.all([owner.end(), worker.end(), superuser.end()])
  await database.drop()
})
beforeEach(async () => {
  await superuser.query('truncate audit_event, access_log, seal restart identity')
  outside = ''
  seal = sealing((line) => (outside += line), 0)
})

let seal: ReturnType<typeof sealing>
const mark = () => seal(workerScope(worker))
/** Two rounds of the job: it marks, and then seals what lay before the mark. */
const sealAll = async () => (await mark()) + (await mark())
const check = (copy: string | null = outside) => checkLog(owner, copy)

/** Lines of both logs, as the functions that write them do. */
const write = (client: Client, kind: string) =>
  client.query(`insert into audit_event (kind, row_hash) values ('${kind}', sha256('${kind}'));
    insert into access_log (id, person_id, user_id, membership_id, agency_id, session_id, page,
      ground, row_hash)
    select u, u, u, u, u, u, '${kind}', 'involvement', sha256('${kind}') from gen_random_uuid() u`)

async function sealed(kinds: string[]) {
  for (const kind of kinds) await write(superuser, kind)
  await sealAll()
}

test('rows of both logs are sealed in turn, and what came since is said to be open', async () => {
  await sealed(['one', 'two'])
  await sealed(['three'])
  await write(superuser, 'four')
  const { sound, lines } = await check()
  expect(sound).toBe(true)
  expect(lines[0]).toBe('The log is as it was sealed: 6 rows under 2 seal(s), up to row 6.')
  expect(lines[1]).toMatch(/^Rows not sealed yet: 2, the oldest of 20/)
  expect(outside.trim().split('\n')).toHaveLength(2)
  expect((await check(null)).lines.at(-1)).toContain('no copy of the seals outside')
})

test('nothing new makes no seal', async () => {
  await sealed(['one'])
  expect(await sealAll()).toBe(0)
  const { rows } = await superuser.query('select 1 from seal')
  expect(rows).toHaveLength(1)
})

test('a long log is sealed in stretches that follow one another', async () => {
  await superuser.query(
    `insert into audit_event (kind, row_hash) select 'many', '' from generate_series(1, 20003)`,
  )
  expect(await sealAll()).toBe(20_003)
  const { rows } = await superuser.query('select rows from seal order by from_seq')
  expect(rows).toEqual([{ rows: 10_000 }, { rows: 10_000 }, { rows: 3 }])
  expect((await check()).sound).toBe(true)
})

test('a seal waits for every transaction that could still write below it', async () => {
  const slow = await connectAsDefiner(database.ownerUrl, roles.definer)
  await slow.query('begin')
  await write(slow, 'slow') // rows 1 and 2, not there for anybody yet
  await write(superuser, 'quick') // rows 3 and 4, committed first
  expect(await sealAll()).toBe(0)
  expect(await mark()).toBe(0)
  await slow.query('commit')
  await write(superuser, 'after') // later than the mark
  expect(await mark()).toBe(4)
  await slow.end()
  const { sound, lines } = await check()
  expect(sound).toBe(true)
  expect(lines[0]).toContain('4 rows under 1 seal(s), up to row 4.')
})

test('a row whose transaction was rolled back leaves a gap, and no trouble', async () => {
  await superuser.query('begin')
  await write(superuser, 'gone')
  await superuser.query('rollback')
  await sealed(['one'])
  expect((await check()).lines[0]).toContain('2 rows under 1 seal(s), up to row 4.')
})

const tampered: [string, string, RegExp][] = [
  ['a changed row', `update audit_event set actor_id = gen_random_uuid() where seq = 1`, /changed/],
  ['a changed opening', `update access_log set page = 'other' where seq = 2`, /changed/],
  ['a moved time', `update audit_event set at = at - interval '1 day' where seq = 1`, /changed/],
  ['a removed row', `delete from audit_event where seq = 3`, /Rows 1 to 4: 1 row was removed/],
  [
    'a row put into a gap',
    `insert into audit_event (seq, kind, row_hash) select 2, 'false', ''`,
    /Rows 1 to 4: 1 row was put in/,
  ],
  [
    'a row before all',
    `insert into audit_event (seq, kind, row_hash) values (-5, 'f', '')`,
    /before/,
  ],
  ['a seal changed', `update seal set root = sha256('x') where from_seq = 1`, /does not follow/],
  ['a seal removed', `delete from seal where from_seq = 1`, /Rows 5 to 8: this seal does not/],
]
test.each(tampered)('%s is noticed, and where', async (_, sql, words) => {
  await sealed(['one', 'two'])
  await sealed(['three', 'four'])
  // As whoever owns the tables could: no trigger and no grant in the way.
  await superuser.query(sql)
  const { sound, lines } = await check(null)
  expect(sound).toBe(false)
  expect(lines.join('\n')).toMatch(words)
})

test('a log cut off at its end with its seals is noticed by the copy outside alone', async () => {
  await sealed(['one'])
  await sealed(['two'])
  await superuser.query(
    'delete from audit_event where seq > 2; delete from seal where from_seq > 1',
  )
  await superuser.query('delete from access_log where seq > 2')
  expect((await check(null)).sound).toBe(true)
  const { sound, lines } = await check()
  expect(sound).toBe(false)
  expect(lines.join('\n')).toContain('1 seal(s) that the database has not, the first up to row 4')
})

test('the worker seals and checks nothing; the app and insight do neither', async () => {
  const { rows } = await superuser.query<{ name: string; who: string[] }>(
    `select p.proname as name, array(select r from unnest($1::text[]) r
       where has_function_privilege(r, p.oid, 'EXECUTE')) as who
     from pg_proc p where p.pronamespace = 'trail'::regnamespace
       and p.proname in ('seal', 'seal_mark', 'check_seals', 'not_sealed')`,
    [[roles.app, roles.insight, roles.worker, roles.publisher]],
  )
  const may = Object.fromEntries(rows.map(({ name, who }) => [name, who]))
  const worker = [roles.worker]
  expect(may).toEqual({
    seal: worker,
    seal_mark: worker,
    check_seals: [],
    not_sealed: [],
  })
})
