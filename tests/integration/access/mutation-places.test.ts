import type { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { mutants } from '@/tests/support/access-model/mutate-sql'
import { asSession, connect } from '@/tests/support/factories/session'
import { workingPlace, type WorkingPlace } from '@/tests/support/factories/working-place'

// Policies of the schemas beside the people's: what is published, the place, what is proposed. Each
// is dropped, and each of its conditions left out, and somebody must then read other rows.
let place: WorkingPlace
let admin: Client
const { roles } = inject('server')

const schemas = ['published', 'frozen', 'place', 'proposition']
const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`

beforeAll(async () => {
  place = await workingPlace()
  admin = await connect(place.adminUrl)
  await admin.query(
    `insert into published.publication (id, no, from_on, to_on, profile, programme_version, definition, asked_by,
       built_at, first_by, first_at, second_by, second_at)
     select v.id::uuid, v.no, '2025-10-01', v.till::date, 'open', 1, '{}', $1, now(), $1, now(),
       case when v.no is not null then $2::uuid end, case when v.no is not null then now() end
     from (values ('${id(1)}', 1, '2026-06-30'), ('${id(2)}', null, '2026-09-30')) v(id, no, till)`,
    [place.users.mo, place.users.olu],
  )
  await admin.query(
    `insert into published.cell select id, 'needs', '{x}', 9 from published.publication`,
  )
  await admin.query(
    `insert into frozen.person (publication_id, line, age, sex, "group", agencies, number, several, combination,
       core, answers) values ('${id(1)}', 1, '', '', '', '', '', '', '', '', '{}')`,
  )
  await admin.query(`insert into place.source values ('${id(1)}', 'https://feed.example', now())`)
  await admin.query(
    `insert into place.institution (id, name) select ('${id(0)}'::text)::uuid, 'nothing'
     union all select ('00000000-0000-7000-8000-00000000000' || n)::uuid, 'one' from generate_series(1, 4) n`,
  )
  await admin.query(
    `insert into place.service (id, institution_id, name, status, withheld, source_id, confirmed_by, confirmed_on, gone_at)
     values ('${id(1)}', '${id(1)}', 'of a feed', 'active', false, '${id(1)}', null, null, null),
       ('${id(2)}', '${id(2)}', 'confirmed', 'active', false, null, 'us', '2026-11-01', null),
       ('${id(3)}', '${id(3)}', 'gone', 'active', false, '${id(1)}', null, null, now()),
       ('${id(4)}', '${id(4)}', 'thought of', 'active', false, null, null, null, null)`,
  )
  await loadPapers()
}, 120_000)
afterAll(async () => {
  await admin.end()
  await place.close()
})

/** A draft and a paper that is shared, both of probation's, with all that hangs on one. */
async function loadPapers() {
  await admin.query(
    `insert into proposition.paper (id, no, agency_id, begun_at, shared_at)
     values ('${id(1)}', 1, $1, now(), null), ('${id(2)}', 2, $1, now(), now())`,
    [place.agencies.probation],
  )
  await admin.query(
    `insert into proposition.version (id, paper_id, no, words, written_at)
     select gen_random_uuid(), id, 1, '{}', now() from proposition.paper`,
  )
  await admin.query(
    `insert into proposition.comment (id, paper_id, version_no, words, by_user, by_agency_id, at)
     select gen_random_uuid(), id, 1, 'x', $1, agency_id, now() from proposition.paper`,
    [place.users.mo],
  )
  await admin.query(
    `insert into proposition.evidence (id, paper_id, kind, label, value, source, as_of, origin, pinned_at)
     select gen_random_uuid(), p.id, 'published', 'x', '9', 'x', now(), o.origin::jsonb, now()
     from proposition.paper p, (values ('{"profile": "commissioner"}'), ('{"profile": "open"}')) o(origin)`,
  )
}

type Policy = { schema: string; table: string; name: string; qual: string }

/** Every row of these schemas that somebody reads, by whom. */
async function readings(tables: string[]): Promise<string> {
  const viewers = [
    ...(['mo', 'olu', 'priya'] as const).map((who) => [roles.app, place.tokens[who]] as const),
    ...[roles.app, roles.insight, roles.publisher].map((role) => [role, null] as const),
  ]
  const all: string[] = []
  for (const [role, token] of viewers) {
    for (const table of tables) {
      const found = await asSession(
        admin,
        token,
        () => admin.query<{ n: number }>(`select count(*)::int as n from ${table}`),
        role,
      ).catch((error: unknown) => ({ rows: [{ n: String(error) }] }))
      all.push(`${role} ${table} ${String(found.rows[0]?.n)}`)
    }
  }
  return all.join('\n')
}

test('every condition of their policies tells for somebody', { timeout: 300_000 }, async () => {
  const { rows } = await admin.query<Policy>(
    `select schemaname as schema, tablename as table, policyname as name, qual from pg_policies
     where schemaname = any ($1) and policyname <> 'definer' order by 1, 2, 3`,
    [schemas],
  )
  expect(rows.length).toBeGreaterThanOrEqual(11)
  const unnoticed: string[] = []
  for (const { schema, table, name, qual } of rows) {
    const on = `${schema}.${table}`
    const tables = rows
      .filter((each) => each.schema === schema)
      .map((each) => `${schema}.${each.table}`)
    const before = await readings([...new Set(tables)])
    const weakened = [
      { change: 'dropped', sql: `drop policy ${name} on ${on}` },
      ...(qual === 'true'
        ? []
        : [{ change: 'true', sql: `alter policy ${name} on ${on} using (true)` }]),
      ...mutants(qual).map(({ change, text }) => ({
        change,
        sql: `alter policy ${name} on ${on} using (${text})`,
      })),
    ]
    for (const { change, sql } of weakened) {
      const restore = await restoring(on, name)
      await admin.query(sql)
      if ((await readings([...new Set(tables)])) === before)
        unnoticed.push(`${on} ${name}: ${change}`)
      await admin.query(`drop policy if exists ${name} on ${on}`)
      await admin.query(restore)
    }
    expect(await readings([...new Set(tables)])).toBe(before)
  }
  expect(unnoticed).toEqual([])
})

/** The statement that makes a policy as it is now. */
async function restoring(on: string, name: string): Promise<string> {
  const { rows } = await admin.query<{ sql: string }>(
    `select format('create policy %I on %s for select to %s using (%s)', policyname,
       $1::regclass, array_to_string(array(select quote_ident(r) from unnest(roles) r), ', '), qual) as sql
     from pg_policies where (schemaname || '.' || tablename)::regclass = $1::regclass
       and policyname = $2`,
    [on, name],
  )
  return rows[0]?.sql ?? ''
}
