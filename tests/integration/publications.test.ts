import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildPublication, type Build } from '@/lib/insight/job/build-publication'
import type { PublisherScope } from '@/lib/insight/job/publisher-scope'
import { profiles } from '@/lib/insight/rules/protection-profiles'
import { variables } from '@/lib/insight/variables'
import { connected } from '@/scripts/connection.mjs'
import { connect } from '@/tests/support/factories/session'
import {
  openPublishing,
  publishedCells,
  rowsOf as rows,
  type PublishedCell as Cell,
} from '@/tests/support/publishing'

const { D, js } = profiles.commissioner
const secret = randomBytes(32)
let place: Awaited<ReturnType<typeof openPublishing>>
let database: typeof place.database
let admin: typeof place.admin
let publisher: typeof place.publisher
let insight: typeof place.insight
let scope: PublisherScope
const next = () => place.next()
const cellsOf = (publication: string) => publishedCells(admin, publication)

beforeAll(async () => {
  place = await openPublishing(2)
  ;({ database, admin, publisher, insight, scope } = place)
  // Somebody in touch who asked not to be counted for planning.
  await admin.query(`update choice set kind = 'not_counted', about_categories = '{}', group_id = null,
      agreement_id = null, withdrawn_at = null, ends_at = null
    where id = (select c.id from choice c where exists (select 1 from contact k
      where k.person_id = c.person_id and k.happened_on between '2026-01-01' and '2026-06-01')
      order by c.id limit 1)`)
}, 120_000)
afterAll(() => place.close())

describe('a publication', () => {
  let newest: Build

  test('goes on where a killed process left it', async () => {
    newest = await next()
    expect(newest.frozen).toBe(false)
    // Killed when the first numbers had been given.
    let asked = 0
    const killed: PublisherScope = {
      ask: (text, values) => {
        asked += 1
        return asked > 4 ? Promise.reject(new Error('killed')) : scope.ask(text, values)
      },
    }
    await expect(buildPublication(killed, newest, secret)).rejects.toThrow('killed')
    const again = await next()
    expect(again).toMatchObject({ id: newest.id, frozen: true })
    await buildPublication(scope, again, secret)
    const [built] = await rows<{ built: boolean; audit: { refusals: string[] } }>(
      admin,
      'select built_at is not null as built, audit from published.publication where id = $1',
      [newest.id],
    )
    expect(built).toMatchObject({ built: true, audit: { refusals: [] } })
  }, 60_000)

  test('is read by nobody until two people have agreed', async () => {
    expect(await rows(insight, 'select * from published.shown_publication')).toEqual([])
    expect(await rows(insight, 'select * from published.shown_cell limit 1')).toEqual([])
    await scope.ask('select insight.agree_practice($1)', [newest.id])
    const [shown] = await rows(insight, 'select no, to_on::text from published.shown_publication')
    expect(shown).toEqual({ no: 2, to_on: '2026-09-30' })
    const exact = `select 1 from published.shown_publication where coverage::text ~ '-(?!01")\\d\\d"'`
    expect(await rows(insight, exact), 'days of last contacts').toEqual([])
  })

  test('holds figures that are near the truth, none of which js forbids', async () => {
    const cells = await rows<Cell & { people: number; repeated: boolean }>(
      admin,
      `select f.table_key, f.keys, c.value, f.people, f.repeated
       from frozen.cell f left join published.cell c using (publication_id, table_key, keys)
       where f.publication_id = $1 and f.withheld is null`,
      [newest.id],
    )
    expect(cells.length).toBeGreaterThan(150)
    const far = cells.filter(({ value, people }) => Math.abs((value ?? 0) - people) > D)
    expect(far).toEqual([])
    expect(cells.filter(({ value }) => value !== null && value >= 1 && value <= js)).toEqual([])
    expect(cells.filter(({ value, people }) => people === 0 && value !== null)).toEqual([])
  })

  test('has no line for a figure of 0, and whole rows withheld', async () => {
    const cells = await cellsOf(newest.id)
    expect(cells.filter(({ value }) => value === 0)).toEqual([])
    const withheld = cells.filter(({ value }) => value === null)
    expect(withheld.length).toBeGreaterThan(0)
    for (const { table_key: key, keys } of withheld.filter(
      (one) => one.table_key === 'core_by_age',
    )) {
      const [age = ''] = keys
      const row = cells.filter((one) => one.table_key === key && one.keys[0] === age)
      const inner = row.filter((one) => one.keys[1] !== 'total')
      if (keys[1] !== 'total' && age !== 'total') {
        expect(inner).toHaveLength(variables.core.categories.length)
      }
    }
  })

  test('shows one set of people as one figure, in whichever table', async () => {
    const cells = await cellsOf(newest.id)
    const margins = ['core_by_age', 'core_by_sex', 'core_by_group'].map((table) =>
      cells
        .filter(({ table_key, keys }) => table_key === table && keys[0] === 'total')
        .map(({ keys, value }) => [keys[1], value]),
    )
    expect(margins[0]?.length).toBeGreaterThan(2)
    expect(margins[1]).toEqual(margins[0])
    expect(margins[2]).toEqual(margins[0])
    const all = cells.filter(({ keys }) => keys.every((key) => key === 'total'))
    expect(new Set(all.map(({ value }) => value)).size).toBe(1)
  })

  test('counts what a plain count over the people counts', async () => {
    const [counted] = await rows<{ people: number }>(
      admin,
      `select people from frozen.cell where publication_id = $1 and table_key = 'needs'
         and keys = '{homelessness,current}'`,
      [newest.id],
    )
    const [plain] = await rows<{ people: number }>(
      admin,
      `select count(*)::int as people from frozen.person
       where publication_id = $1 and answers[1] = 'current'`,
      [newest.id],
    )
    expect(counted).toEqual(plain)
    expect(plain?.people).toBeGreaterThan(50)
  })

  test('counts what is so of some people as a plain count does, by group too', async () => {
    const counted = await rows<{ mark: string; people: number }>(
      admin,
      `select keys[array_length(keys, 1)] as mark, people from frozen.cell
       where publication_id = $1 and (table_key in ('flow', 'activity', 'outcomes', 'if_joined')
         or table_key = 'flow_by_group' and keys[1] = 'total') and people > 0 order by 1, 2`,
      [newest.id],
    )
    const plain = await rows<{ mark: string; people: number }>(
      admin,
      `select mark, count(*)::int as people from frozen.person, unnest(marks) mark
       where publication_id = $1 and left_out is null group by 1`,
      [newest.id],
    )
    expect(counted.length).toBeGreaterThan(20)
    expect(counted.filter((one) => one.mark === 'referred')).toHaveLength(2)
    for (const { mark, people } of counted) {
      expect(people, mark).toBe(plain.find((one) => one.mark === mark)?.people)
    }
  })

  test('leaves out who asked not to be counted, and says how many', async () => {
    const left = await rows<{ why: string; ward: string | null; answers: string[] }>(
      admin,
      `select left_out as why, ward, answers from frozen.person
       where publication_id = $1 and left_out is not null`,
      [newest.id],
    )
    const asked = left.filter(({ why }) => why === 'not_counted')
    expect(asked).toEqual([{ why: 'not_counted', ward: null, answers: [] }])
    const [everybody] = await rows<{ counted: number; lines: number }>(
      admin,
      `select (select people from frozen.cell where publication_id = $1 and table_key = 'people'
           and keys = '{total}') as counted,
         (select count(*)::int from frozen.person where publication_id = $1) as lines`,
      [newest.id],
    )
    expect(everybody?.lines).toBe((everybody?.counted ?? 0) + left.length)
  })

  test('names nobody in its extract', async () => {
    const [left] = await rows<{ named: number; lines: number }>(
      admin,
      `select count(subject)::int as named, count(*)::int as lines from frozen.person`,
    )
    expect(left?.named).toBe(0)
    expect(left?.lines).toBeGreaterThan(300)
  })

  test('gives the same people the same figures in another quarter', async () => {
    const other = await next()
    expect(other.id).not.toBe(newest.id)
    await buildPublication(scope, other, secret)
    await scope.ask('select insight.agree_practice($1)', [other.id])
    const repeated = await rows<{ same: boolean }>(
      admin,
      `select a.size is not distinct from b.size and a.digests = b.digests
           and ca.value is not distinct from cb.value as same
       from frozen.cell a join frozen.cell b using (table_key, keys)
         left join published.cell ca on ca.publication_id = a.publication_id
           and ca.table_key = a.table_key and ca.keys = a.keys
         left join published.cell cb on cb.publication_id = b.publication_id
           and cb.table_key = b.table_key and cb.keys = b.keys
       where a.publication_id = $1 and b.publication_id = $2 and a.repeated
         and a.withheld is null and b.withheld is null`,
      [other.id, newest.id],
    )
    expect(repeated.filter(({ same }) => !same)).toEqual([])
  }, 60_000)
})

