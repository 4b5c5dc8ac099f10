import { readdirSync, readFileSync } from 'node:fs'
import type { Client } from 'pg'
import { today } from '@/lib/dates'
import { nameNorm, sortKey } from '@/lib/people/normalise'
import { areaNames, placesOf, wrenford } from '@/prisma/practice/load/city-places'
import { loadPractice } from '@/prisma/practice/load/load-practice'
import { anyPool } from '@/prisma/practice/names/cultures'
import { fullName } from '@/prisma/practice/names/full-name'
import { random } from '@/prisma/practice/random'
import { connected } from '../connection.mjs'
import { addKeys } from './add-keys'
import { dropIndexes } from './indexes'

/** What the bench is made of, and how long each part took to make, in seconds. */
export type Made = { people: number; contacts: number; took: Record<string, number> }

const folder = new URL('./sql/', import.meta.url)

/** Invented lives behind the bulk: enough for every kind of row, and for words that read true. */
const lives = 60

/**
 * Fills a database that the bench has made for itself: the practice place, then people in bulk by
 * SQL, with triggers and foreign-key checks off. Only a superuser can do that, and only here.
 */
export async function makeData(
  urls: { ownerUrl: string; adminUrl: string },
  people: number,
  contacts: number,
): Promise<Made> {
  const took: Record<string, number> = {}
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    const result = await work()
    took[what] = Math.round((performance.now() - began) / 100) / 10
    console.log(`  ${what}: ${took[what]} s`)
    return result
  }
  await timed('practice place', () =>
    loadPractice(urls.ownerUrl, { count: lives, seed: 1, today: today() }),
  )
  await connected(urls.adminUrl, async (client) => {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off;
      set maintenance_work_mem = '256MB'; set work_mem = '128MB'`)
    await client.query(
      `select set_config('bench.people', $1, false),
      set_config('bench.contacts', $2, false)`,
      [String(people), String(contacts)],
    )
    const restore = await dropIndexes(client)
    for (const file of readdirSync(folder).sort()) {
      const sql = readFileSync(new URL(file, folder), 'utf8')
      await timed(file.slice(3, -4), async () => {
        await client.query(sql)
        if (file.startsWith('10')) await fillLists(client)
      })
    }
    await timed('matching keys', () => addKeys(client))
    await timed('indexes', restore)
    await timed('statistics', () => client.query('vacuum analyze'))
  })
  return { people, contacts, took }
}

/** Names, places and phrases that the bulk draws from, out of the practice place's own. */
async function fillLists(client: Client): Promise<void> {
  const rng = random('bench names')
  const names = Array.from({ length: 6000 }, () =>
    fullName(rng, anyPool(rng), rng.chance(0.4) ? 'female' : 'male'),
  )
  const given = [...new Set(names.map((name) => name.given))]
  const family = [...new Set(names.flatMap((name) => name.family || []))]
  await insert(
    client,
    'bench.given (no, name, norm)',
    given.map((name, no) => {
      return [no, name, nameNorm(name, 'given')]
    }),
  )
  await insert(
    client,
    'bench.family (no, name, norm, sort)',
    family.map((name, no) => {
      return [no, name, nameNorm(name, 'family'), sortKey({ family: name })]
    }),
  )
  const city = wrenford()
  const called = areaNames(city)
  const places = placesOf(city).flatMap(({ code, postcodes }) =>
    postcodes.map((postcode) => ({ code, name: called(code) ?? '', postcode })),
  )
  await insert(
    client,
    'bench.place (no, code, name, postcode)',
    places.map((place, no) => {
      return [no, place.code, place.name, place.postcode]
    }),
  )
  await client.query(`insert into bench.phrase
    select row_number() over (order by id) - 1, words from contact_words where edition = 1`)
  await client.query('analyze')
}

async function insert(client: Client, into: string, rows: (string | number)[][]): Promise<void> {
  const columns = rows[0]?.map((_, i) => rows.map((row) => row[i])) ?? []
  const types = columns.map((_, i) => (i === 0 ? 'int' : 'text'))
  const arrays = types.map((type, i) => `$${i + 1}::${type}[]`).join(', ')
  await client.query(`insert into ${into} select * from unnest(${arrays})`, columns)
}
