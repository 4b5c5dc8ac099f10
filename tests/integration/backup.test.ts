import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { sealing } from '@/lib/audit/seal'
import { workerScope } from '@/lib/worker'
import { loadPractice } from '@/prisma/practice/load/load-practice'
import { backUp } from '@/scripts/backup-database'
import { checkLog } from '@/scripts/check-log'
import { connected } from '@/scripts/connection.mjs'
import { restore } from '@/scripts/restore-database'
import { freshDatabase } from '@/tests/support/database'
import { sessionFor } from '@/tests/support/factories/practice-session'
import { asSession, connect } from '@/tests/support/factories/session'

type Database = Awaited<ReturnType<typeof freshDatabase>>
const { passwords } = inject('server')
const folder = mkdtempSync(join(tmpdir(), 'backup-'))
const file = join(folder, 'whole.gz')
const notKept = ['session', 'one_time_link', 'sign_in_attempt', 'sign_in_known']
let full: Database
let empty: Database
let written: Record<string, number>
let seals = ''

beforeAll(async () => {
  ;[full, empty] = await Promise.all([freshDatabase(), freshDatabase()])
  await loadPractice(full.ownerUrl, { count: 20, seed: 1, today: '2026-11-24' })
  await connected(full.workerUrl, async (worker) => {
    const seal = sealing((line) => (seals += line), 0)
    await seal(workerScope(worker))
    await seal(workerScope(worker))
  })
  await connected(full.adminUrl, async (admin) => {
    // Every sign that COPY, gzip or JSON could trip over.
    await admin.query(
      `insert into draft (id, user_id, form, body) select gen_random_uuid(), id, $1, $2
       from app_user limit 1`,
      ['tab\tline\nback\\slash \\. ’é🙂', JSON.stringify({ words: '\\N\r\n"' })],
    )
    const { rows } = await admin.query<{ id: string }>('select id from membership limit 1')
    await sessionFor(admin, rows[0]?.id ?? '')
  })
  written = await connected(full.ownerUrl, (client) => backUp(client, file))
})
afterAll(async () => {
  await Promise.all([full.drop(), empty.drop()])
  rmSync(folder, { recursive: true })
})

/** One hash over all rows of each table, and what guards it. As the superuser. */
const everything = (database: Database) =>
  connected(database.adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename !~ '^_'`,
    )
    const all: Record<string, unknown> = {}
    for (const { name } of rows) {
      if (notKept.includes(name)) continue
      const hashed = await client.query<{ hash: string | null; rows: string }>(
        `select md5(string_agg(h, '' order by h)) as hash, count(*) as rows
         from (select md5(t::text) as h from public."${name}" t) x`,
      )
      all[name] = hashed.rows[0]
    }
    return all
  })

const guards = async (client: Client) =>
  (
    await client.query<{ text: string }>(
      `select concat_ws(' ', c.relname, c.relrowsecurity, c.relforcerowsecurity, array(
         select t.tgname || t.tgenabled::text from pg_trigger t where t.tgrelid = c.oid
           and not t.tgisinternal order by 1), (select array_agg(p.policyname order by 1)
           from pg_policies p where p.tablename = c.relname)) as text
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
    )
  ).rows.map(({ text }) => text)

describe('a backup', () => {
  test('is readable by its user alone, and holds no secret of the data folder', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const text = gunzipSync(readFileSync(file)).toString('utf8')
    for (const secret of Object.values(passwords)) expect(text).not.toContain(secret)
    expect(Object.keys(written).filter((name) => notKept.includes(name))).toEqual([])
    expect(written.contact).toBeGreaterThan(50)
  })

  test('never takes the place of a file that is there', async () => {
    const again = connected(full.ownerUrl, (client) => backUp(client, file))
    await expect(again).rejects.toThrow(/There is a file/)
  })
})

const into = (database: Database, from = file) =>
  connected(database.ownerUrl, (client) => restore(client, from))

