import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { canary, canaryWorld } from '@/tests/support/access-model/canary-world'
import { openMatrix, type MatrixDatabase } from '@/tests/support/access-model/matrix-database'
import { asSession, connectAsDefiner } from '@/tests/support/factories/session'

const it = canaryWorld()
const places = [it.hostel.team, it.refuge.team, it.hostel.agency, it.refuge.agency]
let database: MatrixDatabase
let tables: string[]
let calls: string[]

beforeAll(async () => {
  database = await openMatrix(it.world)
  const definer = await connectAsDefiner(database.urls.ownerUrl, inject('server').roles.definer)
  await spreadHistory(definer)
  tables = await tablesAboutPeople(definer)
  calls = await everyCall(definer)
  await definer.end()
})

afterAll(() => database.close())

/** Every word changed once, so that history holds what was and what became. */
async function spreadHistory(definer: Client) {
  const changed: [string, string][] = [
    ...(['address.lines', 'living_area.area_name', 'contact_place.place'] as const),
    ...([
      'appointment_place.place',
      'reach.value',
      'own_words.words',
      'contact_words.words',
    ] as const),
    ...([
      'unnamed.seen_where',
      'identifier.value',
      'referral.reason',
      'contact_place.with_whom',
    ] as const),
    ...(['handover.words', 'involvement_worker.worker_name', 'need_note.words'] as const),
  ].map((name): [string, string] => [name.split('.')[0] ?? '', name.split('.')[1] ?? ''])
  for (const [table, column] of changed) {
    await definer.query(
      `update ${table} set ${column} = ${column} || '-changed' where ${column} like $1`,
      [`${canary}%`],
    )
  }
  const { rows } = await definer.query(`select 1 from change where before::text like '%${canary}%'`)
  expect(rows.length).toBeGreaterThan(20)
}

async function tablesAboutPeople(definer: Client): Promise<string[]> {
  const { rows } = await definer.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity
       and has_table_privilege($1, c.oid, 'SELECT')`,
    [inject('server').roles.app],
  )
  return rows.map(({ name }) => name)
}

/** A call of every function that the app may call, with the person wherever an id is asked for. */
async function everyCall(definer: Client): Promise<string[]> {
  const { rows } = await definer.query<{ name: string; types: string[] }>(
    `select n.nspname || '.' || p.proname as name,
       array(select t::regtype::text from unnest(p.proargtypes) t) as types
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname not in ('public', 'pg_catalog', 'information_schema')
       and p.prorettype <> 'trigger'::regtype and has_function_privilege($1, p.oid, 'EXECUTE')`,
    [inject('server').roles.app],
  )
  const value: Record<string, string> = {
    uuid: `'${it.person}'`,
    'uuid[]': `'{${it.person}}'`,
    text: `''`,
    'text[]': `'{}'`,
    integer: '50',
    boolean: 'false',
    date: `null`,
    jsonb: `'{}'`,
  }
  return rows.map(({ name, types }) => {
    const values = types.map((type) => `${value[type] ?? 'null'}::${type}`).join(', ')
    return `select coalesce(jsonb_agg(to_jsonb(x)), '[]')::text as said from ${name}(${values}) x`
  })
}

/** All that a session gets out of the database about the person, line by line. */
async function everythingSaid(token: string): Promise<string[]> {
  const { app } = database
  return asSession(app, token, async () => {
    const said: string[] = []
    for (const table of tables) {
      const { rows } = await app.query<{ said: string }>(
        `select to_jsonb(t)::text as said from ${table} t`,
      )
      said.push(...rows.map((row) => `${table}: ${row.said}`))
    }
    for (const call of calls) {
      await app.query('savepoint one')
      const answer = await app.query<{ said: string }>(call).catch(() => null)
      await app.query('rollback to savepoint one')
      said.push(...(answer?.rows ?? []).map((row) => `${call}: ${row.said}`))
    }
    return said
  })
}

const others = it.world.sessions.filter(({ name }) => name !== 'named' && name !== 'hostel')

describe('where somebody is, whose whereabouts are protected', () => {
  test("the named team reads every saying of it but what is one team's alone", async () => {
    const said = (await everythingSaid('token of named')).join('\n')
    const words = it.world.entries
      .filter(({ table, team }) => table !== 'unnamed' || team === it.named.team)
      .flatMap(({ facts }) => Object.values(facts))
      .filter((value): value is string => typeof value === 'string' && value.startsWith(canary))
    expect(words.filter((word) => !said.includes(word))).toEqual([])
  })

  test.each(others.map(({ name, token }) => [name, token]))(
    '%s finds none',
    async (name, token) => {
      const said = await everythingSaid(token)
      expect(said.filter((line) => line.includes(canary))).toEqual([])
      const placed = said.filter((line) => places.some((id) => line.includes(id)))
      // Being a party to the agreement is public; being given by them is not.
      expect(placed).toEqual([])
      const works = ['practitioner', 'manager', 'limited'].includes(name)
      expect(said.some((line) => line.includes('visible-contact'))).toBe(works)
    },
  )
})
