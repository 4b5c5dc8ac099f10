import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { makeDanny, Scene } from '@/tests/support/access-model/danny'
import { openMatrix, type MatrixDatabase } from '@/tests/support/access-model/matrix-database'
import { connect } from '@/tests/support/factories/session'

// States and endings (docs/rules/who-may-see-what.md) as numbered rows: 12 and 18 to 29.
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

const urgent = (name: string, minutes: string) =>
  scene.happens(
    `insert into urgent_access (id, person_id, user_id, membership_id, categories, reason, starts_at, ends_at)
     values (gen_random_uuid(), $1, $2, $3, '{mental_health,housing}', 'danger',
       now() - interval '4 hours' + $4::interval, now() + $4::interval)`,
    [danny, it.user[name], it.membership[name], minutes],
  )

const bar = (name: string) =>
  scene.happens(
    `insert into conflict (id, user_id, person_id, reason, declared_by, starts_at)
     values (gen_random_uuid(), $1, $2, 'related', $1, now() - interval '1 second')`,
    [it.user[name], danny],
  )

// A colleague is on the form's list; whoever else is named here has been named before.
const limit = async (...names: string[]) => {
  await scene.does('h', `select people.limit_access($1, 'risk', current_date + 90, $2)`, [
    danny,
    [it.user['both as h']],
  ])
  await scene.happens(
    `insert into limited_access_named (limited_access_id, user_id)
     select id, unnest($2::uuid[]) from limited_access where person_id = $1 on conflict do nothing`,
    [danny, names.map((name) => it.user[name])],
  )
}

describe('urgent access', () => {
  test('18. the ticked categories at content, for four hours', () =>
    scene.play(async () => {
      await urgent('e', '1 minute')
      expect(await scene.opens('e', danny)).toBe('urgent')
      const read = await scene.reads('e', danny)
      for (const id of [entry.m.words, entry.h.words, it.warning]) expect(read).toContain(id)
      for (const id of [entry.p.contact, entry.d.contact, it.detail]) expect(read).not.toContain(id)
    }))

  test('18. and nothing one second later', () =>
    scene.play(async () => {
      await urgent('e', '-1 second')
      expect(await scene.opens('e', danny)).toBeNull()
      expect((await scene.reads('e', danny)).size).toBe(0)
    }))

  test('19. never on a person whose access is limited', () =>
    scene.play(async () => {
      await limit()
      await urgent('e', '1 minute')
      expect(await scene.opens('e', danny)).toBeNull()
      expect((await scene.reads('e', danny)).size).toBe(0)
    }))
})

describe('limited access and conflict', () => {
  test('20. for who is not named there is no such person; the named go on', () =>
    scene.play(async () => {
      await limit('p colleague')
      expect(await scene.opens('p', danny)).toBeNull()
      expect((await scene.reads('p', danny)).size).toBe(0)
      expect(await scene.opens('p colleague', danny)).toBe('named')
      expect(await scene.reads('p colleague', danny)).toContain(entry.p.words)
      const nobody = await scene.does('p', 'select 1 from person where id = $1', [danny])
      expect(nobody).toEqual([])
    }))

  test('20. named in one agency, nothing opens while acting for another', () =>
    scene.play(async () => {
      await scene.happens('update involvement set ends_on = current_date - 1 where team_id = $1', [
        it.agency.p.team,
      ])
      await limit()
      expect(await scene.opens('both as h', danny)).toBe('named')
      expect(await scene.opens('both as p', danny)).toBeNull()
    }))

  test('20. when it ends, everybody is as before', () =>
    scene.play(async () => {
      const before = await scene.reads('p', danny)
      await limit('p colleague')
      await scene.does('custodian', `select people.end_limited_access($1, 'safe now')`, [danny])
      const after = await scene.reads('p', danny)
      for (const id of before) expect(after).toContain(id)
      expect(await scene.opens('p colleague', danny)).toBe('involvement')
    }))

  test("21. a bar beats one's own entries, being named and urgent access", () =>
    scene.play(async () => {
      await limit('p')
      await urgent('p', '1 minute')
      await bar('p')
      expect(await scene.opens('p', danny)).toBeNull()
      expect((await scene.reads('p', danny)).size).toBe(0)
      await expect(
        scene.does('p', `select people.declare_conflict($1, $2, 'x')`, [it.user.h, danny]),
      ).rejects.toMatchObject({ code: 'CT404' })
    }))
})

