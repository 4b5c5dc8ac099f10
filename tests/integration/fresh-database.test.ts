import { afterAll, beforeAll, expect, test } from 'vitest'
import { connected } from '@/scripts/connection.mjs'
import { freshDatabase } from '@/tests/support/database'

let mine: Awaited<ReturnType<typeof freshDatabase>>
let other: Awaited<ReturnType<typeof freshDatabase>>

beforeAll(async () => {
  ;[mine, other] = await Promise.all([freshDatabase(), freshDatabase()])
})
afterAll(async () => {
  await Promise.all([mine.drop(), other.drop()])
})

const refused = { code: '42501' }

test('each login signs in as itself; the app may neither read nor make tables freely', async () => {
  for (const role of ['owner', 'app', 'insight', 'worker', 'publisher'] as const) {
    const name = await connected(mine[`${role}Url`], async (client) => {
      const { rows } = await client.query<{ name: string }>('select current_user as name')
      return rows[0]?.name
    })
    expect(name).toMatch(new RegExp(`_${role}$`))
  }
  const asApp = (sql: string) => connected(mine.appUrl, (client) => client.query(sql))
  await expect(asApp('create table public.mine (id int)')).rejects.toMatchObject(refused)
  await expect(asApp('create schema mine')).rejects.toMatchObject(refused)
  await expect(asApp('create temp table mine (id int)')).rejects.toMatchObject(refused)
  await expect(asApp('select * from _prisma_migrations')).rejects.toMatchObject(refused)
})

test('a page cannot keep a connection busy for long', async () => {
  const limits = await connected(mine.appUrl, async (client) => {
    const { rows } = await client.query<{ statement: string; idle: string; lock: string }>(`
      select current_setting('statement_timeout') as statement,
             current_setting('idle_in_transaction_session_timeout') as idle,
             current_setting('lock_timeout') as lock`)
    return rows[0]
  })
  expect(limits).toEqual({ statement: '5s', idle: '10s', lock: '2s' })
})

test('what one test writes another does not see', async () => {
  const make = 'create table only_here (id int)'
  await connected(mine.ownerUrl, (owner) => owner.query(make))
  const look = 'select 1 from only_here'
  await expect(connected(other.ownerUrl, (owner) => owner.query(look))).rejects.toMatchObject({
    code: '42P01',
  })
})

test('the extensions that search and matching need are there', async () => {
  const names = await connected(mine.ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ extname: string }>('select extname from pg_extension')
    return rows.map((row) => row.extname)
  })
  const needed = ['btree_gist', 'fuzzystrmatch', 'pg_trgm', 'pgcrypto', 'unaccent']
  expect(names).toEqual(expect.arrayContaining(needed))
})
