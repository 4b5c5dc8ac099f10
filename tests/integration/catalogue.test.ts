import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { freshDatabase } from '@/tests/support/database'
import {
  audited,
  grantsWritten,
  personAlone,
  withoutRowSecurity,
} from '@/tests/support/factories/grants-written'
import { connect } from '@/tests/support/factories/session'

const { roles } = inject('server')
const logins = [roles.app, roles.worker, roles.insight, roles.publisher]
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

// Written after reading each: they ask who is asking in other words, or are how somebody signs in.
const askOtherwise =
  `access.look_at access.look_once access.open_person access.who_will_read admin.add_membership
  admin.answer_role admin.end_user asking.by_link asking.send people.declare_mine sharing.add_party
  sharing.date_agreement sharing.end_agreement sharing.keep_group sign_in.as_practice sign_in.begin
  sign_in.hold_guess sign_in.keep_words sign_in.sign_out sign_in.switch_to sign_in.take_attempt
  sign_in.use_link sign_in.viewer sign_in.with_password trail.note_fault transfer.abandon_batch
  transfer.check_batch transfer.confirm_batch transfer.read_again transfer.undo_batch
  work.contact_readers work.name_readers work.read_feed`.split(/\s+/)

/** The first column of a query, as text, sorted. */
async function list(sql: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await owner.query<unknown[]>({ text: sql, values, rowMode: 'array' })
  return rows.map((row) => String(row[0])).sort()
}

const ourSchemas = `n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
  and n.nspname not like 'pg_temp%' and n.nspname not like 'pg_toast_temp%'`
// What an extension brought is its own.
const ourFunctions = `from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where ${ourSchemas} and not exists (select 1 from pg_depend d where d.objid = p.oid
    and d.classid = 'pg_proc'::regclass and d.deptype = 'e')`
const tables = `from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p')`
// A table of entries: the common header, but for history, which copies it.
const entryTables = `select c.relname ${tables} and c.relname <> 'change' and 3 = (
  select count(*) from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
    and a.attname in ('class_id', 'audience', 'given_by'))`

