import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { withScope } from '@/lib/db'
import { scorePair } from '@/lib/people/matching/score'
import { shippedParameters } from '@/lib/people/matching/parameters'
import { noFrequencies } from '@/lib/people/matching/frequencies'
import { facetsAsked, parseSearch } from '@/lib/search/parse'
import { askBeyond, findEnded, findMine, searchBeyond } from '@/lib/search/queries'
import { loadPractice } from '@/prisma/practice/load/load-practice'
import { freshDatabase } from '@/tests/support/database'
import {
  factsOf,
  readersOf,
  strangersTo,
  type Reader,
  type TypedFact,
} from '@/tests/support/factories/practice-readers'
import { sessionFor } from '@/tests/support/factories/practice-session'
import { connect, connectAsDefiner } from '@/tests/support/factories/session'

// What somebody could learn by searching: a fact that they may not read, tried beside those that
// they may. Every protected person of the practice place, by everybody who may open them.
let database: Awaited<ReturnType<typeof freshDatabase>>
let admin: Client
let app: Client
let definer: Client
type Protected = { id: string; whereabouts: boolean; name: boolean; limited: boolean }
let people: Protected[]

beforeAll(async () => {
  database = await freshDatabase()
  vi.stubEnv('DATABASE_URL_APP', database.appUrl)
  vi.stubEnv('NEXTAUTH_SECRET', 'only for tests, and long enough to pass')
  await loadPractice(database.ownerUrl, { count: 300, seed: 1, today: '2026-11-24' })
  admin = await connect(database.adminUrl)
  app = await connect(database.appUrl)
  definer = await connectAsDefiner(database.ownerUrl, inject('server').roles.definer)
  await admin.query('analyze')
  // And not again half way: another plan would be taken for what one of two questions costs more.
  await admin.query(`do $$ declare t text; begin
    for t in select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname in ('public', 'access') loop
      execute 'alter table ' || t || ' set (autovacuum_enabled = false)';
    end loop; end $$`)
  const { rows } = await admin.query<Protected>(
    `select p.id, exists (select 1 from protected_whereabouts x where x.person_id = p.id
         and x.ended_at is null) as whereabouts,
       exists (select 1 from protected_name x where x.person_id = p.id and x.ended_at is null) as name,
       exists (select 1 from limited_access x where x.person_id = p.id and x.ended_at is null) as limited
     from person p`,
  )
  people = rows.filter((one) => one.whereabouts || one.name || one.limited)
}, 120_000)
afterAll(async () => {
  await definer.end()
  await app.end()
  await admin.end()
  await database.drop()
})

const tokens = new Map<string, string>()
async function tokenOf({ membership }: Reader) {
  const token = tokens.get(membership) ?? (await sessionFor(admin, membership))
  tokens.set(membership, token)
  // The hour's allowance is not what is tried here.
  await admin.query(`delete from audit_event where kind like 'search-%'`)
  return token
}

/** The ids of a person's facts that a reader reads, by the policies alone. */
async function readable(token: string, facts: TypedFact[]): Promise<Set<string>> {
  await app.query('begin')
  await app.query(`select set_config('app.session', $1, true)`, [token])
  const found = new Set<string>()
  for (const table of ['person_name', 'birth', 'identifier', 'reach', 'address'] as const) {
    const ids = facts.filter((fact) => fact.table === table).map(({ id }) => id)
    const { rows } = await app.query<{ id: string }>(`select id from ${table} where id = any($1)`, [
      ids,
    ])
    for (const { id } of rows) found.add(id)
  }
  await app.query('rollback')
  return found
}

/** What a search says of one person: whether they are there, why, and how much that weighs. */
async function saidOf(token: string, personId: string, typed: string) {
  const asked = parseSearch(typed)
  return withScope(token, async (scope) => {
    const mine = await findMine(scope, asked)
    const ended = await findEnded(scope, asked)
    return {
      mine: mine
        .filter((found) => found.personId === personId)
        .map(({ reasons, bits, names, births }) => ({ reasons, bits, names, births })),
      ended: ended.filter(({ person_id }) => person_id === personId),
    }
  })
}

