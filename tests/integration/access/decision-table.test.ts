import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { makeDanny, Scene } from '@/tests/support/access-model/danny'
import { openMatrix, type MatrixDatabase } from '@/tests/support/access-model/matrix-database'
import { connect } from '@/tests/support/factories/session'

// The six questions (docs/rules/who-may-see-what.md) as numbered rows about one person: 1 to 17.
const it = makeDanny()
const { danny, entry } = it
let database: MatrixDatabase
let admin: Client
let scene: Scene

beforeAll(async () => {
  database = await openMatrix(it.world)
  admin = await connect(database.urls.adminUrl)
  scene = new Scene(admin, inject('server').roles)
})

afterAll(async () => {
  await admin.end()
  await database.close()
})

describe('an open involvement', () => {
  test("1. one reads all of one's own agency's entries", () =>
    scene.play(async () => {
      const read = await scene.reads('p', danny)
      expect(read).toContain(entry.p.contact)
      expect(read).toContain(entry.p.words)
    }))

  test('2. content of a giver whose term says content', () =>
    scene.play(async () => {
      const read = await scene.reads('p', danny)
      expect(read).toContain(entry.h.contact)
      expect(read).toContain(entry.h.words)
    }))

  test('3. the headline and no words where the term says headline', () =>
    scene.play(async () => {
      const read = await scene.reads('p', danny)
      expect(read).toContain(entry.m.contact)
      expect(read).not.toContain(entry.m.words)
    }))

  test('4. who is involved and no entries where the term says involved', () =>
    scene.play(async () => {
      const read = await scene.reads('j', danny)
      expect(read).toContain(it.involvement.m.id)
      expect(read).not.toContain(entry.m.contact)
      expect(read).not.toContain(entry.m.words)
    }))

  test('5. nothing at all of a giver without a term, not even that it is involved', () =>
    scene.play(async () => {
      const read = await scene.reads('p', danny)
      for (const id of [it.involvement.d.id, entry.d.contact, entry.d.words]) {
        expect(read).not.toContain(id)
      }
      const known = await scene.does<{ agency_id: string }>(
        'p',
        'select agency_id from access.relationships($1)',
        [danny],
      )
      expect(known.map((row) => row.agency_id)).not.toContain(it.agency.d.agency)
    }))

  test('8. the higher level of two terms, each in its own cohort', () =>
    scene.play(async () => {
      await scene.happens(
        `update agreement_term set level = 2 where giver_agency_id = $1 and category = 'housing'`,
        [it.agency.h.agency],
      )
      expect(await scene.reads('p', danny)).not.toContain(entry.h.contact)
      await scene.happens(
        `insert into agreement_term (id, agreement_id, giver_agency_id, category, group_id, level,
           purpose, starts_at)
         select gen_random_uuid(), agreement_id, giver_agency_id, category, group_id, 4,
           purpose, starts_at
         from agreement_term where giver_agency_id = $1 and category = 'housing'`,
        [it.agency.h.agency],
      )
      expect(await scene.reads('p', danny)).toContain(entry.h.words)
    }))

  test('9. two memberships never add up', () =>
    scene.play(async () => {
      expect(await scene.reads('both as p', danny)).not.toContain(entry.m.words)
      expect(await scene.reads('both as h', danny)).toContain(entry.m.words)
      await scene.happens('update involvement set ends_on = current_date - 1 where team_id = $1', [
        it.agency.p.team,
      ])
      expect(await scene.opens('both as p', danny)).toBeNull()
      expect(await scene.opens('both as h', danny)).toBe('involvement')
    }))

  test('10. a manager of the team opens as its practitioners do; another team does not', () =>
    scene.play(async () => {
      expect(await scene.reads('p manager', danny)).toEqual(await scene.reads('p', danny))
      expect(await scene.opens('p other team', danny)).toBeNull()
    }))

  test('17. one contact opened until a day, and closed after it', () =>
    scene.play(async () => {
      const grant = (until: string) =>
        scene.happens(
          `insert into share_grant (id, person_id, agency_id, entry_id, viewer, level, why, reason,
             given_by, starts_at, ends_at)
           values (gen_random_uuid(), $1, $2, $3, $4, 4, 'asked', 'asked for', $5,
             now() - interval '5 days', now() + $6::interval)`,
          [
            danny,
            it.agency.m.agency,
            entry.m.contact,
            `t:${it.agency.p.team}`,
            it.agency.m.author,
            until,
          ],
        )
      await grant('-1 minute')
      expect(await scene.reads('p', danny)).not.toContain(entry.m.words)
      await grant('1 minute')
      expect(await scene.reads('p', danny)).toContain(entry.m.words)
    }))
})

