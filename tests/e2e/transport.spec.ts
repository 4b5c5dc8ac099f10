import type { APIRequestContext, APIResponse } from '@playwright/test'
import { plantCanaries, someoneWho } from '@/tests/support/pages/canary'
import { expect, test } from '@/tests/support/pages/journey'
import { addressOf, addressParts, builtRoutes, openTo } from '@/tests/support/pages/routes'
import { signIn } from '@/tests/support/pages/sign-in'

// Every way in which Next answers for the same page, and every header by which one has been fooled.
// Each is a public endpoint of its own.
const madeUpAction = '7f'.repeat(21)
const hostile = {
  'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
  'x-middleware-next': '1',
  'x-nonce': 'EVIL',
  'content-security-policy': "script-src 'nonce-EVIL' 'unsafe-inline'",
  'x-forwarded-host': 'elsewhere.example',
  'x-forwarded-for': '127.0.0.1',
  'x-original-url': '/people',
}
/** What a browser says of a post from one of our own pages; another is refused before all else. */
const fromHere = () => ({ origin: process.env.BASE_URL ?? '' })
type Ask = (request: APIRequestContext, path: string) => Promise<APIResponse>
const maxRedirects = 0
const get =
  (headers: Record<string, string>, change = (path: string) => path): Ask =>
  (request, path) =>
    request.get(change(path), { headers, maxRedirects })

const transports: Record<string, Ask> = {
  html: get({}),
  rsc: get({ rsc: '1' }),
  'rsc by suffix': get({}, (path) => `${path === '/' ? '/index' : path}.rsc`),
  'rsc by query': get({ rsc: '1' }, (path) => `${path}?_rsc=abcde`),
  prefetch: get({ rsc: '1', 'next-router-prefetch': '1' }),
  'prefetch of a segment': get({
    ...{ rsc: '1', 'next-router-prefetch': '1' },
    'next-router-segment-prefetch': '/_tree',
  }),
  'segment file': get({}, (path) => `${path}.segments/_tree.segment.rsc`),
  'rsc with hostile headers': get({ rsc: '1', ...hostile }),
  'html with hostile headers': get(hostile),
  'action that is not': (request, path) =>
    request.post(path, {
      headers: {
        ...{ 'next-action': madeUpAction, 'content-type': 'text/plain;charset=UTF-8' },
        ...fromHere(),
      },
      data: '[]',
      maxRedirects,
    }),
  'plain post': (request, path) =>
    request.post(path, {
      form: { personId: 'made up', q: 'Vellichor' },
      headers: fromHere(),
      maxRedirects,
    }),
  'post from elsewhere': (request, path) =>
    request.post(path, {
      form: { personId: 'made up', q: 'Vellichor' },
      headers: { origin: 'https://elsewhere.example' },
      maxRedirects,
    }),
}

test('the table of who may open what knows every route of the build', () => {
  const found = builtRoutes()
  expect(found.length).toBeGreaterThan(20)
  expect(found.filter((route) => !openTo(route))).toEqual([])
})

const outsiders = {
  nobody: null,
  'a commissioner': 'commissioner',
  'an administrator': 'administrator',
  'an information officer': 'officer',
  'a record steward': 'steward',
  'somebody’s limited worker': 'limited',
}

