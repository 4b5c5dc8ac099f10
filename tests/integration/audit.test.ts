import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { LogLine } from '@/lib/audit/queries'
import { freshDatabase } from '@/tests/support/database'
import { insertRows } from '@/tests/support/factories/rows'
import { asSession, connect, connectAsDefiner } from '@/tests/support/factories/session'
import { shareBetween, works } from '@/tests/support/factories/works-with'
import { smallPlace, type SmallPlace } from '@/tests/support/factories/small-place'

let database: Awaited<ReturnType<typeof freshDatabase>>
let app: Client
let definer: Client
let place: SmallPlace
const ours = randomUUID()
const both = randomUUID()
const theirs = randomUUID()
const second = randomUUID()

beforeAll(async () => {
  database = await freshDatabase()
  definer = await connectAsDefiner(database.ownerUrl, inject('server').roles.definer)
  place = await smallPlace(definer)
  await shareBetween({ definer, place }, ['host', 'clinic'])
  for (const [person, agencies] of [
    [ours, ['host']],
    [both, ['host', 'clinic']],
    [theirs, ['clinic']],
  ] as const) {
    await insertRows(definer, 'person', [{ id: person }])
    for (const agency of agencies) await works({ definer, place }, person, agency)
  }
  // A limited record names two at least.
  const membership = randomUUID()
  const work = { id: membership, user_id: second, agency_id: place.agencies.clinic }
  await insertRows(definer, 'app_user', [{ id: second, name: 'B', email: 'b@example.org' }])
  await insertRows(definer, 'membership', [
    { ...work, role: 'practitioner', starts_at: '2020-01-01' },
  ])
  await insertRows(definer, 'membership_team', [
    { membership_id: membership, team_id: place.teams.clinic },
  ])
  app = await connect(database.appUrl)
})
afterAll(async () => {
  await app.end()
  await definer.end()
  await database.drop()
})

type Line = Pick<LogLine, 'reader' | 'ours' | 'refused' | 'person' | 'key' | 'visit'>
const as = (who: keyof SmallPlace['tokens'], work: () => Promise<void>) =>
  asSession(app, place.tokens[who], work)
const become = (who: keyof SmallPlace['tokens']) =>
  app.query(`select set_config('app.session', $1, true)`, [place.tokens[who]])
const open = (person: string) => app.query(`select access.open_person($1, 'overview')`, [person])
const log = async (user: string | null = null, refused = false, like: string | null = null) =>
  (
    await app.query<Line>('select * from trail.read_log($1, $3, null, null, $2, null, null, 50)', [
      user,
      refused,
      like,
    ])
  ).rows

