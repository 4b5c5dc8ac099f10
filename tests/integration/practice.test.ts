import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { practicePassword } from '@/prisma/practice/load/credentials'
import { loadPractice, type PracticeOrder } from '@/prisma/practice/load/load-practice'
import { unlinkedShare } from '@/prisma/practice/load/records'
import type { PracticeReport } from '@/prisma/practice/load/report'
import { tableOrder } from '@/prisma/practice/load/table-order'
import { connected } from '@/scripts/connection.mjs'
import { freshDatabase } from '@/tests/support/database'
import { heldAttempt } from '@/tests/support/factories/session'

type Database = Awaited<ReturnType<typeof freshDatabase>>
const order: PracticeOrder = { count: 60, seed: 1, today: '2026-11-24' }
let quiet: Database
let full: Database
let other: Database
let report: PracticeReport

beforeAll(async () => {
  ;[quiet, full, other] = await Promise.all([freshDatabase(), freshDatabase(), freshDatabase()])
  report = await loadPractice(quiet.ownerUrl, order)
})
afterAll(async () => {
  await Promise.all([quiet, full, other].map((database) => database.drop()))
})

/** As the superuser, whom row security does not bind. */
const ask = <R extends object>(database: Database, sql: string, values: unknown[] = []) =>
  connected(database.adminUrl, async (client) => (await client.query<R>(sql, values)).rows)

/** One hash over all rows of a table, whatever their order. */
async function fingerprint(client: Client, table: string, columns: string) {
  const { rows } = await client.query<{ rows: number; hash: string }>(
    `select count(*)::int as rows, md5(string_agg(h, '' order by h)) as hash
     from (select md5((to_jsonb(t) - 'seal_key')::text) as h from (select ${columns} from ${table}) as t) as hashed`,
  )
  return rows[0]
}

const fingerprints = (database: Database) =>
  connected(database.adminUrl, async (client) => {
    const all: Record<string, unknown> = {}
    for (const table of tableOrder) {
      const columns = table === 'credential' ? 'user_id, salt, params, verifier' : '*'
      all[table] = await fingerprint(client, table, columns)
    }
    // Ids are random, and a naming on limited access holds from the moment it is written.
    const access = `person_id, record_id, viewer, agency_id, ground, opens, source_id, held, ends_at,
      case when ground <> 'named' then starts_at end as starts_at`
    all.person_access = await fingerprint(client, 'person_access', access)
    return all
  })

describe('the practice place', () => {
  test('holds the cast and somebody in every state', async () => {
    expect(report.people[0]?.name).toContain('Okafor')
    expect(Object.keys(report.states).sort()).toEqual([
      ...['child', 'consentWithdrawn', 'died', 'harmLink', 'limitedAccess', 'noSettledAddress'],
      ...['objection', 'protectedName', 'protectedWhereabouts', 'unnamed'],
    ])
    const danny = await ask<{ agencies: number }>(
      quiet,
      'select count(distinct agency_id)::int as agencies from record where person_id = $1',
      [report.people[0]?.id],
    )
    expect(danny[0]?.agencies).toBeGreaterThanOrEqual(3)
  })

  test('names each legal gateway of an agreement once', async () => {
    const rows = await ask<{ gateway: string }>(
      quiet,
      'select gateway from agreement where gateway is not null',
    )
    const named = rows.map(({ gateway }) => gateway.split('; '))
    expect(named.flat().length).toBeGreaterThan(1)
    for (const all of named) expect(new Set(all).size).toBe(all.length)
  })

  test('is what the triggers make of the same rows, one by one', async () => {
    await loadPractice(full.ownerUrl, { ...order, everyTrigger: true })
    const [bulk, byRow] = [await fingerprints(quiet), await fingerprints(full)]
    expect(bulk).toEqual(byRow)
    const [trail] = await ask<{ lines: number }>(
      full,
      `select count(*)::int as lines from audit_event where table_name = 'contact'`,
    )
    expect(trail?.lines).toBe(report.rows.contact)
    const off = `select tgname from pg_trigger where tgenabled = 'D'`
    expect(await ask(quiet, off)).toEqual([])
  })

  test('holds no entry under a kind of information that its table may not carry', async () => {
    const tables = await ask<{ name: string }>(
      quiet,
      `select tgrelid::regclass::text as name from pg_trigger where tgname = 'a_header'`,
    )
    const wrong = await ask(
      quiet,
      [
        ...tables.map(
          ({ name }) => `select distinct '${name}' as it, x.categories, a.kind from ${name} x
            join agency a on a.id = x.agency_id
            where entry.may_carry('${name}', x.categories, a.kind) is not true`,
        ),
        `select 'team', default_categories, a.kind from team join agency a on a.id = agency_id
         where entry.may_carry('contact', default_categories, a.kind) is not true`,
      ].join(' union all '),
    )
    expect(wrong).toEqual([])
  })

  test('holds nothing that a screen could not have given', async () => {
    // Facts of a nature are filed by it and nowhere else; these two alone ask what they are about.
    const asked = ['warning', 'identity_detail']
    const natured = await ask<{ name: string; nature: string }>(
      quiet,
      `select tgrelid::regclass::text as name, split_part(encode(tgargs, 'escape'), '\\000', 1) as nature
       from pg_trigger where tgname = 'a_header'`,
    )
    const wrong = await ask(
      quiet,
      natured
        .filter(({ name, nature }) => nature !== '' && !asked.includes(name))
        .map(
          ({ name, nature }) => `select '${name}' as it, categories, count(*)::int as rows
            from ${name} where categories <> array['${nature}'] group by categories`,
        )
        .join(' union all '),
    )
    expect(wrong).toEqual([])
  })

  test('stays when it is loaded again, and comes out the same when made anew', async () => {
    const before = await fingerprints(quiet)
    expect((await loadPractice(quiet.ownerUrl, order)).loaded).toBe(false)
    expect(await fingerprints(quiet)).toEqual(before)
    expect((await loadPractice(quiet.ownerUrl, { ...order, refresh: true })).loaded).toBe(true)
    expect(await fingerprints(quiet)).toEqual(before)
  })

  test('every record that has a name can be matched, and links can be told and undone', async () => {
    const unkeyed = await ask(
      quiet,
      `select r.id from record r
       where exists (select 1 from person_name n where n.record_id = r.id)
         and not exists (select 1 from record_key k where k.record_id = r.id)`,
    )
    expect(unkeyed).toEqual([])
    const [links] = await ask<{ linked: number; back: number }>(
      quiet,
      `select count(*)::int as linked, count(p.id)::int as back
       from link_event e left join person p on p.id = e.from_person`,
    )
    expect(links?.linked).toBeGreaterThan(50)
    expect(links?.back).toBe(links?.linked)
    // About a tenth of those known to several agencies lie in two halves: the steward's work.
    const halves = await ask<{ person_id: string }>(
      quiet,
      'select distinct person_id from record where person_id <> all ($1::uuid[])',
      [report.people.map(({ id }) => id)],
    )
    expect(halves.length).toBeGreaterThan(0)
    const queue = await ask(quiet, 'select 1 from link_candidate where decision is null')
    expect(queue.length).toBeGreaterThan(0)
    expect(queue.length).toBeLessThanOrEqual(halves.length)
    expect(halves.length).toBeLessThan(order.count * 2 * unlinkedShare)
  })
})

