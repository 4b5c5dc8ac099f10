import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadPractice } from '@/prisma/practice/load/load-practice'
import { connected } from '@/scripts/connection.mjs'
import { sessionFor } from '@/tests/support/factories/practice-session'
import { freshDatabase } from '@/tests/support/database'

// What the page "who can see this" says of an agency, held against what a statement in
// that reader's own session returns. Pairs are drawn in an order made from their ids.
const pairs = 300
const people = 12

let database: Awaited<ReturnType<typeof freshDatabase>>

beforeAll(async () => {
  database = await freshDatabase()
  await loadPractice(database.ownerUrl, { count: 60, seed: 7, today: '2026-11-24' })
}, 300_000)
afterAll(() => database.drop())

type Pair = {
  contact: string
  person: string
  giver: string
  reader: string
  reader_name: string
  categories: string[]
  audience: string
  author: string
  team: string
}

/**
 * Contacts with words, each with somebody of the giver's own team to ask and somebody else to read.
 */
const drawn = (admin: Client) =>
  admin.query<Pair>(
    `select * from (
       select distinct on (c.id, m.id) c.id as contact, c.person_id as person, m.id as reader,
         u.name as reader_name, c.categories, c.audience, c.given_by as author, t.name as team,
         (select g.id from membership g join membership_team gt on gt.membership_id = g.id
          join person_access ga on ga.viewer = 't:' || gt.team_id and ga.person_id = c.person_id
          where g.agency_id = c.agency_id and g.role = 'practitioner' and not ga.held
            and ga.opens = 'shared' and (ga.ends_at is null or ga.ends_at > now())
            and g.ends_at is null limit 1) as giver
       from contact c join contact_words w on w.contact_id = c.id and w.edition = 1
       join person_access a on a.person_id = c.person_id and a.viewer like 't:%' and not a.held
         and (a.ends_at is null or a.ends_at > now())
       join membership_team mt on 't:' || mt.team_id = a.viewer
       join team t on t.id = mt.team_id
       join membership m on m.id = mt.membership_id and m.ends_at is null and m.role <> 'limited'
       join app_user u on u.id = m.user_id and u.ended_at is null
       where not w.locates and c.withdrawn_at is null and c.audience = 'agreed'
         and m.agency_id <> c.agency_id
         and c.person_id in (select p.person_id from person_access p
           where not p.held and (p.ends_at is null or p.ends_at > now()) group by 1
           having count(distinct p.agency_id) > 1 order by count(*) desc, 1 limit $2)
         and not exists (select 1 from protected_whereabouts p
           where p.person_id = c.person_id and p.ended_at is null)
       order by c.id, m.id) as found
     where giver is not null order by md5(contact::text || reader::text) limit $1`,
    [pairs, people],
  )

type Level = 0 | 3 | 4

/**
 * The level at which the reader's own session returns the contact: its words, its headline,
 * nothing.
 */
async function really(app: Client, token: string, contact: string): Promise<Level> {
  return inSession(app, token, async () => {
    const words = await app.query('select 1 from contact_words where contact_id = $1', [contact])
    if (words.rows.length > 0) return 4
    const headline = await app.query('select 1 from contact where id = $1', [contact])
    return headline.rows.length > 0 ? 3 : 0
  })
}

async function inSession<T>(app: Client, token: string, work: () => Promise<T>): Promise<T> {
  await app.query('begin')
  try {
    await app.query('select * from sign_in.begin($1)', [token])
    return await work()
  } finally {
    await app.query('rollback')
  }
}

describe('what the page says of who can read an entry is what the database does', () => {
  test(`${pairs} pairs of a reader in another agency and an entry`, async () => {
    const wrong: string[] = []
    const seen = new Map<Level, number>()
    await connected(database.adminUrl, async (admin) => {
      const { rows } = await drawn(admin)
      expect(rows.length).toBe(pairs)
      const tokens = new Map<string, string>()
      const tokenOf = async (membership: string) => {
        const token = tokens.get(membership) ?? (await sessionFor(admin, membership))
        tokens.set(membership, token)
        return token
      }
      await connected(database.appUrl, async (app) => {
        // Hundreds of answers on a busy machine: the app's own limit is not what is tried here.
        await app.query(`set statement_timeout = '60s'`)
        for (const pair of rows) {
          const level = await really(app, await tokenOf(pair.reader), pair.contact)
          const said = await inSession(app, await tokenOf(pair.giver), () => saidOf(app, pair))
          seen.set(level, (seen.get(level) ?? 0) + 1)
          const told = said.find(({ team }) => team === pair.team)
          // A team the asker may not know of is not named: then it is told of nowhere, and the
          // page says that there may be others.
          if (!told) continue
          const before = Math.min(told.level, 4)
          const rounded: Level = before >= 4 ? 4 : before >= 3 ? 3 : 0
          if (rounded !== level)
            wrong.push(`${pair.reader_name} reads ${pair.contact} at ${level}, said ${before}`)
        }
      })
    })
    expect(wrong).toEqual([])
    // Neither all nor nothing: the agreement of the practice place gives some of each.
    expect(seen.get(4) ?? 0).toBeGreaterThan(10)
    expect((seen.get(0) ?? 0) + (seen.get(3) ?? 0)).toBeGreaterThan(10)
  }, 300_000)

  test('before it is saved, who will read it is who then reads it', async () => {
    const wrong: string[] = []
    let compared = 0
    await connected(database.adminUrl, async (admin) => {
      const { rows } = await drawn(admin)
      await connected(database.appUrl, async (app) => {
        // Hundreds of answers on a busy machine: the app's own limit is not what is tried here.
        await app.query(`set statement_timeout = '60s'`)
        for (const pair of rows.slice(0, 30)) {
          const giver = await sessionFor(admin, pair.giver)
          const asked = await inSession(app, giver, () =>
            app.query<{ user_id: string; level: number }>(
              `select user_id, level from access.who_will_read($1, $2, 'agreed')`,
              [pair.person, pair.categories],
            ),
          )
          const reader = await admin.query<{ user_id: string }>(
            'select user_id from membership where id = $1',
            [pair.reader],
          )
          const told = await inSession(app, giver, () => saidOf(app, pair))
          if (!told.some(({ team }) => team === pair.team)) continue
          const said =
            asked.rows.find(({ user_id }) => user_id === reader.rows[0]?.user_id)?.level ?? 0
          const level = await really(app, await sessionFor(admin, pair.reader), pair.contact)
          compared += 1
          if (said !== level) wrong.push(`${pair.reader_name}: ${level}, said ${said}`)
        }
      })
    })
    expect(compared).toBeGreaterThan(10)
    expect(wrong).toEqual([])
  }, 300_000)
})

type Said = { agency: string; team: string; categories: string[]; level: number }
const answers = new Map<string, Said[]>()

/** What the page would say to the giver: of each team, at what level it reads such an entry. */
async function saidOf(app: Client, pair: Pair): Promise<Said[]> {
  const key = `${pair.giver} ${pair.person}`
  const before = answers.get(key)
  const all =
    before ?? (await app.query<Said>('select * from access.reader_levels($1)', [pair.person])).rows
  answers.set(key, all)
  const same = [...pair.categories].sort().join()
  return all.filter(({ categories }) => [...categories].sort().join() === same)
}
