import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFeed } from '@/lib/directory/import-feed'
import { Findings } from '@/lib/directory/rules/report'
import { freshDatabase } from '@/tests/support/database'
import { connect } from '@/tests/support/factories/session'
import { idOf, sampleService } from '../../unit/directory/sample-service'

// Whoever has the login that answers the public asks the tables themselves, past the views that its
// answers are made of.
let database: Awaited<ReturnType<typeof freshDatabase>>
let owner: Client
let insight: Client
const names = async (client: Client, text: string) =>
  (await client.query<{ name: string }>(`${text} order by 1`)).rows.map(({ name }) => name)

beforeAll(async () => {
  database = await freshDatabase()
  owner = await connect(database.ownerUrl)
  insight = await connect(database.insightUrl)
  await owner.query(
    `insert into place.institution (id, name) values
       ('00000000-0000-7000-8000-000000000001', 'Of the place'),
       ('00000000-0000-7000-8000-000000000002', 'Only thought of')`,
  )
  await owner.query(
    `insert into place.service (id, institution_id, name, description, status, withheld, confirmed_by,
       confirmed_on, gone_at)
     select gen_random_uuid(), ('00000000-0000-7000-8000-00000000000' || of)::uuid, name, said, 'active', withheld,
       case when sure then 'the desk' end, case when sure then date '2026-11-01' end, gone
     from (values ('1', 'confirmed', null, false, true, null::timestamptz),
       ('1', 'withheld', 'We are in Silver Street.', true, true, null),
       ('1', 'taken out', null, false, true, now()),
       ('2', 'not confirmed', null, false, false, null)) v(of, name, said, withheld, sure, gone)`,
  )
})
afterAll(async () => {
  await Promise.all([owner.end(), insight.end()])
  await database.drop()
})

describe('the login of the public directory', () => {
  test('reads no service that nobody published, and none that was taken out', async () => {
    const published = ['confirmed', 'withheld']
    expect(await names(insight, 'select name from place.public_service')).toEqual(published)
    expect(await names(insight, 'select name from place.service')).toEqual(published)
  })

  test('reads no institution that offers nothing published', async () => {
    expect(await names(insight, 'select name from place.public_institution')).toEqual([
      'Of the place',
    ])
    expect(await names(insight, 'select name from place.institution')).toEqual(['Of the place'])
  })

  test('changes nothing, and reads nothing of how it came about', async () => {
    for (const sql of [
      `update place.service set withheld = false`,
      `update place.edition set number = 9`,
      `insert into place.institution (id, name) values (gen_random_uuid(), 'x')`,
      `delete from place.service`,
      ...['needs', 'how_in', 'capacity', 'gone_at', 'source_id', 'confirmed_by'].map(
        (column) => `select ${column} from place.service`,
      ),
      `select * from place.service_change`,
      `select * from place.source`,
    ]) {
      await expect(insight.query(sql), sql).rejects.toMatchObject({ code: '42501' })
    }
  })
})

// What a view leaves out, its reader finds in the table under it, unless row security says so too.
test('no view leaves out rows that whoever reads it finds in the table beneath', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select distinct v.oid::regclass || ' of ' || t.oid::regclass || ' for ' || r.rolname as name
     from pg_class v join pg_rewrite w on w.ev_class = v.oid
       join pg_depend d on d.objid = w.oid and d.refclassid = 'pg_class'::regclass and d.refobjid <> v.oid
       join pg_class t on t.oid = d.refobjid and t.relkind = 'r' and not t.relrowsecurity
       join pg_roles r on r.rolname ~ '_(insight|publisher)$'
     where v.relkind = 'v' and v.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
       and has_table_privilege(r.oid, v.oid, 'select')
       and has_any_column_privilege(r.oid, t.oid, 'select')
       and pg_get_viewdef(v.oid) ~ '\\mWHERE\\M'`,
  )
  expect(rows).toEqual([])
})

describe('a service that is withheld', () => {
  test('keeps nothing of what its words were, from before or from after', async () => {
    await owner.query(
      `update place.service set description = 'Ring us first.' where name = 'withheld'`,
    )
    const { rows } = await owner.query(`select before from place.service_change`)
    expect(rows).toEqual([])
  })

  test('is nowhere, whoever writes', async () => {
    for (const set of [`places = '[]'`, `areas = '{}'`, `hours = '[]'`, `withheld = false`]) {
      await expect(
        owner.query(`update place.service set ${set} where name = 'withheld'`),
        set,
      ).rejects.toMatchObject({ code: /^(23514|CT403)$/ })
    }
  })
})

describe('an institution that is withheld by hand', () => {
  // A feed's service under a new id and name, of an institution by its id or by its name.
  const given = (n: number, organization: Record<string, unknown>) =>
    sampleService({
      ...{ id: idOf(n), name: `A new service ${n}`, description: 'Ring at 5 Silver Street.' },
      organization: { description: 'A charity.', ...organization },
    })
  const bring = (items: ReturnType<typeof given>[]) => {
    const query = (text: string, values?: unknown[]) => owner.query<object>(text, values)
    const address = 'a-file.json'
    return importFeed({ address, query, ask: null }, async (takePage) => {
      const findings = new Findings()
      await takePage(
        { kind: 'service', items, facts: null },
        new URL(`file:///${address}`),
        findings,
      )
      return { report: { errors: [] } as never, whole: true }
    })
  }

  test('is told by no word of a service that a feed puts into it', async () => {
    const itself = { id: idOf(90), name: 'A quiet house' }
    await bring([given(1, { id: idOf(91), name: 'Another house' }), given(2, itself)])
    const words = () =>
      names(insight, `select description as name from place.service where name like 'A new%'`)
    expect(await words()).toEqual(['Ring at 5 Silver Street.', 'Ring at 5 Silver Street.'])
    await owner.query(`delete from place.service where name like 'A new%'`)
    await owner.query(`update place.institution set withheld = true where id = $1`, [idOf(90)])
    await bring([given(3, itself), given(4, { id: idOf(92), name: 'a Quiet House' })])
    expect(await words()).toEqual(['Ring at [withheld]', 'Ring at [withheld]'])
  })
})
