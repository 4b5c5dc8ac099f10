import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadPractice } from '@/prisma/practice/load/load-practice'
import { freshDatabase } from '@/tests/support/database'
import { sessionFor } from '@/tests/support/factories/practice-session'
import { connect } from '@/tests/support/factories/session'

// What lies beside the pages: "who can see this", the numbers of a look, parts of an entry.
let database: Awaited<ReturnType<typeof freshDatabase>>
let admin: Client
let app: Client

beforeAll(async () => {
  database = await freshDatabase()
  await loadPractice(database.ownerUrl, { count: 150, seed: 3, today: '2026-11-24' })
  admin = await connect(database.adminUrl)
  app = await connect(database.appUrl)
}, 120_000)
afterAll(async () => {
  await Promise.all([admin.end(), app.end()])
  await database.drop()
})

/** Does something as somebody, and takes it back. */
async function as<T>(token: string, work: () => Promise<T>): Promise<T> {
  await app.query('begin')
  try {
    await app.query(`select set_config('app.session', $1, true)`, [token])
    return await work()
  } finally {
    await app.query('rollback')
  }
}
const ids = async (client: Client, text: string, values: unknown[] = []) =>
  (await client.query<{ id: string }>(text, values)).rows.map(({ id }) => id).sort()

describe('who can see this', () => {
  test('tells of a relationship what the row that makes it tells, and no more', async () => {
    const { rows: readers } = await admin.query<{ person: string; membership: string }>(
      `select distinct on (a.person_id, m.id) a.person_id as person, m.id as membership
       from person_access a join membership_team mt on a.viewer = 't:' || mt.team_id
       join membership m on m.id = mt.membership_id
         and m.role = 'practitioner' and m.ends_at is null
       join app_user u on u.id = m.user_id and u.ended_at is null
       where a.opens = 'shared' and not a.held and (a.ends_at is null or a.ends_at > now())
       order by a.person_id, m.id limit 400`,
    )
    expect(readers.length).toBeGreaterThan(100)
    const wrong: string[] = []
    let told = 0
    for (const { person, membership } of readers.filter((_, n) => n % 4 === 0)) {
      const token = await sessionFor(admin, membership)
      await as(token, async () => {
        const listed = await ids(
          app,
          `select distinct t.team_id::text as id from access.relationships($1) t
           where t.ground = 'involvement' and t.team_id is not null
             and not t.viewer = any (array(select 't:' || mt.team_id from membership_team mt
               join membership m on m.id = mt.membership_id where m.id = $2))`,
          [person, membership],
        )
        const readable = new Set(
          await ids(app, 'select team_id::text as id from involvement where person_id = $1', [
            person,
          ]),
        )
        told += listed.length
        for (const team of listed) if (!readable.has(team)) wrong.push(`${membership} ${team}`)
      })
    }
    expect(wrong).toEqual([])
    expect(told).toBeGreaterThan(20)
  })

  test('a team whose name tells a place is no news to a colleague who may not locate', async () => {
    const { rows } = await admin.query<{ person: string; team: string; colleague: string }>(
      `select i.person_id as person, t.id as team, m.id as colleague
       from involvement i join team t on t.id = i.team_id and t.implies_place
       join protected_whereabouts p on p.person_id = i.person_id and p.ended_at is null
       join person_access a on a.person_id = i.person_id and not a.held and a.opens = 'shared'
         and (a.ends_at is null or a.ends_at > now()) and a.agency_id = t.agency_id
         and a.viewer <> 't:' || t.id and a.viewer like 't:%'
       join membership_team mt on a.viewer = 't:' || mt.team_id
       join membership m on m.id = mt.membership_id
         and m.role = 'practitioner' and m.ends_at is null
         and not exists (select 1 from membership_team x
           where x.membership_id = m.id and x.team_id = t.id)
       where i.ends_on is null limit 1`,
    )
    const found = rows[0] ?? (await madeColleague())
    await admin.query(
      `delete from protected_whereabouts_team where team_id in
         (select team_id from membership_team where membership_id = $1)`,
      [found.colleague],
    )
    const token = await sessionFor(admin, found.colleague)
    await as(token, async () => {
      const teams = await ids(
        app,
        'select team_id::text as id from access.relationships($1) where team_id is not null',
        [found.person],
      )
      expect(teams.length).toBeGreaterThan(0)
      expect(teams).not.toContain(found.team)
      const named = await app.query<{ team: string }>('select team from access.reader_levels($1)', [
        found.person,
      ])
      const { rows: name } = await admin.query<{ name: string }>(
        'select name from team where id = $1',
        [found.team],
      )
      expect(named.rows.map(({ team }) => team)).not.toContain(name[0]?.name)
    })
  })

  /** Where chance has made none: another team of a refuge's agency begins to work with somebody. */
  async function madeColleague() {
    const { rows } = await admin.query<{ person: string; team: string; other: string; m: string }>(
      `select i.person_id as person, t.id as team, o.id as other, m.id as m
       from involvement i join team t on t.id = i.team_id and t.implies_place
       join team o on o.agency_id = t.agency_id and o.id <> t.id and o.ended_at is null
       join membership_team mt on mt.team_id = o.id
       join membership m on m.id = mt.membership_id
         and m.role = 'practitioner' and m.ends_at is null
         and not exists (select 1 from membership_team x
           where x.membership_id = m.id and x.team_id = t.id)
       where i.ends_on is null limit 1`,
    )
    const [one] = rows
    if (!one) throw new Error('no agency has a team that implies a place and another')
    await admin.query(
      `insert into person_access
         (id, person_id, viewer, agency_id, ground, opens, source_id, starts_at)
       select gen_random_uuid(), $1, 't:' || $2, agency_id, 'named', 'shared', gen_random_uuid(),
         now() - interval '1 day'
       from team where id = $2`,
      [one.person, one.other],
    )
    await protect(one.person, one.team)
    return { person: one.person, team: one.team, colleague: one.m }
  }

  const protect = (person: string, team: string) =>
    admin.query(
      `with p as (insert into protected_whereabouts
           (id, person_id, record_id, agency_id, team_id, class_id, given_by, set_on, review_on)
         select gen_random_uuid(), i.person_id, i.record_id, i.agency_id, i.team_id, i.class_id,
           i.given_by, current_date, current_date + 90
         from involvement i where i.person_id = $1 and i.team_id = $2 limit 1 returning id)
       insert into protected_whereabouts_team select p.id, $2 from p`,
      [person, team],
    )
})