describe('a restore is refused, and leaves the database empty,', () => {
  test.each([
    ['of a file that is cut short', (whole: Buffer) => whole.subarray(0, whole.length - 2000)],
    ['of a file that is something else', () => Buffer.from('not a backup')],
    ['of a file with a bit turned', (whole: Buffer) => turned(whole)],
  ])('%s', async (_, change) => {
    const damaged = join(folder, 'damaged.gz')
    writeFileSync(damaged, change(readFileSync(file)))
    await expect(into(empty, damaged)).rejects.toThrow(/whole|damaged|invalid|COPY|syntax/)
    const { rows } = await connected(empty.adminUrl, (client) =>
      client.query('select 1 from person union all select 1 from installation'),
    )
    expect(rows).toEqual([])
  })

  test('by another version', async () => {
    const turn = 'update _prisma_migrations set checksum = reverse(checksum)'
    await connected(empty.adminUrl, (client) => client.query(turn))
    await expect(into(empty)).rejects.toThrow(/another version: its last migration is 0/)
    await connected(empty.adminUrl, (client) => client.query(turn))
  })

  test('over a database that holds something', async () => {
    await expect(into(full)).rejects.toThrow(/not empty/)
  })
})

const turned = (whole: Buffer) => {
  const copy = Buffer.from(whole)
  const at = Math.floor(copy.length / 2)
  copy[at] = (copy[at] ?? 0) ^ 0x10
  return copy
}

describe('restored', () => {
  beforeAll(async () => {
    const { rows } = await into(empty)
    expect(rows).toBe(Object.values(written).reduce((a, b) => a + b, 0))
  })

  test('every table holds the same, under the same guards', async () => {
    expect(await everything(empty)).toEqual(await everything(full))
    const [there, here] = await Promise.all(
      [full, empty].map((database) => connected(database.adminUrl, guards)),
    )
    expect(here).toEqual(there)
  })

  test('nobody is signed in, and no old link works', async () => {
    const { rows } = await connected(empty.adminUrl, (client) =>
      client.query(notKept.map((name) => `select 1 from ${name}`).join(' union all ')),
    )
    expect(rows).toEqual([])
  })

  test('a reader sees the same', async () => {
    const [there, here] = await Promise.all([full, empty].map(seenBy))
    expect(there?.people).toBeGreaterThan(0)
    expect(here).toEqual(there)
  })

  test('numbers go on where they were, and the log goes on under its seals', async () => {
    const next = (database: Database) =>
      connected(database.adminUrl, async (client) => {
        const { rows } = await client.query(
          `select relname, pg_sequence_last_value(oid) as last from pg_class
           where relkind = 'S' and relnamespace = 'public'::regnamespace order by 1`,
        )
        return rows
      })
    expect(await next(empty)).toEqual(await next(full))
    await connected(empty.workerUrl, async (worker) => {
      await connected(empty.adminUrl, (admin) =>
        admin.query(`insert into audit_event (kind, row_hash) values ('after', '')`),
      )
      const seal = sealing((line) => (seals += line), 0)
      await seal(workerScope(worker))
      expect(await seal(workerScope(worker))).toBe(1)
    })
    const { sound, lines } = await connected(empty.ownerUrl, (client) => checkLog(client, seals))
    expect(lines.join('\n')).toContain('as it was sealed')
    expect(sound).toBe(true)
  })
})

/** What the first practitioner reads, as the app's login. */
async function seenBy(database: Database) {
  const admin = await connect(database.adminUrl)
  const { rows } = await admin.query<{ id: string }>(
    `select m.id from membership m join person_access a on a.viewer in (select 't:' || t.team_id
       from membership_team t where t.membership_id = m.id)
     where m.role = 'practitioner' group by m.id order by count(*) desc, m.id limit 1`,
  )
  const token = await sessionFor(admin, rows[0]?.id ?? '')
  await admin.end()
  const app = await connect(database.appUrl)
  const seen = await asSession(app, token, async () => {
    const found = await app.query<{ people: number; names: string; contacts: string }>(
      `select (select count(*)::int from person) as people,
         (select md5(string_agg(n::text, '' order by id)) from person_name n) as names,
         (select md5(string_agg(c::text, '' order by id)) from contact c) as contacts`,
    )
    return found.rows[0]
  })
  await app.end()
  return seen
}
