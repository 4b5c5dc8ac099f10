import { createServer, type RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { ASK_LIMITS, askHost } from '@/lib/directory/ask-host'
import { FEED_LIMITS, readFeed } from '@/lib/directory/read-feed'
import { idOf, samplePage, sampleService } from './sample-service'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A host of this machine that answers as told; its address. */
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

type Page = (number: number) => unknown

/** A feed whose pages are made by number; `/services/{id}` is answered as the standard asks. */
const feed = (page: Page, asked: string[] = [], first = 1) =>
  host((request, response) => {
    asked.push(request.url ?? '')
    const url = new URL(request.url ?? '/', 'http://feed.example')
    const one = /^\/api\/services\/(.+)$/.exec(url.pathname)?.[1]
    const value = one
      ? sampleService({ id: one })
      : url.pathname === '/api/services'
        ? page(Number(url.searchParams.get('page') ?? first))
        : null
    response.writeHead(value === null ? 404 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(value))
  })

const limits = { ...ASK_LIMITS, milliseconds: 2_000 }
const readAt = (address: string, bounds = FEED_LIMITS, asks = limits) =>
  readFeed(new URL(address), askHost(asks), bounds)
const reasons = (problems: readonly { path: string; reason: string }[]) =>
  problems.map(({ path, reason }) => `${path} ${reason}`)

describe('a feed', () => {
  test('is read page by page, to the last, and one service in full', async () => {
    const asked: string[] = []
    const at = await feed((number) => samplePage(number, {}), asked)
    const clean = { pages: 3, services: 5, errors: [], warnings: [] }
    expect(await readAt(`${at}/api/services?per_page=2`)).toEqual(clean)
    expect(asked).toEqual([
      '/api/services?per_page=2',
      '/api/services?per_page=2&page=2',
      '/api/services?per_page=2&page=3',
      `/api/services/${idOf(0)}`,
    ])
  })

  test('may be named by its own address, above its services', async () => {
    const at = await feed((number) => samplePage(number, {}))
    expect(await readAt(`${at}/api`)).toMatchObject({ pages: 3, services: 5, errors: [] })
    expect(await readAt(`${at}/api/`)).toMatchObject({ pages: 3, services: 5, errors: [] })
  })

  test('says where something is wrong by its page', async () => {
    const contents = [sampleService({ id: idOf(2) }), sampleService({ id: idOf(3), email: 'x' })]
    const at = await feed((number) => samplePage(number, number === 2 ? { contents } : {}))
    const { errors, services } = await readAt(`${at}/api/services`)
    expect(services).toBe(5)
    expect(errors.map(({ path }) => path)).toEqual(['page 2: /contents/1/email'])
  })

  test.each<[string, Page, number, number]>([
    ['too few of all', (n) => samplePage(n, { total_items: 1, total_pages: 1 }), 3, 5],
    ['too many of all', (n) => samplePage(n, { total_items: 90, total_pages: 45 }), 3, 5],
    ['no last page', (n) => samplePage(n, { last_page: undefined }), 3, 5],
    ['neither', (n) => samplePage(n, { last_page: undefined, total_pages: undefined }), 4, 5],
    ['no number', (n) => samplePage(n, { page_number: undefined }), 3, 5],
  ])('whose counts are wrong is read to its end: %s', async (_, page, pages, services) => {
    const at = await feed(page)
    const report = await readAt(`${at}/api/services`)
    expect(report).toMatchObject({ pages, services, errors: [] })
  })

  test('that counts its pages from nought is read whole', async () => {
    const at = await feed((n) => samplePage(n + 1, { page_number: n }), [], 0)
    expect(await readAt(`${at}/api/services`)).toMatchObject({ pages: 3, services: 5, errors: [] })
  })

  test('that has nothing in it is told so', async () => {
    const at = await feed(() => samplePage(1, { total: 0 }))
    const { errors, warnings, services } = await readAt(`${at}/api/services`)
    expect([errors, services]).toEqual([[], 0])
    expect(reasons(warnings)).toEqual(['/contents is empty: the feed has nothing in it'])
  })
})

describe('a feed that is broken or means harm', () => {
  test('goes round', async () => {
    const at = await feed(() => samplePage(1, { total: 40 }))
    const report = await readAt(`${at}/api/services`)
    expect(report).toMatchObject({ pages: 1, services: 2 })
    expect(reasons(report.errors)).toEqual([
      'page 2:  holds what page 1 holds: the feed goes round, or does not know pages',
    ])
  })

  test('goes round with other words each time, and with things that have no id', async () => {
    const at = await feed((n) => {
      const contents = [sampleService({ id: idOf(n % 3), description: `At ${n}` })]
      return samplePage(1, { page_number: n, last_page: false, contents })
    })
    const report = await readAt(`${at}/api/services`)
    expect(report).toMatchObject({ pages: 4, services: 4 })
    expect(reasons(report.errors)[0]).toMatch(/^page 4: .*is the id of one on page 1 already/)
    expect(reasons(report.errors)[1]).toMatch(/^page 5: .*holds what page 2 holds/)
    const nameless = await feed(() => samplePage(1, { total: 40, contents: [{ name: 'x' }] }))
    const { errors } = await readAt(`${nameless}/api/services`)
    expect(reasons(errors).at(-1)).toMatch(/^page 2: .*goes round/)
  })

  test('never ends', async () => {
    const contents = (n: number) => [sampleService({ id: idOf(n) })]
    const at = await feed((n) =>
      samplePage(1, { page_number: n, last_page: false, contents: contents(n) }),
    )
    const report = await readAt(`${at}/api/services`, { ...FEED_LIMITS, pages: 7 })
    expect(report).toMatchObject({ pages: 7, services: 7 })
    expect(reasons(report.errors)).toEqual([
      'page 7:  has more than 7 pages; the rest was not read',
    ])
    const late = await readAt(`${at}/api/services`, { ...FEED_LIMITS, milliseconds: -1 })
    expect(reasons(late.errors)[0]).toMatch(/took too long/)
  })

  test('gives one service on two pages', async () => {
    const at = await feed((n) =>
      samplePage(n, n === 2 ? { contents: [sampleService({ id: idOf(1) })] } : {}),
    )
    const { errors } = await readAt(`${at}/api/services`)
    expect(reasons(errors)).toEqual(['page 2: /contents/0/id is the id of one on page 1 already'])
  })

  test('breaks in the middle', async () => {
    const at = await feed((n) => (n === 2 ? null : samplePage(n, {})))
    const report = await readAt(`${at}/api/services`)
    expect(report).toMatchObject({ pages: 1, services: 2 })
    expect(reasons(report.errors)).toEqual(['page 2:  answered 404, where 200 is asked for'])
  })

  test.each<[string, RequestListener, RegExp]>([
    ['no JSON', (_, r) => r.end('<!doctype html><title>Services</title>'), /web page/],
    ['half of it', (_, r) => r.end('{"contents": ['), /is no JSON/],
    ['nothing', (_, r) => r.end(), /is empty/],
    [
      'another host',
      (_, r) => r.writeHead(302, { location: 'http://127.0.0.2/' }).end(),
      /another host/,
    ],
    [
      'itself for ever',
      (q, r) => r.writeHead(302, { location: `${q.url}x` }).end(),
      /again and again/,
    ],
    ['a fault', (_, r) => r.writeHead(500).end('{}'), /answered 500/],
    ['no end', (_, r) => void r.write('{"contents": ['), /gave no whole answer/],
    ['breaking off', (_, r) => r.destroy(), /broke off/],
    ['too much', (_, r) => r.end(`"${'x'.repeat(200_000)}"`), /longer than/],
    [
      'too much, packed',
      (_, r) => {
        r.writeHead(200, { 'content-encoding': 'gzip' })
        r.end(gzipSync('x'.repeat(200_000)))
      },
      /longer than/,
    ],
    ['a text', (_, r) => r.end('"services"'), /is a string where/],
    ['a bare list', (_, r) => r.end('[]'), /bare list/],
  ])('answers with %s', async (_, listener, reason) => {
    const at = await host(listener)
    const small = { ...limits, milliseconds: 500, bytes: 100_000 }
    const { errors, services } = await readAt(`${at}/services`, FEED_LIMITS, small)
    expect(reasons(errors).join()).toMatch(reason)
    expect(services).toBe(0)
  })

  test('is not there', async () => {
    const at = await host((_, response) => response.end())
    closing.splice(0).forEach((close) => close())
    const { errors } = await readAt(`${at}/services`)
    expect(errors).toEqual([
      { path: `${at}/services`, reason: 'nothing answers there (the connection was refused)' },
    ])
  })

  test('is at a port that no page is ever asked of', async () => {
    const { errors } = await readAt('http://127.0.0.1:9/services')
    expect(errors[0]?.reason).toBe('is at a port that is never asked for pages')
  })

  test('sends what is JSON as something else: read, and told so', async () => {
    const at = await host((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' })
      response.end(JSON.stringify(samplePage(1, { total: 1 })))
    })
    const { errors, warnings } = await readAt(`${at}/services`)
    expect(errors).toEqual([])
    expect(reasons(warnings)[0]).toMatch(/“text\/plain”, and should be application\/json/)
    // It answers the address of one service with a page.
    expect(reasons(warnings).at(-1)).toMatch(/is not one service/)
  })
})

test('an address with a password, or of another kind, is not asked', async () => {
  const ask = askHost(limits)
  expect(await ask(new URL('http://me:word@127.0.0.1/'))).toMatchObject({ ok: false })
  expect(await ask(new URL('file:///etc/hosts'))).toMatchObject({ ok: false, status: null })
})
