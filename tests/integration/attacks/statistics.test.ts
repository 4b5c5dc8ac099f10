import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { connected } from '@/scripts/connection.mjs'
import { prepareDatabase } from '@/scripts/database.mjs'
import { freshDatabase } from '@/tests/support/database'
import { connect } from '@/tests/support/factories/session'

// How many rows there are in a table that nobody may read, and what others are doing just now:
// PostgreSQL tells anybody who can connect, past row security.
type Database = Awaited<ReturnType<typeof freshDatabase>>
let database: Database
const open: Client[] = []
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(async () => {
  await Promise.all(open.map((client) => client.end()))
  await database.drop()
})

const logins = ['app', 'insight', 'worker'] as const
async function as(login: (typeof logins)[number]) {
  const client = await connect(database[`${login}Url`])
  open.push(client)
  return client
}

const counts = [
  ...['select reltuples from pg_class', 'select relpages from pg_class', 'select * from pg_class'],
  ...['select n_live_tup from pg_stat_user_tables', 'select * from pg_statio_user_tables'],
  ...['select n_ins_since_vacuum from pg_stat_all_tables', 'select * from pg_stat_user_indexes'],
  ...['select * from pg_stats', 'select query from pg_stat_activity', 'select * from pg_locks'],
  ...['select * from pg_stat_database', 'select * from pg_prepared_xacts'],
  `select pg_stat_get_live_tuples('protected_whereabouts'::regclass)`,
  `select pg_stat_get_tuples_inserted('limited_access'::regclass)`,
  ...['select * from pg_stat_get_activity(null)', 'select * from pg_lock_status()'],
  `select pg_relation_size('limited_access'::regclass)`,
  `select pg_total_relation_size('person')`,
  `select pg_indexes_size('person')`,
  `select pg_database_size(current_database())`,
]

describe.each(logins)('the login of the %s', (login) => {
  test('reads no count of rows, no size, and nothing of other connections', async () => {
    const client = await as(login)
    for (const sql of counts) {
      await expect(client.query(sql), sql).rejects.toMatchObject({ code: '42501' })
    }
    const { rows } = await client.query(
      `select relname, relkind from pg_class where oid = 'public.person'::regclass`,
    )
    expect(rows).toEqual([{ relname: 'person', relkind: 'r' }])
  })
})

/** Whatever of this kind a version of PostgreSQL has, by the catalogue. */
const stillOpen = () =>
  connected(database.adminUrl, async (admin) => {
    const { rows } = await admin.query<{ name: string }>(
      `select r || ': ' || p.oid::regprocedure as name from unnest($1::text[]) r, pg_proc p
       where p.pronamespace = 'pg_catalog'::regnamespace and has_function_privilege(r, p.oid, 'execute')
         and (p.proname ~ '^pg_stat_(get|have)_' or p.proname ~ '^pg_.*(relation|table|indexes|database)_size$')
       union all select r || ': ' || c.relname from unnest($1::text[]) r, pg_class c
       where c.relnamespace = 'pg_catalog'::regnamespace and c.relkind = 'v'
         and c.relname ~ '^pg_(stat|locks|prepared_xacts)' and has_any_column_privilege(r, c.oid, 'select')
       union all select r || ': ' || a.attname from unnest($1::text[]) r, pg_attribute a
       where a.attrelid = 'pg_class'::regclass and a.attname ~ '^(reltuples|relpages|relall)'
         and has_column_privilege(r, a.attrelid, a.attnum, 'select')`,
      [[...logins, 'publisher' as const].map((login) => inject('server').roles[login])],
    )
    return rows.map(({ name }) => name)
  })

test('none is left open by its name', async () => {
  expect(await stillOpen()).toEqual([])
})

test('an upgrade closes again what has come open', async () => {
  const { adminUrl, roles, passwords } = inject('server')
  await connected(database.adminUrl, async (admin) => {
    await admin.query('grant select on pg_class, pg_stat_user_tables to public')
    await admin.query('grant execute on function pg_stat_get_live_tuples(oid) to public')
  })
  expect(await stillOpen()).not.toEqual([])
  await connected(database.ownerUrl, (owner) => owner.query('delete from _security_applied'))
  const name = decodeURIComponent(new URL(database.ownerUrl).pathname.slice(1))
  const suffix = /^ct_(.*)_app$/.exec(roles.app)?.[1] ?? ''
  await prepareDatabase({ adminUrl, database: name, suffix, passwords })
  expect(await stillOpen()).toEqual([])
}, 120_000)

test('the owner still counts, for backups and for looking after the server', async () => {
  const owner = await connect(database.ownerUrl)
  open.push(owner)
  await owner.query('select reltuples from pg_class, pg_stat_user_tables, pg_locks limit 1')
  await owner.query(`select pg_total_relation_size('person')`)
})
