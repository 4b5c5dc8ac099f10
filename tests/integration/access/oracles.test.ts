import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { makeDanny } from '@/tests/support/access-model/danny'
import { openMatrix, type MatrixDatabase } from '@/tests/support/access-model/matrix-database'
import { asSession, connectAsDefiner } from '@/tests/support/factories/session'

// Errors, unique constraints, foreign keys and answers of functions are oracles too.
const it = makeDanny()
// One person whom P works with and may not open, since access is limited to others; one whom P
// never knew; one who does not exist.
const shut = it.b.person()
const protectedOne = it.b.person()
const nobody = 'ffffffff-0000-7000-8000-000000000001'
it.b.involve(shut, it.agency.p)
it.b.involve(shut, it.agency.h)
const limit = it.b.entry('limited_access', shut, it.agency.h, { categories: ['safety'] })
it.world.limitedUsers.push({ limit: limit.id, user: it.user.h ?? '' })
it.world.limitedUsers.push({ limit: limit.id, user: it.user['both as h'] ?? '' })
it.b.involve(protectedOne, it.agency.h)
for (const table of ['protected_whereabouts', 'protected_name']) {
  for (const person of [shut, protectedOne]) {
    it.b.entry(table, person, it.agency.h, { categories: ['safety'] })
  }
}
const hidden = it.b.entry('contact', it.danny, it.agency.p, {
  categories: ['justice'],
  audience: 'named',
})
it.b.entry('contact_words', it.danny, it.agency.p, {
  categories: ['justice'],
  audience: 'named',
  parent: hidden.id,
})

let database: MatrixDatabase
let app: Client

beforeAll(async () => {
  database = await openMatrix(it.world)
  app = database.app
  const definer = await connectAsDefiner(database.urls.ownerUrl, inject('server').roles.definer)
  await definer.query(`update record set local_ref = 'P-1' where person_id = $1`, [shut])
  await definer.end()
})

afterAll(() => database.close())

/** How a statement fails, as far as the app can tell: code, words and all. */
async function failure(sql: string, values: unknown[]): Promise<string> {
  return asSession(app, 'token of p', async () => {
    try {
      const { rows } = await app.query(sql, values)
      return `no failure: ${JSON.stringify(rows)}`
    } catch (error) {
      const { code, message, detail, constraint } = error as Record<string, string | undefined>
      return JSON.stringify({ code, message, detail, constraint })
    }
  })
}

describe('somebody shut to me, and nobody, are answered in the same words', () => {
  const statements: [string, string][] = [
    [
      'giving a contact',
      `insert into contact (id, person_id, happened_on, kind, outcome)
       values (gen_random_uuid(), $1, '2024-01-01', 'visit', 'kept')`,
    ],
    [
      'giving an address',
      `insert into address (id, person_id, lines) values (gen_random_uuid(), $1, 'x')`,
    ],
    [
      'starting work',
      `select work.start_involvement($1, '${it.agency.p.team}', 'present', null, false)`,
    ],
    ['protecting', `select people.protect_whereabouts($1, 'x', current_date, '{}')`],
    ['ending protection', `select people.end_protected_whereabouts($1, 'x')`],
    ['limiting', `select people.limit_access($1, 'x', current_date, '{}')`],
    ['ending a limit', `select people.end_limited_access($1, 'x')`],
    ['naming', `select people.name_on_limited($1, '${it.user.p}', true, 'x')`],
    ['declaring a conflict', `select people.declare_conflict('${it.user.p}', $1, 'x')`],
    ['the archive', `select access.open_archive($1, 'x')`],
    ['whether there is one', 'select access.has_archive($1)'],
    ['opening', `select access.open_person($1, 'overview')`],
    ['our record', 'select people.own_record($1)'],
    ['locating', 'select access.may_locate($1)'],
    ['naming them', `select access.may_name($1, '${it.agency.h.agency}', $1)`],
    ['being shut', 'select access.works_with($1)'],
    ['who may read', 'select access.readers_of($1)'],
    ['keeping apart', `select people.kept_apart($1, '${it.danny}')`],
    ['the named', 'select people.limited_named($1)'],
    ['who gave it', 'select access.known_givers($1)'],
    ['one giver', `select access.knows_giver($1, '${it.agency.h.agency}')`],
    ['whom to bar', 'select people.offered_workers($1)'],
    ['whom to name', 'select people.offered_names($1)'],
    ['which teams', 'select people.offered_teams($1)'],
    ['what waits', 'select people.asked($1)'],
    ['a death taken back', 'select people.take_back_death($1)'],
  ]

  test.each(statements)('%s', async (_name, sql) => {
    const ofNobody = await failure(sql, [nobody])
    expect(await failure(sql, [shut])).toBe(ofNobody)
    expect(await failure(sql, [protectedOne])).toBe(ofNobody)
    expect(ofNobody).not.toContain(nobody)
    // Not because the statement itself is wrong.
    expect(ofNobody).not.toMatch(/42601|42883|42703|42P01/)
  })
})