describe('signing in to it', () => {
  const token = 'a practice token'
  const hash = createHash('sha256').update(token).digest()
  const countAs = (email: string) =>
    connected(quiet.appUrl, async (client) => {
      await client.query('begin')
      await client.query(`select sign_in.as_practice($1, $2, 'test', null)`, [email, hash])
      await client.query('select * from sign_in.begin($1)', [token])
      const { rows } = await client.query<{ people: number }>(
        'select count(*)::int as people from person',
      )
      await client.query('rollback')
      return rows[0]?.people ?? 0
    })
  const emailOf = (role: string) => report.signIns.find((one) => one.role === role)?.email ?? ''

  test('a practitioner opens some people; commissioner and administrator nobody', async () => {
    const some = await countAs(emailOf('practitioner'))
    expect(some).toBeGreaterThan(0)
    expect(some).toBeLessThan(order.count)
    expect(await countAs(emailOf('commissioner'))).toBe(0)
    expect(await countAs(emailOf('administrator'))).toBe(0)
  })

  test('the practice password is right for those who have one', async () => {
    const { hashRaw } = await import('@node-rs/argon2')
    const [email] = report.withPassword
    const ok = await connected(quiet.appUrl, async (client) => {
      const known = await client.query<{
        salt: Buffer
        params: { m: number; t: number; p: number }
      }>('select * from sign_in.salt_for($1)', [email])
      const { salt, params } = known.rows[0] ?? { salt: Buffer.alloc(16), params: null }
      const costs = { memoryCost: params?.m, timeCost: params?.t, parallelism: params?.p }
      const raw = await hashRaw(practicePassword, { salt, ...costs, algorithm: 2 })
      const { rows } = await client.query<{ ok: string }>(
        `select sign_in.with_password($1, $2, $3, $4, 'test', null) as ok`,
        [
          email,
          raw,
          createHash('sha256').update('x').digest(),
          await heldAttempt(client, email ?? '', raw),
        ],
      )
      return rows[0]?.ok
    })
    expect(ok).toBe('in')
  })
})

describe('what it leaves alone', () => {
  test('a load that fails leaves nothing, and a live database takes nothing', async () => {
    await ask(other, 'alter table limited_access_named add constraint full_disk check (false)')
    await expect(loadPractice(other.ownerUrl, order)).rejects.toMatchObject({ code: '23514' })
    const left = `select (select count(*) from person) + (select count(*) from installation)
      + (select count(*) from area_set) as rows`
    expect(await ask(other, left)).toEqual([{ rows: '0' }])
    await ask(other, `insert into installation (mode, place) values ('live', 'Wrenford')`)
    await expect(loadPractice(other.ownerUrl, order)).rejects.toThrow('live database')
    await expect(loadPractice(other.ownerUrl, { ...order, refresh: true })).rejects.toThrow('live')
  })
})