describe('the logins', () => {
  test('the publisher reads no table about people, and not whose a line was', async () => {
    const tables = await rows<{ name: string }>(
      admin,
      `select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    )
    expect(tables.length).toBeGreaterThan(60)
    for (const { name } of tables) {
      await expect(publisher.query(`select 1 from public.${name}`), name).rejects.toMatchObject({
        code: '42501',
      })
    }
    await expect(publisher.query('select subject from frozen.person')).rejects.toMatchObject({
      code: '42501',
    })
    await expect(publisher.query(`update published.cell set value = 1`)).rejects.toMatchObject({
      code: '42501',
    })
  })

  test('the insight login reads figures alone: no truth, no audit, no extract', async () => {
    for (const text of [
      'select * from frozen.cell',
      'select * from frozen.person',
      'select audit from published.publication',
      'select asked_by from published.publication',
      'select insight.publications()',
      `insert into published.cell values (gen_random_uuid(), 'needs', '{}', 1)`,
    ]) {
      await expect(insight.query(text), text).rejects.toMatchObject({ code: '42501' })
    }
  })

  test('the app’s own login reads none of it, and asks only what officers may', async () => {
    const app = await connect(database.appUrl)
    for (const text of [
      'select * from published.cell',
      'select * from frozen.person',
      'select * from insight.next_build()',
    ]) {
      await expect(app.query(text), text).rejects.toMatchObject({ code: '42501' })
    }
    await expect(app.query('select * from insight.publications()')).rejects.toMatchObject({
      code: 'CT401',
    })
    await app.end()
  })
})

test('after thirty days the extract is gone, and the digests stay', async () => {
  await connected(database.adminUrl, (client) =>
    client.query(`update published.publication set built_at = built_at - interval '31 days'`),
  )
  const [gone] = await scope.ask<{ n: number }>('select insight.destroy_extracts() as n')
  expect(gone?.n).toBe(2)
  const [left] = await rows<{ people: number; truths: number; digests: number }>(
    admin,
    `select (select count(*) from frozen.person)::int as people,
       (select count(people) from frozen.cell)::int as truths,
       (select count(digests) from frozen.cell)::int as digests`,
  )
  expect(left).toMatchObject({ people: 0, truths: 0 })
  expect(left?.digests).toBeGreaterThan(300)
})