describe('an entry hidden from me, and none, are answered in the same words', () => {
  const parts: [string, string][] = [
    [
      'contact_words',
      `insert into contact_words (id, person_id, contact_id, words)
       values (gen_random_uuid(), '${it.danny}', $1, 'x')`,
    ],
    [
      'contact_words of the same edition',
      `insert into contact_words (id, person_id, contact_id, words, edition, why)
       values (gen_random_uuid(), '${it.danny}', $1, 'x', 1, 'y')`,
    ],
    [
      'contact_place',
      `insert into contact_place (id, person_id, contact_id) values (gen_random_uuid(), '${it.danny}', $1)`,
    ],
  ]

  test.each(parts)('%s', async (_name, sql) => {
    const ofNothing = await failure(sql, [nobody])
    expect(ofNothing).toContain('42501')
    expect(await failure(sql, [hidden.id])).toBe(ofNothing)
    expect(await failure(sql, [it.entry.m.contact])).toBe(ofNothing)
  })

  test("a part of another agency's whole, which one reads, is refused too", async () => {
    expect(await failure(parts[0]?.[1] ?? '', [it.entry.h.contact])).toContain('42501')
  })

  test("a part of one's own whole is given", async () => {
    const sql = (parts[0]?.[1] ?? '').replace('words)', 'words, edition, why)')
    const own = sql.replace(`'x')`, `'x', 2, 'y')`)
    expect(await failure(own, [it.entry.p.contact])).toBe('no failure: []')
  })
})

describe('unique constraints', () => {
  test('none can be met by the app but within what it reads, or its own', async () => {
    const definer = await connectAsDefiner(database.urls.ownerUrl, inject('server').roles.definer)
    const { rows } = await definer.query<{ name: string }>(
      `select distinct i.indrelid::regclass || ' (' || (select string_agg(a.attname, ', ' order by x.n)
         from unnest(i.indkey) with ordinality x(k, n)
         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = x.k) || ')' as name
       from pg_index i join pg_class c on c.oid = i.indrelid
       where i.indisunique and not i.indisprimary and c.relnamespace = 'public'::regnamespace
         and c.relrowsecurity and (has_table_privilege($1, c.oid, 'INSERT')
           or has_any_column_privilege($1, c.oid, 'UPDATE'))`,
      [inject('server').roles.app],
    )
    await definer.end()
    expect(rows.map(({ name }) => name).sort()).toEqual([
      // Both are parts of a whole that the giver reads (entry.same_whole).
      'assessment_item (assessment_id, item)',
      'contact_words (contact_id, edition)',
      // One's own.
      'draft (user_id, form, subject)',
    ])
  })

  test('a draft of somebody else under the same form and subject is no collision', async () => {
    const draft = (user: string) =>
      `insert into draft (id, user_id, form, subject, body)
       values (gen_random_uuid(), '${user}', 'contact', $1, '{}')`
    expect(await failure(draft(it.user.p ?? ''), [shut])).toBe('no failure: []')
    expect(await failure(draft(it.user.h ?? ''), [shut])).toContain('42501')
  })

  test('records and persons are not for the app to make: no number can collide', async () => {
    expect(
      await failure(
        `insert into record (id, person_id, agency_id, local_ref) values ($1, $1, $1, 'P-1')`,
        [nobody],
      ),
    ).toContain('permission denied')
    expect(await failure('insert into person (id) values ($1)', [shut])).toContain(
      'permission denied',
    )
  })
})