test('the numbers of a look count no agency that may not be known', async () => {
  const { rows } = await admin.query<{ person: string; membership: string }>(
    `select r.person_id as person, m.id as membership from (select person_id from record group by 1
       having count(distinct agency_id) > 3 order by 1 limit 25) r
     join person_access a on a.person_id = r.person_id and not a.held and a.opens = 'shared'
       and (a.ends_at is null or a.ends_at > now())
     join membership_team mt on a.viewer = 't:' || mt.team_id
     join membership m on m.id = mt.membership_id
       and m.role = 'practitioner' and m.ends_at is null`,
  )
  expect(rows.length).toBeGreaterThan(20)
  const ranks = async (person: string) => {
    await app.query('select access.look_at(array[$1::uuid])', [person])
    const { rows: looked } = await app.query<{ marks: Record<string, number> }>(
      'select access.looked() as marks',
    )
    // A person's own mark is 0 or 1; a record's is eight times its rank, and something.
    return Object.values(looked[0]?.marks ?? {}).filter((mark) => mark > 7)
  }
  let looked = 0
  for (const { person, membership } of rows) {
    const token = await sessionFor(admin, membership)
    await as(token, async () => {
      const marks = await ranks(person)
      const kinds = [...new Set(marks.map((mark) => Math.floor(mark / 8)))].sort((x, y) => x - y)
      if (kinds.length > 0) looked += 1
      // From one up, with none left out where a hidden record would stand.
      expect(kinds, person).toEqual(kinds.map((_, n) => n + 1))
    })
  }
  expect(looked).toBeGreaterThan(20)
})

describe('words in somebody else’s mouth', () => {
  const colleagueOf = async (table: string, more = 'true') => {
    const { rows } = await admin.query<{ id: string; person: string; membership: string }>(
      `select c.id, c.person_id as person, m.id as membership from ${table} c
       join membership_team mt on mt.team_id = c.team_id
       join membership m on m.id = mt.membership_id
         and m.role = 'practitioner' and m.ends_at is null
         and m.user_id <> c.given_by
       join person_access a on a.person_id = c.person_id and a.viewer = 't:' || mt.team_id
         and not a.held and (a.ends_at is null or a.ends_at > now()) and a.opens = 'shared'
       where c.withdrawn_at is null and c.audience = 'agreed' and c.categories <> '{safety}'
         and ${more} limit 1`,
    )
    const [found] = rows
    if (!found) throw new Error(`nobody has a colleague's ${table}`)
    return { ...found, token: await sessionFor(admin, found.membership) }
  }

  test('a colleague gives no grade and no note to a rating', async () => {
    const { id, person, token } = await colleagueOf('need_rating')
    for (const [table, columns, values] of [
      ['need_grade', 'severity', '4'],
      ['need_note', 'words', `'forged'`],
    ]) {
      await as(token, () =>
        expect(
          app.query(
            `insert into ${table} (id, person_id, categories, need_rating_id, ${columns})
             select $1, person_id, categories, id, ${values}
             from need_rating where id = $2 and person_id = $3`,
            [randomUUID(), id, person],
          ),
          table,
        ).rejects.toMatchObject({ code: '42501', message: 'not yours to say' }),
      )
    }
  })

  test('nor first words of a contact, where and with whom; a later wording is theirs', async () => {
    const bare = await colleagueOf('contact', `c.source = 'worker'`)
    await admin.query(
      `begin; set local session_replication_role = replica;
       delete from contact_words where contact_id = '${bare.id}';
       delete from contact_place where contact_id = '${bare.id}'; commit`,
    )
    const give = (table: string, columns: string, values: string, id: string) =>
      app.query(
        `insert into ${table} (id, person_id, categories, contact_id, ${columns})
         select gen_random_uuid(), person_id, categories, id, ${values} from contact where id = $1`,
        [id],
      )
    await as(bare.token, () =>
      expect(give('contact_words', 'edition, words', `1, 'forged'`, bare.id)).rejects.toMatchObject(
        {
          message: 'not yours to say',
        },
      ),
    )
    await as(bare.token, () =>
      expect(give('contact_place', 'place', `'forged'`, bare.id)).rejects.toMatchObject({
        message: 'not yours to say',
      }),
    )
    const worded = await colleagueOf(
      'contact',
      `exists (select 1 from contact_words w where w.contact_id = c.id
         and w.audience = 'agreed' and not w.locates)`,
    )
    await as(worded.token, () =>
      give('contact_words', 'edition, words, why', `9, 'said again', 'more'`, worded.id),
    )
  })
})
