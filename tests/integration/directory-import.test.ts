import { createServer, type RequestListener } from 'node:http'
import type { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { ASK_LIMITS, askHost } from '@/lib/directory/ask-host'
import { importFeed } from '@/lib/directory/import-feed'
import { listedFetch } from '@/lib/directory/listed-fetch'
import { FEED_LIMITS, readFeed } from '@/lib/directory/read-feed'
import { freshDatabase } from '@/tests/support/database'
import { connect } from '@/tests/support/factories/session'
import { idOf, samplePage, sampleService } from '../unit/directory/sample-service'

let database: Awaited<ReturnType<typeof freshDatabase>>
let owner: Client
let insight: Client
const closing: (() => void)[] = []
beforeAll(async () => {
  database = await freshDatabase()
  ;[owner, insight] = (await Promise.all(
    [database.ownerUrl, database.insightUrl].map(connect),
  )) as [Client, Client]
})
beforeEach(() => owner.query('truncate place.service, place.institution, place.source cascade'))
afterEach(() => {
  for (const close of closing.splice(0)) close()
})
afterAll(async () => {
  await Promise.all([owner.end(), insight.end()])
  await database.drop()
})

async function host(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

/** A feed of pages by number, that can be changed between two readings. */
async function feed(page: (number: number) => unknown) {
  const kept = { page }
  const at = await host((request, response) => {
    const url = new URL(request.url ?? '/', 'http://feed.example')
    response.writeHead(url.pathname === '/services' ? 200 : 404, {
      'content-type': 'application/json',
    })
    response.end(JSON.stringify(kept.page(Number(url.searchParams.get('page') ?? 1))))
  })
  return { at: `${at}/services`, kept }
}

const limits = { ...ASK_LIMITS, milliseconds: 2_000, bytes: 1024 * 1024 }
const bring = (address: string, { thisMachine = true, hosts = [] as string[] } = {}) => {
  const ask = askHost(limits, listedFetch({ hosts, thisMachine }))
  const query = (text: string, values?: unknown[]) => owner.query<object>(text, values)
  return importFeed({ address, query, ask }, async (takePage) => ({
    report: await readFeed(new URL(address), ask, FEED_LIMITS, () => performance.now(), takePage),
    whole: true,
  }))
}
const all = async (text: string, values: unknown[] = []) =>
  (await owner.query<Record<string, unknown>>(text, values)).rows
const services = () => all('select * from place.service order by id')
const onePage = (...contents: unknown[]) => ({
  ...{ total_items: contents.length, total_pages: 1, page_number: 1, size: contents.length },
  ...{ first_page: true, last_page: true, empty: contents.length === 0, contents },
})

describe('an import', () => {
  test('takes in page after page, and the second time changes nothing', async () => {
    const { at } = await feed((number) => samplePage(number, { total: 5, size: 2 }))
    expect(await bring(at)).toMatchObject({
      ...{ outcome: 'taken in', pages: 3, services: 5, added: 5, changed: 0, gone: 0 },
      ...{ withheld: 0, leftOut: 0, errors: [] },
    })
    const [first] = await services()
    expect(first).toMatchObject({
      ...{ name: 'Wrenford Debt Advice', needs: ['money'], areas: ['Wrenford'], withheld: false },
      hours: [{ days: 'MO,TH', opens: '09:30', closes: '16:00' }],
      places: [{ name: 'The Old Bank', address: { postcode: 'WR99 9ZZ' } }],
    })
    expect(await bring(at)).toMatchObject({ outcome: 'taken in', added: 0, changed: 0, gone: 0 })
    expect(await all('select count(*)::int as n from place.service_change')).toEqual([{ n: 0 }])
  })

  test('brings up to date what changed, with its history, and marks what is gone', async () => {
    const { at, kept } = await feed((number) => samplePage(number, { total: 3, size: 3 }))
    await bring(at)
    kept.page = () =>
      onePage(
        sampleService({ id: idOf(0), name: 'Debt and Money' }),
        sampleService({ id: idOf(1) }),
      )
    expect(await bring(at)).toMatchObject({ added: 0, changed: 1, gone: 1 })
    const kept3 = await all('select id, gone_at is not null as gone from place.service order by id')
    expect(kept3.map(({ gone }) => gone)).toEqual([false, false, true])
    expect(await all('select before from place.service_change order by id')).toMatchObject([
      { before: { name: 'Wrenford Debt Advice' } },
      { before: { gone_at: null } },
    ])
    expect((await insight.query('select id from place.public_service')).rowCount).toBe(2)
    kept.page = (number) => samplePage(number, { total: 3, size: 3 })
    expect(await bring(at)).toMatchObject({ changed: 2, gone: 0 })
  })

  test('asks for each service in full where a list leaves places and hours out', async () => {
    const bare = { service_areas: undefined, schedules: undefined, attributes: undefined }
    const at = await host((request, response) => {
      const id = /^\/services\/(.+)$/.exec(request.url ?? '')?.[1]
      const list = [0, 1, 2].map((n) =>
        sampleService({ id: idOf(n), ...bare, service_at_locations: undefined }),
      )
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(id ? sampleService({ id }) : onePage(...list)))
    })
    expect(await bring(`${at}/services`)).toMatchObject({ outcome: 'taken in', added: 3 })
    expect((await services()).map(({ areas }) => areas)).toEqual(Array(3).fill(['Wrenford']))
  })

  test('leaves what another directory gave alone', async () => {
    const one = await feed(() => onePage(sampleService({ name: 'First' })))
    const other = await feed(() => onePage(sampleService({ name: 'Second' })))
    await bring(one.at)
    expect(await bring(other.at)).toMatchObject({ outcome: 'taken in', added: 0, leftOut: 1 })
    expect((await services()).map(({ name }) => name)).toEqual(['First'])
  })
})

describe('a withheld service', () => {
  test('has no column filled that tells where or when', async () => {
    const refuge = { name: 'Refuge at 12 Hill Road', description: 'WR99 9ZZ, women and children' }
    const { at } = await feed(() => onePage(sampleService(refuge)))
    expect(await bring(at)).toMatchObject({ outcome: 'taken in', withheld: 1 })
    const [row] = await services()
    expect(row).toMatchObject({ withheld: true, places: null, areas: null, hours: null })
    expect(JSON.stringify(await all('select to_jsonb(s) from place.service s'))).not.toMatch(
      /WR99|Hill Road|Old Bank|52\.41|09:30/,
    )
  })

  test('stays so when its feed calls it something else, or gives it another id', async () => {
    const { at, kept } = await feed(() => onePage(sampleService({ name: 'A refuge' })))
    await bring(at)
    kept.page = () => onePage(sampleService({ name: 'Housing' }))
    expect(await bring(at)).toMatchObject({ outcome: 'taken in', changed: 1, withheld: 1 })
    await bring(at)
    kept.page = () => onePage(sampleService({ name: 'Housing', id: idOf(7) }))
    expect(await bring(at)).toMatchObject({ outcome: 'taken in', added: 1, gone: 1, withheld: 1 })
    expect((await services()).map(({ withheld, places }) => [withheld, places])).toEqual([
      [true, null],
      [true, null],
    ])
  })

  test('loses its whereabouts, and its history with them, when it is withheld later', async () => {
    const { at, kept } = await feed(() => onePage(sampleService({ name: 'Hill Road House' })))
    await bring(at)
    kept.page = () => onePage(sampleService({ name: 'Hill Road', alert: 'Moved' }))
    await bring(at)
    expect(await all('select 1 from place.service_change')).toHaveLength(1)
    kept.page = () => onePage(sampleService({ name: 'House', description: 'A refuge.' }))
    await bring(at)
    expect(await all('select 1 from place.service_change')).toEqual([])
    expect(await services()).toMatchObject([{ withheld: true, places: null, hours: null }])
  })

  test('cannot be given a place, nor made public, by any statement', async () => {
    const { at } = await feed(() => onePage(sampleService({ name: 'A refuge' })))
    await bring(at)
    for (const set of [`places = '[]'`, `areas = '{}'`, `hours = '[]'`]) {
      await expect(owner.query(`update place.service set ${set}`)).rejects.toMatchObject({
        constraint: 'withheld_is_nowhere',
      })
    }
    await expect(owner.query(`update place.service set withheld = false`)).rejects.toMatchObject({
      code: 'CT403',
    })
  })
})

describe('a feed that is broken or means harm', () => {
  const broken: [string, (number: number) => unknown, RegExp][] = [
    ['goes round', () => samplePage(1, { total: 9, size: 2, last_page: false }), /goes round/],
    ['has other types', () => onePage(sampleService({ name: 7 })), /must be text/],
    [
      'has a script',
      () => onePage(sampleService({ name: '<script>x()</script>' })),
      /holds a script/,
    ],
    ['has no end of a page', () => onePage(sampleService({ fees: 'x'.repeat(2e6) })), /longer/],
    ['has nothing', () => onePage(), /no service/],
    ['breaks in the middle', (n) => (n > 1 ? 'no' : samplePage(1, { total: 9, size: 2 })), /./],
    ['holds organisations', () => onePage({ id: idOf(1), name: 'A', website: 'https://a.b' }), /./],
  ]
  test.each(broken)('changes nothing: it %s', async (_, page, why) => {
    const { at, kept } = await feed(() => onePage(sampleService({ name: 'As it was' })))
    await bring(at)
    const before = await services()
    kept.page = page
    const report = await bring(at)
    expect(report).toMatchObject({ outcome: 'nothing changed', added: 0, changed: 0, gone: 0 })
    expect(report.errors.map(({ reason }) => reason).join('\n')).toMatch(why)
    expect(await services()).toEqual(before)
  })

  test('is taken in where only its letters are such as no database holds', async () => {
    const text = 'a\0b\uD800c'
    const { at } = await feed(() =>
      onePage(sampleService({ description: text, assured_date: '0000-01-01', minimum_age: 1e300 })),
    )
    expect(await bring(at)).toMatchObject({ outcome: 'taken in' })
    expect(await services()).toMatchObject([{ confirmed_on: null, minimum_age: 1e300 }])
  })
})

describe('outbound', () => {
  const why = async (address: string, allowed: Parameters<typeof bring>[1]) =>
    (await bring(address, allowed)).errors.map(({ reason }) => reason).join()

  test('only hosts that are listed are asked, and no private address though it is', async () => {
    const at = await host((_, response) => response.end('{}'))
    const { host: here, port } = new URL(at)
    expect(await why(at, { thisMachine: false })).toMatch(/private address/)
    expect(await why(at, { thisMachine: false, hosts: [here] })).toMatch(/private address/)
    const name = `localhost:${port}`
    expect(await why(`http://${name}`, { thisMachine: true })).toMatch(/not among the hosts/)
    expect(await why(`http://${name}`, { thisMachine: true, hosts: [name] })).toMatch(/private/)
    expect(await why('http://feeds.example.org', {})).toMatch(/not among the hosts/)
    const hosts = ['10.0.0.1', '[::ffff:127.0.0.1]', '[::1]', '169.254.169.254', '[fd00::1]']
    for (const each of hosts) expect(await why(`http://${each}`, { hosts })).toMatch(/private/)
  })
})

describe('the schema of places', () => {
  test('names nobody and refers to no table that does', async () => {
    const named = await all(
      `select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'place'::regnamespace and c.relkind = 'r'
         and a.attname ~ '(person|user|contact|worker|_by$)' and a.attname <> 'confirmed_by'`,
    )
    expect(named).toEqual([])
    const leans = await all(
      `select conname from pg_constraint where contype = 'f'
         and conrelid::regclass::text ~ '^place\\.' and confrelid::regclass::text !~ '^place\\.'`,
    )
    expect(leans).toEqual([])
  })

  test('is read by the app and, in what is public, by insight; written by no login', async () => {
    const { roles } = inject('server')
    const granted = await all(
      `select x.grantee::regrole::text as login, c.relname, x.privilege_type from pg_class c
       cross join lateral aclexplode(c.relacl) x where c.relnamespace = 'place'::regnamespace
         and x.grantee::regrole::text = any ($1) order by 1, 2`,
      [[roles.app, roles.worker, roles.insight, roles.publisher]],
    )
    expect(granted.filter(({ privilege_type }) => privilege_type !== 'SELECT')).toEqual([])
    expect(granted.filter(({ login }) => login === roles.insight)).toHaveLength(3)
    await expect(insight.query('select capacity from place.service')).rejects.toMatchObject({
      code: '42501',
    })
  })
})

describe('open now', () => {
  const day = { repeats: 'WEEKLY', days: 'MO,FR', opens: '09:00', closes: '17:00' }
  const night = { repeats: 'WEEKLY', days: 'SA', opens: '22:00', closes: '02:00' }
  const month = { repeats: 'MONTHLY', days: '2TU,-1FR', opens: '10:00', closes: '12:00' }
  test.each([
    ['on a Monday at nine', day, '2026-11-30 09:00', true],
    ['at the end of it', day, '2026-11-30 17:00', false],
    ['on a Tuesday', day, '2026-12-01 10:00', false],
    ['before its time', { ...day, from: '2026-12-01' }, '2026-11-30 10:00', false],
    ['after its time', { ...day, to: '2026-11-29' }, '2026-11-30 10:00', false],
    ['on a Saturday night', night, '2026-11-28 23:00', true],
    ['in the small hours after', night, '2026-11-29 01:59', true],
    ['in the small hours before', night, '2026-11-28 01:00', false],
    ['on the second Tuesday', month, '2026-12-08 11:00', true],
    ['on the first Tuesday', month, '2026-12-01 11:00', false],
    ['on the last Friday', month, '2026-12-25 11:00', true],
    ['with no time said', { ...day, closes: null }, '2026-11-30 10:00', false],
  ])('%s', async (_, hours, at, open) => {
    const asked = await all('select place.is_open($1::jsonb, $2::timestamp) as open', [
      JSON.stringify([hours]),
      at,
    ])
    expect(asked).toEqual([{ open }])
  })

  test('is not known where nothing is said of hours', async () => {
    expect(await all(`select place.is_open(null, now()::timestamp) as open`)).toEqual([
      { open: false },
    ])
  })
})