describe('tables', () => {
  test('row security is enabled and forced, but for a short list without people', async () => {
    const open = await list(
      `select c.relname ${tables} and not (c.relrowsecurity and c.relforcerowsecurity)`,
    )
    const unknown = open.filter((table) => !withoutRowSecurity.includes(table))
    expect(unknown).toEqual([])
  })

  test('the list without row security holds no table that names a person', async () => {
    const named = await list(
      `select distinct c.relname ${tables} and c.relname = any($1) and exists (
         select 1 from pg_attribute a where a.attrelid = c.oid and a.attname like '%person%')`,
      [withoutRowSecurity],
    )
    expect(named).toEqual([])
  })

  test('a policy stands behind every command that is granted', async () => {
    const bare = await list(
      `with granted as (
         select c.oid, c.relname, x.grantee, case x.privilege_type when 'INSERT' then 'a'
           when 'SELECT' then 'r' when 'UPDATE' then 'w' when 'DELETE' then 'd' end as command
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
         cross join lateral (select * from aclexplode(c.relacl) union
           select b.* from pg_attribute a cross join lateral aclexplode(a.attacl) b
           where a.attrelid = c.oid) x
         where n.nspname = 'public' and c.relrowsecurity
           and x.grantee in (select oid from pg_roles where rolname = any($1)))
       select distinct g.relname || ' ' || g.command from granted g where not exists (
         select 1 from pg_policy p where p.polrelid = g.oid and p.polpermissive
           and p.polcmd in (g.command, '*') and g.grantee = any (p.polroles))`,
      [logins],
    )
    expect(bare).toEqual([])
  })

  test('the definer, and nobody else, is let through whole', async () => {
    const wrong = await list(
      `select c.relname ${tables} and c.relrowsecurity and not exists (
         select 1 from pg_policies p where p.tablename = c.relname and p.policyname = 'definer'
           and p.cmd = 'ALL' and p.qual = 'true' and p.roles = array[$1]::name[])`,
      [roles.definer],
    )
    expect(wrong).toEqual([])
    const open = await list(
      `select tablename || ' ' || policyname from pg_policies where schemaname = 'public'
         and permissive = 'PERMISSIVE' and not $1 = any (roles)
         and (qual = 'true' or with_check = 'true' or 'public' = any (roles))`,
      [roles.definer],
    )
    expect(open).toEqual([])
  })

  test('policies ask who is asking once a statement, not once a row', async () => {
    const { rows } = await owner.query<{ name: string; text: string }>(
      `select tablename || ' ' || policyname as name, concat_ws(' ', qual, with_check) as text
       from pg_policies where schemaname = 'public'`,
    )
    const bare = rows.filter(({ text }) =>
      /access\.my_/.test(text.replace(/SELECT access\.my_/g, '')),
    )
    expect(bare.map(({ name }) => name)).toEqual([])
  })

  test('every change of an entry, and of what decides access, leaves a trail', async () => {
    const entries = await list(entryTables)
    expect(entries.length).toBeGreaterThan(30)
    const fires = (name: string) =>
      list(
        `select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
         where t.tgname = $1 and t.tgenabled in ('O', 'A')`,
        [name],
      )
    for (const trigger of ['a_header', 'b_guard', 'z_trail']) {
      expect(await fires(trigger), trigger).toEqual(entries)
    }
    expect(await fires('z_audit')).toEqual([...audited].sort())
    // A row of the log for each row added, changed and taken away, by one trigger or by two.
    const unheard = await list(
      `select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where t.tgname in ('z_audit', 'z_audit_of_all', 'z_trail', 'z_trail_given')
         and t.tgenabled in ('O', 'A')
       group by 1 having bit_or(t.tgtype::int) & 28 <> 28`,
    )
    // What somebody gives is written row by row, and what is loaded, by statement: both or neither.
    expect(await fires('z_trail_loaded')).toEqual(await fires('z_trail_given'))
    expect(unheard).toEqual([])
  })

  test('only a written list names a person without a record', async () => {
    const alone = await list(
      `select c.relname ${tables} and exists (select 1 from pg_attribute a
         where a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped)
       and not exists (select 1 from pg_attribute a
         where a.attrelid = c.oid and a.attname = 'record_id' and not a.attisdropped)`,
    )
    expect(alone.filter((table) => !personAlone.includes(table))).toEqual([])
    const references = await list(
      `select conrelid::regclass::text from pg_constraint
       where contype = 'f' and confrelid = 'person'::regclass`,
    )
    expect(references).toEqual(['cohort_member', 'conflict', 'person_access', 'record'])
  })

  test('an entry hangs on its record by all three columns, so that a link moves it', async () => {
    const loose = await list(
      `${entryTables} and not exists (select 1 from pg_constraint f where f.conrelid = c.oid
         and f.contype = 'f' and f.confrelid = 'record'::regclass and f.confupdtype = 'c'
         and array_length(f.conkey, 1) = 3)`,
    )
    expect(loose).toEqual([])
  })

  test('views act with the rights of who reads, and nothing is stored ready-made', async () => {
    const wrong = await list(
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where ${ourSchemas} and (c.relkind = 'm' or (c.relkind = 'v'
         and not coalesce('security_invoker=true' = any (c.reloptions), false)))`,
    )
    expect(wrong).toEqual([])
  })
})

describe('logins', () => {
  test.each([
    ['app', roles.app],
    ['worker', roles.worker],
    ['insight', roles.insight],
    ['publisher', roles.publisher],
  ] as const)('%s has the grants that are written down, and no others', async (login, role) => {
    const granted = await list(
      `select distinct case x.privilege_type when 'INSERT' then 'a' when 'SELECT' then 'r'
         when 'UPDATE' then 'w' when 'DELETE' then 'd' else x.privilege_type end || ' ' || x.name
       from (select c.relname as name, g.* from pg_class c
           join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
           cross join lateral aclexplode(c.relacl) g
         union all select c.relname || '.' || a.attname, g.* from pg_class c
           join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
           join pg_attribute a on a.attrelid = c.oid cross join lateral aclexplode(a.attacl) g) x
       where x.grantee in (0, (select oid from pg_roles where rolname = $1))`,
      [role],
    )
    expect(granted).toEqual([...grantsWritten[login]].sort())
  })

  test('they own nothing, make nothing and bypass nothing', async () => {
    const strong = await list(
      `select rolname from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls
         or rolcreaterole or rolcreatedb or rolreplication)`,
      [[...logins, roles.definer, roles.owner]],
    )
    expect(strong).toEqual([])
    const owned = await list(
      `select c.relname from pg_class c where pg_get_userbyid(c.relowner) = any($1)
       union all select p.proname from pg_proc p where pg_get_userbyid(p.proowner) = any($1)
       union all select n.nspname from pg_namespace n where pg_get_userbyid(n.nspowner) = any($1)`,
      [logins],
    )
    expect(owned).toEqual([])
    const creates = await list(
      `select r || ' ' || n.nspname from unnest($1::text[]) r cross join pg_namespace n
       where has_schema_privilege(r, n.oid, 'CREATE')
       union all select r || ' in the database' from unnest($1::text[]) r
       where has_database_privilege(r, current_database(), 'CREATE')
         or has_database_privilege(r, current_database(), 'TEMP')`,
      [logins],
    )
    expect(creates).toEqual([])
    const members = await list(
      `select pg_get_userbyid(m.member) || ' of ' || pg_get_userbyid(m.roleid)
       from pg_auth_members m where pg_get_userbyid(m.member) = any($1)`,
      [logins],
    )
    expect(members).toEqual([])
  })

  test('insight reads no row about a person, and runs none of our functions', async () => {
    const insight = await connect(database.insightUrl)
    const closed = await list(`select c.relname ${tables} and c.relrowsecurity`)
    for (const table of closed) {
      await expect(insight.query(`select 1 from ${table}`), table).rejects.toMatchObject({
        code: '42501',
      })
    }
    await insight.end()
    const runs = await list(
      `select p.oid::regprocedure::text ${ourFunctions}
         and has_schema_privilege($1, n.oid, 'USAGE') and has_function_privilege($1, p.oid, 'EXECUTE')`,
      [roles.insight],
    )
    expect(runs).toEqual([])
  })
})

describe('functions', () => {
  test('every one says where it looks for names, temporary tables last, or has found them', async () => {
    const loose = await list(
      `select p.oid::regprocedure::text ${ourFunctions} and p.prosqlbody is null and not exists (
         select 1 from unnest(p.proconfig) c where c ~ '^search_path=pg_catalog(, public)?, pg_temp$')`,
    )
    expect(loose).toEqual([])
  })

  test('what looks past row security belongs to the definer, and nothing else does', async () => {
    const wrong = await list(
      `select p.oid::regprocedure::text ${ourFunctions}
         and p.prosecdef and pg_get_userbyid(p.proowner) <> $1`,
      [roles.definer],
    )
    expect(wrong).toEqual([])
  })

  test('none is for everybody to call', async () => {
    const anybody = await list(
      `select p.oid::regprocedure::text ${ourFunctions} and (p.proacl is null or exists (
         select 1 from aclexplode(p.proacl) g where g.grantee = 0))`,
    )
    expect(anybody).toEqual([])
  })

  test('those that answer for any viewer, any person or any state are not for the app', async () => {
    const reachable = `${ourFunctions} and has_schema_privilege($1, n.oid, 'USAGE')
      and has_function_privilege($1, p.oid, 'EXECUTE')`
    const inner = `verbs_of viewer_of viewer_in limit_on consented custodian_decides hold move_record
      move_records follow mind new_session end_session give_back uuid7 class_of stricter locates`
    const found = await list(
      `select p.oid::regprocedure::text ${reachable} and (p.proname = any ($2)
         or 'access.viewer'::regtype = any (p.proargtypes::oid[]))`,
      [roles.app, inner.split(/\s+/)],
    )
    expect(found).toEqual([])
  })

  test('those that write past row security ask for a role first, or are on a written list', async () => {
    const asksNobody = await list(
      `select n.nspname || '.' || p.proname ${ourFunctions} and p.prosecdef and p.provolatile = 'v'
         and p.prorettype <> 'trigger'::regtype and p.prosrc !~ 'require(_host)?\\('
         and has_schema_privilege($1, n.oid, 'USAGE')
         and has_function_privilege($1, p.oid, 'EXECUTE')`,
      [roles.app],
    )
    expect([...new Set(asksNobody)]).toEqual(askOtherwise)
  })
})
