import type { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase } from '@/tests/support/database'
import { connect } from '@/tests/support/factories/session'
import { textBelowContent } from '@/tests/support/factories/text-below-content'

const { roles } = inject('server')
let database: Awaited<ReturnType<typeof freshDatabase>>
let owner: Client

beforeAll(async () => {
  database = await freshDatabase()
  owner = await connect(database.ownerUrl)
})

afterAll(async () => {
  await owner.end()
  await database.drop()
})

test('text is content: below it is what a list holds, or what a written reason allows', async () => {
  const { rows } = await owner.query<{ name: string; safety: boolean }>(
    `select c.relname || '.' || a.attname as name, h.args like '%always%' as safety
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     join lateral (select encode(t.tgargs, 'escape') as args from pg_trigger t
       where t.tgrelid = c.oid and t.tgname = 'a_header') h on true
     join pg_policies p on p.tablename = c.relname and p.policyname = 'see'
       and p.qual ~ 'my_own[(][123][)]'
     where a.atttypid in ('text'::regtype, 'varchar'::regtype, 'json'::regtype, 'jsonb'::regtype,
         'text[]'::regtype) and a.attname not in ('categories', 'audience')
       and has_column_privilege($1, c.oid, a.attnum, 'SELECT')
       -- Not held to the values of a check, nor to those of a code list.
       and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'
         and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) ~ '= ANY \\(')
       and not exists (select 1 from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'c_codes'
         and a.attnum = any (t.tgattr::int2[]))
     order by 1`,
    [roles.app],
  )
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(textBelowContent).sort())
  const safe = new Set(rows.filter(({ safety }) => safety).map(({ name }) => name.split('.')[0]))
  const said = Object.entries(textBelowContent).filter(([, why]) => /^safety/.test(why))
  expect([...new Set(said.map(([name]) => name.split('.')[0]))].sort()).toEqual([...safe].sort())
})
