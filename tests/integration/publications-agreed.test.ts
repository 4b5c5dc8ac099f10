import { randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPublication } from '@/lib/insight/job/build-publication'
import { sessionFor } from '@/tests/support/factories/practice-session'
import { connect } from '@/tests/support/factories/session'
import { openPublishing, publishedCells, rowsOf as rows } from '@/tests/support/publishing'

const secret = randomBytes(32)
let place: Awaited<ReturnType<typeof openPublishing>>
let database: typeof place.database
let admin: typeof place.admin
let insight: typeof place.insight
let scope: typeof place.scope
const next = () => place.next()
const cellsOf = (publication: string) => publishedCells(admin, publication)

beforeAll(async () => {
  place = await openPublishing(0)
  ;({ database, admin, insight, scope } = place)
}, 120_000)
afterAll(() => place.close())

describe('two people', () => {
  const officers = () =>
    rows<{ id: string; user: string }>(
      admin,
      `select distinct on (user_id) id, user_id as user from membership
       where role = 'officer' and ends_at is null order by user_id limit 2`,
    )
  const asOfficer = async <T>(membership: string, work: (app: Client) => Promise<T>) => {
    const token = await sessionFor(admin, membership)
    const app = await connect(database.appUrl)
    try {
      await app.query('begin')
      await app.query(`select set_config('app.session', $1, true)`, [token])
      const done = await work(app)
      await app.query('commit')
      return done
    } finally {
      await app.end()
    }
  }
  const ask = (app: Client, to: string) =>
    rows<{ id: string }>(app, `select insight.ask_publication($1, 'open', 1, '{}') as id`, [to])

  test('ask for a quarter that has ended, and both agree before it is read', async () => {
    const [one, two] = await officers()
    if (!one || !two) throw new Error('the practice place has two officers')
    await expect(asOfficer(one.id, (app) => ask(app, '2026-08-31'))).rejects.toThrow('last day')
    await expect(asOfficer(one.id, (app) => ask(app, '2099-12-31'))).rejects.toThrow('not ended')
    const [asked] = await asOfficer(one.id, (app) => ask(app, '2026-06-30'))
    const id = asked?.id ?? ''
    await expect(asOfficer(two.id, (app) => ask(app, '2026-09-30'))).rejects.toThrow('being built')
    const agree = (membership: string) =>
      asOfficer(membership, (app) => app.query('select insight.agree_publication($1)', [id]))
    await expect(agree(one.id)).rejects.toMatchObject({ code: 'CT409' })
    await buildPublication(scope, await next(), secret)
    const isRead = async () =>
      (await rows(insight, `select 1 from published.shown_publication where profile = 'open'`))
        .length
    await agree(one.id)
    expect(await isRead()).toBe(0)
    await expect(agree(one.id)).rejects.toMatchObject({ code: 'CT403' })
    await agree(two.id)
    expect(await isRead()).toBe(1)
    await expect(
      asOfficer(two.id, (app) => app.query('select insight.drop_publication($1)', [id])),
    ).rejects.toMatchObject({ code: 'CT409' })
  }, 60_000)

  test('may drop what has not been published, figures and extract with it', async () => {
    const [one] = await officers()
    const [asked] = await asOfficer(one?.id ?? '', (app) => ask(app, '2026-09-30'))
    await buildPublication(scope, await next(), secret)
    await asOfficer(one?.id ?? '', (app) =>
      app.query('select insight.drop_publication($1)', [asked?.id]),
    )
    expect(await cellsOf(asked?.id ?? '')).toEqual([])
    const left = 'select 1 from frozen.person where publication_id = $1'
    expect(await rows(admin, left, [asked?.id])).toEqual([])
  }, 60_000)
})

test('is refused while too many pairs of records wait for a decision', async () => {
  await admin.query('begin')
  await admin.query(`insert into link_candidate (id, record_a, record_b, for_role, bits, levels, why)
    select access.uuid7(), least(a.id, b.id), greatest(a.id, b.id), 'steward', 9, '{}', 'alike'
    from (select id, row_number() over (order by id) n from record) a
      join (select id, row_number() over (order by id) n from record) b on b.n = a.n + 1 and a.n % 2 = 0
    on conflict do nothing`)
  const [asked] = await rows<{ id: string }>(
    admin,
    `insert into published.publication (id, from_on, to_on, profile, programme_version, definition,
       asked_by)
     values (access.uuid7(), '2025-04-01', '2026-03-31', 'open', 2, '{}', access.uuid7())
     returning id`,
  )
  await admin.query('commit')
  await buildPublication(scope, await next(), secret)
  const [refused] = await rows<{ why: string; left: number }>(
    admin,
    `select failed_why as why, (select count(*)::int from frozen.person where publication_id = p.id)
       as left from published.publication p where id = $1`,
    [asked?.id],
  )
  expect(refused).toMatchObject({ left: 0 })
  expect(refused?.why).toMatch(/^Too many pairs of records wait .* more than 10 in 100/)
}, 60_000)