for (const [who, role] of Object.entries(outsiders)) {
  test(`${who} is told nothing of a person by any route in any form`, async ({ as, nobody }) => {
    test.slow()
    const planted = await plantCanaries()
    const parts = await addressParts(planted)
    const page = role ? await as(await roleHolder(role)) : await nobody()
    const wrong: string[] = []
    for (const route of builtRoutes()) {
      const path = addressOf(route, parts)
      for (const [form, request] of Object.entries(transports)) {
        const answer = await request(page.request, path)
        const text = await answer.text()
        const said = planted.person.filter((word) => text.includes(word))
        if (said.length > 0) wrong.push(`${route} (${form}) says ${said.join(', ')}`)
        // The one page whose answer is 503 when all is well.
        if (answer.status() >= 500 && route !== '/busy')
          wrong.push(`${route} (${form}) answers ${answer.status()}`)
        if (/nonce="?EVIL|elsewhere\.example/.test(text)) wrong.push(`${route} (${form}): EVIL`)
        const open = openTo(route)
        const isClosed = open === 'the person’s' || (open !== 'everybody' && role === null)
        if (isClosed && form === 'html' && answer.status() === 200)
          wrong.push(`${route} opens for ${who}`)
      }
    }
    expect(wrong).toEqual([])
  })
}

/** Who holds a role; a limited worker whose people the one with the canaries is not among. */
const roleHolder = (role: string) => someoneWho(role)

test('what is asked for by nobody is answered with the sign-in page, not with less', async ({
  nobody,
}) => {
  const parts = await addressParts(await plantCanaries())
  const page = await nobody()
  for (const route of builtRoutes().filter((each) => openTo(each) === 'the person’s')) {
    const answer = await page.request.get(addressOf(route, parts), { maxRedirects: 0 })
    expect([302, 303, 307, 308, 404], route).toContain(answer.status())
  }
})

test('every answer carries the headers that keep it here', async ({ as }) => {
  const page = await as('Priya Shah')
  const { personId } = await plantCanaries()
  for (const path of [
    '/',
    '/people',
    '/sign-in',
    `/people/${personId}`,
    '/api/health',
    '/nothing',
  ]) {
    const headers = (await page.request.get(path)).headers()
    expect(headers['cache-control'], path).toContain('no-store')
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['x-frame-options'], path).toBe('DENY')
    expect(headers['strict-transport-security'], path).toMatch(/max-age=(3153|63)\d+/)
    expect(headers['referrer-policy'], path).toBe('same-origin')
    expect(headers['cross-origin-opener-policy'], path).toBe('same-origin')
    expect(headers['x-powered-by'], path).toBeUndefined()
    const policy = headers['content-security-policy'] ?? ''
    expect(policy, path).toMatch(/default-src 'none'.*script-src 'nonce-[\w+/=]{20,}'/)
    expect(policy, path).not.toMatch(/unsafe-(inline|eval)/)
  }
})

test('a post that no page of ours sent is refused by every route, with every header', async ({
  as,
}) => {
  const parts = await addressParts(await plantCanaries())
  const page = await as('Priya Shah')
  for (const route of builtRoutes()) {
    const path = addressOf(route, parts)
    for (const origin of ['', 'https://elsewhere.example', 'null'])
      for (const method of ['POST', 'PUT', 'DELETE']) {
        const answer = await page.request.fetch(path, {
          method,
          headers: { origin },
          maxRedirects: 0,
        })
        // A route that takes files knows of no method but its own, and says so before it looks.
        const refused = method === 'POST' ? [403] : [403, 405]
        expect(refused, `${method} ${route}: ${answer.status()}`).toContain(answer.status())
        if (answer.status() === 403) expect(answer.headers()['x-frame-options'], route).toBe('DENY')
      }
  }
})

test('each answer has a nonce of its own, and a script without it does not run', async ({
  nobody,
}) => {
  const page = await nobody()
  const nonces = new Set<string>()
  for (let i = 0; i < 3; i += 1) {
    const answer = await page.request.get('/sign-in')
    const policy = answer.headers()['content-security-policy'] ?? ''
    nonces.add(/nonce-([^']+)/.exec(policy)?.[1] ?? '')
  }
  expect(nonces.size).toBe(3)
})

test('the session cookie cannot be read by a script, and goes nowhere else', async ({ nobody }) => {
  const page = await nobody()

  await signIn(page, 'Priya Shah')
  const cookies = await page.context().cookies()
  const session = cookies.find(({ name }) => name.endsWith('common-thread'))
  expect(session?.httpOnly).toBe(true)
  expect(session?.sameSite).toBe('Lax')
  expect(await page.evaluate(() => document.cookie)).not.toContain('common-thread')
  const stored = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  )
  expect(stored).not.toMatch(/Okafor|Shah|Danny/)
})