const parameters = shippedParameters()
/** Whether two facts are alike by themselves, so that the one that is read gives a reason. */
const alike = (one: TypedFact, other: TypedFact) =>
  scorePair(
    facetsAsked(parseSearch(one.typed)),
    facetsAsked(parseSearch(other.typed)),
    parameters,
    noFrequencies,
  ).levels.some(({ bits }) => bits > 0)

/** Facts of a person that a reader may not read and those that they may, each once. */
async function sorted(token: string, { id, whereabouts }: Protected) {
  const facts = await factsOf(admin, id)
  const reads = await readable(token, facts)
  const once = (list: TypedFact[]) => [...new Map(list.map((fact) => [fact.typed, fact])).values()]
  const locates = ({ table }: TypedFact) =>
    whereabouts && (table === 'address' || table === 'reach')
  const visible = once(facts.filter((fact) => reads.has(fact.id) && !locates(fact)))
  const hidden = once(facts.filter((fact) => !reads.has(fact.id) || locates(fact)))
  return { visible, hidden: hidden.filter((fact) => !visible.some((one) => alike(fact, one))) }
}

describe('a fact that one may not read, beside those that one may', () => {
  test('is answered as a wrong one is, for everybody who may open somebody protected', async () => {
    expect(people.filter((one) => one.whereabouts).length).toBeGreaterThan(1)
    expect(people.filter((one) => one.name).length).toBeGreaterThan(0)
    expect(people.filter((one) => one.limited).length).toBeGreaterThan(0)
    const tried = new Set<string>()
    for (const person of people) {
      for (const reader of await readersOf(admin, person.id)) {
        const token = await tokenOf(reader)
        const { visible, hidden } = await sorted(token, person)
        const beside = ['', ...visible.map(({ typed }) => typed)].slice(0, 5)
        for (const fact of hidden) {
          tried.add(fact.table)
          for (const known of beside) {
            const right = await saidOf(token, person.id, `${fact.typed} ${known}`)
            const wrong = await saidOf(token, person.id, `${fact.wrong} ${known}`)
            expect(right, `${reader.name}: ${fact.table} ${fact.typed} ${known}`).toEqual(wrong)
          }
          await tokenOf(reader)
        }
      }
    }
    expect([...tried].sort()).toEqual(expect.arrayContaining(['address', 'person_name', 'reach']))
  }, 1_200_000)

  test('is not searchable where whereabouts are protected even by those who read it', async () => {
    let tried = 0
    for (const person of people.filter((one) => one.whereabouts)) {
      for (const reader of await readersOf(admin, person.id)) {
        const token = await tokenOf(reader)
        const facts = await factsOf(admin, person.id)
        for (const fact of facts.filter(({ table }) => table === 'address' || table === 'reach')) {
          tried += 1
          expect((await saidOf(token, person.id, fact.typed)).mine).toEqual([])
        }
      }
    }
    expect(tried).toBeGreaterThan(3)
  })

  test('costs the database what a wrong one costs', async () => {
    const pagesOf = async (typed: string) => {
      const { postcodes, phones, births } = parseSearch(typed)
      const years = births.map((text) => Number(text.slice(0, 4)))
      const { rows } = await app.query<{ 'QUERY PLAN': string }>(
        `explain (analyze, buffers, timing off, summary off)
         select people.find_mine('{}', '{}', $1, '{}', $2, $3)`,
        [phones, years, postcodes],
      )
      const line = rows.find((row) => row['QUERY PLAN'].includes('Buffers: shared hit'))
      return Number(/shared hit=(\d+)/.exec(line?.['QUERY PLAN'] ?? '')?.[1])
    }
    /** What each costs, in pages: the least of some, since a plan is made now and then, in turn. */
    const work = async (token: string, asked: string[]) => {
      const least = asked.map(() => Infinity)
      await app.query('begin')
      await app.query(`select set_config('app.session', $1, true)`, [token])
      for (let time = 0; time < 6; time += 1)
        for (const [at, typed] of asked.entries())
          least[at] = Math.min(least[at] ?? Infinity, await pagesOf(typed))
      await app.query('rollback')
      return least
    }
    const { rows } = await admin.query<{ typed: string }>(
      `select postcode as typed from address group by 1 having count(distinct person_id) > 1
       union select norm from reach group by 1 having count(distinct person_id) > 1`,
    )
    const shared = new Set(rows.map(({ typed }) => typed))
    let tried = 0
    for (const person of people.filter((one) => one.whereabouts)) {
      // Theirs alone: what somebody else has too is looked at for that other person.
      const facts = (await factsOf(admin, person.id)).filter(
        ({ table, typed }) => (table === 'address' || table === 'reach') && !shared.has(typed),
      )
      for (const reader of await readersOf(admin, person.id)) {
        const token = await tokenOf(reader)
        for (const fact of facts) {
          const [right = 0, wrong = 0] = await work(token, [fact.typed, fact.wrong])
          tried += 1
          expect(wrong).toBeGreaterThan(0)
          expect(Math.abs(right - wrong) / wrong, `${reader.name}: ${fact.typed}`).toBeLessThan(0.1)
        }
      }
    }
    expect(tried).toBeGreaterThan(3)
  })
})