describe('the access log', () => {
  test.each(['worker', 'administrator', 'commissioner', 'custodian'] as const)(
    'is not for a %s',
    (who) =>
      as(who, async () => {
        await expect(log()).rejects.toMatchObject({ code: 'CT403' })
      }),
  )

  test('shows an officer what their users opened, and refused tries, with a reference for the person', () =>
    as('worker', async () => {
      await open(ours)
      await open(theirs)
      await become('officer')
      const lines = await log()
      expect(lines.map(({ reader, refused }) => [reader, refused]).sort()).toEqual([
        ['A worker', false],
        ['A worker', true],
      ])
      for (const { person } of lines) expect(person).toMatch(/^[0-9A-F]{8}$/)
      expect(JSON.stringify(lines)).not.toContain(ours)
      expect((await log(null, true)).map(({ refused }) => refused)).toEqual([true])
    }))

  test('has no line of an agency that may not be known to work with the person', () =>
    as('clinicWorker', async () => {
      await open(both)
      await open(theirs)
      await become('officer')
      expect(await log()).toEqual([])
      expect(await log(place.users.clinicWorker)).toEqual([])
      await become('clinicOfficer')
      expect(await log()).toHaveLength(2)
    }))

  test('says nothing to another agency about somebody whose access is limited', () =>
    as('clinicWorker', async () => {
      await open(both)
      await app.query(`select people.limit_access($1, 'safety', '2999-01-01', $2)`, [
        both,
        [second],
      ])
      await become('officer')
      expect(await log()).toEqual([])
    }))

  test('tells who opened one person, from a line about them that one may read', () =>
    as('worker', async () => {
      await open(ours)
      await open(theirs)
      await open(both)
      await become('clinicWorker')
      await open(both)
      await open(theirs)
      await become('clinicOfficer')
      const unseen = (await log()).map(({ key }) => key)
      expect(unseen).toHaveLength(2)
      await become('officer')
      const lines = await log()
      const [line] = lines.filter(({ refused }) => !refused)
      const like = await log(null, false, line?.key)
      expect(like.map(({ person }) => person)).toEqual([line?.person])
      const [tried] = lines.filter(({ refused }) => refused)
      expect(await log(null, false, tried?.key)).toEqual([tried])
      // A line of an agency that may not be known, or none at all, leads to nobody.
      for (const key of [...unseen, randomUUID()]) expect(await log(null, false, key)).toEqual([])
      const taken = await app.query(
        `select * from trail.export_log(null, $1, null, null, false, 'nobody')`,
        [unseen[0]],
      )
      expect(taken.rows).toEqual([])
    }))

  test('joins what one worker opened of one person into visits, by lines that may be read', async () => {
    const opening = (minutes: number, person: string, who: 'worker' | 'clinicWorker') => {
      const agency = who === 'worker' ? 'host' : 'clinic'
      const at = new Date(Date.parse('2026-03-02T10:00:00Z') + minutes * 60_000)
      return {
        ...{ id: randomUUID(), at, person_id: person, user_id: place.users[who] },
        ...{ membership_id: place.memberships[who], agency_id: place.agencies[agency] },
        ...{ page: 'overview', ground: 'involvement', session_id: randomUUID() },
        row_hash: `\\x${randomUUID().replaceAll('-', '')}`,
      }
    }
    await insertRows(definer, 'access_log', [
      ...[0, 20, 50, 81].map((minutes) => opening(minutes, ours, 'worker')),
      ...[10, 70].map((minutes) => opening(minutes, both, 'worker')),
      // Between the two: of an agency that the officer's may not know to work with them.
      ...[25, 40, 55].map((minutes) => opening(minutes, both, 'clinicWorker')),
    ])
    await as('officer', async () => {
      const lines = await log()
      const sizes = new Map<string, number>()
      for (const { visit } of lines) sizes.set(visit, (sizes.get(visit) ?? 0) + 1)
      expect([...sizes.values()]).toEqual([1, 1, 3, 1])
      const on = async (...days: (string | null)[]) => {
        const sql = 'select 1 from trail.read_log(null, null, $1, $2, false, null, null, 50)'
        return (await app.query(sql, days)).rows.length
      }
      expect(await on('2026-03-02', '2026-03-02')).toBe(6)
      expect(await on('2026-03-03', null)).toBe(0)
      expect(await on(null, '2026-03-01')).toBe(0)
    })
    await definer.query('delete from access_log')
  })

  test('is paged by key without a gap or a double', () =>
    as('worker', async () => {
      for (let i = 0; i < 5; i += 1) await open(ours)
      await become('officer')
      const page = async (at: string | null, key: string | null) =>
        (
          await app.query<{ at: string; key: string }>(
            'select at::text, key from trail.read_log(null, null, null, null, false, $1, $2, 2)',
            [at, key],
          )
        ).rows
      const seen: string[] = []
      let last: { at: string; key: string } | undefined
      do {
        const rows = await page(last?.at ?? null, last?.key ?? null)
        seen.push(...rows.map(({ key }) => key))
        last = rows.at(-1)
      } while (last)
      expect(seen).toHaveLength(5)
      expect(new Set(seen).size).toBe(5)
    }))

  test('taken away, is a disclosure for every person in it, with its recipient', async () => {
    await as('officer', async () => {
      await expect(
        app.query(`select * from trail.export_log(null, null, null, null, false, ' ')`),
      ).rejects.toMatchObject({
        code: 'CT422',
      })
    })
    await app.query('begin')
    await become('worker')
    await open(ours)
    await open(both)
    await become('officer')
    const { rows } = await app.query(
      `select * from trail.export_log(null, null, null, null, false, 'the auditor')`,
    )
    await app.query('commit')
    expect(rows).toHaveLength(2)
    const { rows: kept } = await definer.query(
      'select person_id, user_id, kind, recipient from disclosure order by person_id',
    )
    const one = (person_id: string) => ({
      person_id,
      user_id: place.users.officer,
      kind: 'export',
      recipient: 'the auditor',
    })
    expect(kept).toEqual([ours, both].sort().map(one))
    await definer.query('delete from access_log')
  })

  test('is no disclosure of somebody whose lines are not in what is taken away', async () => {
    await app.query('begin')
    await become('clinicWorker')
    await open(both)
    await become('officer')
    const asked = [place.users.clinicWorker, 'another auditor']
    const { rows } = await app.query(
      'select * from trail.export_log($1, null, null, null, false, $2)',
      asked,
    )
    await app.query('commit')
    expect(rows).toEqual([])
    const kept = await definer.query('select 1 from disclosure where recipient = $1', [asked[1]])
    expect(kept.rows).toEqual([])
    await definer.query('delete from access_log')
  })

  test('everybody sees their own openings and nobody else’s', () =>
    as('worker', async () => {
      await open(ours)
      await become('clinicWorker')
      await open(both)
      const mine = async () =>
        (await app.query('select person_id from trail.my_log(null, null, 50)')).rows
      expect(await mine()).toEqual([{ person_id: both }])
      await become('worker')
      expect(await mine()).toEqual([{ person_id: ours }])
    }))
})

describe('conflicts', () => {
  test('are declared by each for themselves, and read by the custodian alone', () =>
    as('worker', async () => {
      await app.query(`select people.declare_mine(false, 'My brother Sam')`)
      await become('clinicWorker')
      expect((await app.query('select * from people.my_declarations()')).rows).toEqual([])
      await become('custodian')
      const { rows } = await app.query<{ names: string }>(
        'select names from people.declared_conflicts()',
      )
      expect(rows).toEqual([{ names: 'My brother Sam' }])
      await become('officer')
      await expect(app.query('select * from people.declared_conflicts()')).rejects.toMatchObject({
        code: 'CT403',
      })
    }))

  test('are found by surname among the people a user can open, and a bar shuts at once', () =>
    as('custodian', async () => {
      const found = async () =>
        (
          await app.query<{ user_id: string; person_id: string }>(
            'select * from people.conflict_matches()',
          )
        ).rows
      const pairs = await found()
      expect(pairs.map(({ user_id, person_id }) => [user_id, person_id]).sort()).toEqual(
        [
          [place.users.worker, ours],
          [place.users.worker, both],
        ].sort(),
      )
      await app.query('savepoint s')
      await expect(
        app.query('select people.bar_found($1, $2)', [place.users.clinicWorker, theirs]),
      ).rejects.toMatchObject({ code: 'CT404' })
      await app.query('rollback to s')
      await app.query('select people.bar_found($1, $2)', [place.users.worker, ours])
      expect(await found()).toHaveLength(1)
    }))
})