describe('what has ended', () => {
  test('6. after the work has ended: nothing, but the archive with a reason', () =>
    scene.play(async () => {
      await scene.happens('update involvement set ends_on = current_date - 1 where id = $1', [
        it.involvement.p.id,
      ])
      expect((await scene.reads('p', danny)).size).toBe(0)
      await scene.does('p', `select access.open_archive($1, 'a complaint')`, [danny])
      expect((await scene.reads('p', danny)).size).toBe(0)
      // It opens from the next transaction on, and a scene is one.
      await scene.happens(
        `update person_access set starts_at = now() - interval '1 second' where ground = 'archive'`,
      )
      expect(await scene.opens('p', danny)).toBe('archive')
      const read = await scene.reads('p', danny)
      expect(read).toContain(entry.p.words)
      expect(read).not.toContain(entry.h.contact)
    }))

  test('7. end now closes at once; an end date that passed leaves headlines for 28 days', () =>
    scene.play(async () => {
      const end = (ago: string, now: boolean) =>
        scene.happens(
          `update agreement set ends_at = now() - $1::interval, ended_now = $2 where id = $3`,
          [ago, now, it.agreement.id],
        )
      await end('1 second', true)
      const closed = await scene.reads('p', danny)
      expect(closed).not.toContain(entry.h.contact)
      expect(closed).toContain(entry.p.words)
      await end('1 second', false)
      const headlines = await scene.reads('p', danny)
      expect(headlines).toContain(entry.h.contact)
      expect(headlines).not.toContain(entry.h.words)
      await end('28 days 1 second', false)
      expect(await scene.reads('p', danny)).not.toContain(entry.h.contact)
    }))

  test('a review date that passed closes nothing; a party that left closes its own rows', () =>
    scene.play(async () => {
      await scene.happens(`update agreement set review_on = '2001-01-01'`)
      expect(await scene.reads('p', danny)).toContain(entry.h.words)
      await scene.happens(
        `update agreement_party set left_at = now() - interval '1 second' where agency_id = $1`,
        [it.agency.h.agency],
      )
      const read = await scene.reads('p', danny)
      expect(read).not.toContain(entry.h.contact)
      expect(read).toContain(entry.m.contact)
    }))
})

describe('no relationship, and a referral', () => {
  const refer = (state: string) =>
    scene.happens(
      `insert into referral (id, person_id, record_id, agency_id, team_id, categories, given_by,
         to_team_id, reason, sent_at)
       select '77777777-0000-7000-8000-000000000001', person_id, record_id, agency_id, team_id,
         '{housing}', given_by, $2, 'housing', case when $3 <> 'draft' then now() end
       from contact where id = $1`,
      [entry.h.contact, it.agency.e.team, state],
    )
  const referral = '77777777-0000-7000-8000-000000000001'
  const attach = () =>
    scene.happens(
      `insert into share_grant (id, person_id, agency_id, entry_id, viewer, level, why, reason, given_by)
       values (gen_random_uuid(), $1, $2, $3, $4, 4, 'attached', $5, $6)`,
      [
        danny,
        it.agency.h.agency,
        entry.h.contact,
        `t:${it.agency.e.team}`,
        referral,
        it.agency.h.author,
      ],
    )

  test('11. typing the address opens nothing, and the attempt is logged', () =>
    scene.play(async () => {
      expect(await scene.opens('e', danny)).toBeNull()
      expect((await scene.reads('e', danny)).size).toBe(0)
      await scene.happens('select 1')
      const { rows } = await admin.query(
        `select 1 from audit_event where kind = 'open' and outcome = 'refused' and person_id = $1`,
        [danny],
      )
      expect(rows).toHaveLength(1)
    }))

  test('13. a referral not yet sent opens nothing', () =>
    scene.play(async () => {
      await refer('draft')
      expect(await scene.opens('e', danny)).toBeNull()
      expect((await scene.reads('e', danny)).size).toBe(0)
    }))

  test('14. a referral sent opens the person, and what came with it', () =>
    scene.play(async () => {
      await refer('sent')
      await attach()
      expect(await scene.opens('e', danny)).toBe('referral')
      const read = await scene.reads('e', danny)
      for (const id of [entry.h.contact, entry.h.words, it.warning]) expect(read).toContain(id)
      for (const id of [it.address, entry.m.contact, entry.p.contact])
        expect(read).not.toContain(id)
    }))

  test('15. declined: closed, and only the referral itself stays', () =>
    scene.play(async () => {
      await refer('sent')
      await attach()
      await scene.happens(
        `update referral set answer = 'declined', decided_at = now() - interval '1 second' where id = $1`,
        [referral],
      )
      expect(await scene.opens('e', danny)).toBeNull()
      expect([...(await scene.reads('e', danny))]).toEqual([referral])
    }))

  test('16. started: an involvement, and the attachment ends with the referral', () =>
    scene.play(async () => {
      await refer('sent')
      await attach()
      await scene.does('e', `select work.start_involvement($1, $2, 'referral', null, false)`, [
        danny,
        it.agency.e.team,
      ])
      await scene.happens(
        `update referral set answer = 'accepted', decided_at = now() - interval '2 seconds',
           started_at = now() - interval '1 second' where id = $1`,
        [referral],
      )
      expect(await scene.opens('e', danny)).toBe('involvement')
      expect(await scene.reads('e', danny)).not.toContain(entry.h.contact)
    }))
})