test('what a search reads is what the policies open, fact for fact', async () => {
  const { rows } = await admin.query<Reader>(
    `select distinct on (mt.team_id, m.role) m.id as membership, m.user_id as user, '' as name, m.role
     from membership m join membership_team mt on mt.membership_id = m.id
     where m.ends_at is null order by mt.team_id, m.role, m.id`,
  )
  const ids = async (client: Client, token: string, sql: string) => {
    await client.query('begin')
    await client.query(`select set_config('app.session', $1, true)`, [token])
    const { rows: found } = await client.query<{ id: string }>(sql)
    await client.query('rollback')
    return found.map(({ id }) => id).sort()
  }
  // Of two hundred people: a policy asked of every row of a table takes long.
  const { rows: two } = await admin.query<{ id: string }>(
    'select id from person order by id limit 200',
  )
  const some = `person_id = any ('{${two.map(({ id }) => id).join()}}')`
  let seen = 0
  for (const reader of rows.filter((_, turn) => turn % 3 === 0)) {
    const token = await tokenOf(reader)
    for (const table of ['person_name', 'birth', 'identifier', 'reach', 'address']) {
      const policies = await ids(app, token, `select id from ${table} where ${some}`)
      const search = await ids(definer, token, `select id from access.reads_${table} where ${some}`)
      expect(search, `${reader.role} ${table}`).toEqual(policies)
      seen += policies.length
    }
  }
  expect(seen).toBeGreaterThan(500)
}, 1_200_000)

describe('beyond', () => {
  test('somebody limited, renamed or who may be a child is nobody', async () => {
    // Born seventeen years ago, as far as one of those who know them says.
    const { rows: young } = await admin.query<{ id: string }>(
      `update birth b set year = extract(year from current_date)::int - 17
       where b.id = (select x.id from birth x where x.day is not null and x.ended_on is null
         and x.person_id <> all ($1) order by x.id limit 1) returning person_id as id`,
      [people.map(({ id }) => id)],
    )
    const hidden = [...people.filter((one) => one.name || one.limited), ...young]
    let tried = 0
    for (const { id } of hidden) {
      const facts = await factsOf(admin, id)
      const of = (table: string) => facts.filter((fact) => fact.table === table)
      const questions = [
        ...of('identifier').map(({ typed }) => typed),
        ...of('person_name').flatMap((name) =>
          of('birth').map((birth) => `${name.typed} ${birth.typed}`),
        ),
      ]
      for (const reader of await strangersTo(admin, id)) {
        for (const typed of questions) {
          const token = await tokenOf(reader)
          await withScope(token, (scope) => askBeyond(scope, parseSearch(typed)))
          const said = await withScope(token, (scope) => searchBeyond(scope, parseSearch(typed)))
          expect(['nobody', 'ask-more'], typed).toContain(said)
          tried += said === 'nobody' ? 1 : 0
        }
      }
    }
    expect(tried).toBeGreaterThan(3)
  })
})