describe('safety, whereabouts and history', () => {
  test('22. a visit warning reaches who has an open relationship and no term at all', () =>
    scene.play(async () => {
      const read = await scene.reads('j', danny)
      expect(read).toContain(it.warning)
      expect(read).not.toContain(it.detail)
    }))

  test('23. a protected address is read by the named team and nobody else, content or not', () =>
    scene.play(async () => {
      expect(await scene.reads('p', danny)).toContain(it.address)
      await scene.does(
        'h',
        `select people.protect_whereabouts($1, 'risk', current_date + 90, '{}')`,
        [danny],
      )
      expect(await scene.reads('p', danny)).not.toContain(it.address)
      expect(await scene.reads('h', danny)).toContain(it.address)
      await scene.does('h', `select people.end_protected_whereabouts($1, 'safe now')`, [danny])
      expect(await scene.reads('p', danny)).toContain(it.address)
    }))

  test('24. history is its own agency’s, and no other’s at any level', () =>
    scene.play(async () => {
      const ids = [entry.h.contact, entry.h.words, entry.m.contact, entry.m.words]
      await scene.happens(`update contact set kind = 'call' where id = any($1)`, [ids])
      await scene.happens(`update contact_words set locates = locates where id = any($1)`, [ids])
      const seen = async (who: string) => {
        const rows = await scene.does<{ id: string }>(
          who,
          `select distinct entry_id as id from change where op = 'update' and entry_id = any($1)`,
          [ids],
        )
        return rows.map(({ id }) => id).sort()
      }
      expect(await seen('p')).toEqual([])
      expect(await seen('h')).toEqual([entry.h.contact, entry.h.words].sort())
    }))
})

describe('sessions, roles and links', () => {
  test('25. a session ended opens nothing at the next statement', () =>
    scene.play(async () => {
      expect((await scene.reads('p', danny)).size).toBeGreaterThan(0)
      await scene.happens(`update session set ended_at = now() where user_id = $1`, [it.user.p])
      expect((await scene.reads('p', danny)).size).toBe(0)
    }))

  test.each(['commissioner', 'administrator', 'officer', 'steward'])(
    '26 to 28. %s: no row about a person',
    (role) =>
      scene.play(async () => {
        expect(await scene.opens(role, danny)).toBeNull()
        expect((await scene.reads(role, danny)).size).toBe(0)
        expect(await scene.does(role, 'select 1 from record')).toEqual([])
      }),
  )

  test('12. a search beyond answers yes or no, and never yes about limited access', () =>
    scene.play(async () => {
      await scene.happens(
        `insert into identifier (id, person_id, record_id, agency_id, team_id, categories, given_by,
           type, value, norm, check_state)
         select gen_random_uuid(), person_id, record_id, agency_id, team_id, '{identity}', given_by,
           'nhs', '999 000 0001', '9990000001', 'ok' from contact where id = $1`,
        [entry.h.contact],
      )
      const question = `'{9990000001}', '{}', null, null, null`
      const ask = async () => {
        await scene.does('e', `select people.ask_beyond(${question})`)
        // As by a transaction that is over.
        await scene.happens('update search_question set held_in = 0')
        return scene.does<{ known: boolean }>(
          'e',
          `select people.known_beyond(${question}) as known`,
        )
      }
      expect(await ask()).toEqual([{ known: true }])
      await limit()
      expect(await ask()).toEqual([{ known: false }])
    }))

  test('29. unlinked: gone from Danny at the next statement, and not on a stranger either', () =>
    scene.play(async () => {
      const other = '88888888-0000-7000-8000-000000000001'
      await scene.happens('insert into person (id) values ($1)', [other])
      const record = it.world.records.find((each) => each.agency === it.agency.h.agency)?.id
      const before = await scene.reads('p', danny)
      await scene.happens(
        `select people.move_record($1, $2, 'steward', 'not the same', '{}', true)`,
        [record, other],
      )
      expect(await scene.reads('p', danny)).not.toContain(entry.h.contact)
      expect((await scene.reads('p', other)).size).toBe(0)
      expect(await scene.opens('h', danny)).toBeNull()
      expect(await scene.opens('h', other)).toBe('involvement')
      await scene.happens(
        `select people.move_record($1, $2, 'steward', 'the same after all', '{}', true)`,
        [record, danny],
      )
      expect(await scene.reads('p', danny)).toEqual(before)
    }))
})
