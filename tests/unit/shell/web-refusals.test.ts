import { NextRequest } from 'next/server'
import { describe, expect, test } from 'vitest'
import { proxy } from '@/proxy'

const host = '127.0.0.1:3000'
const origin = `http://${host}`
const ask = (method: string, headers: Record<string, string>, path = '/people') =>
  proxy(new NextRequest(`${origin}${path}`, { method, headers: { host, ...headers } }))

describe('a change that no page of ours asked for', () => {
  test.each([
    ['from nowhere', {}],
    ['from elsewhere', { origin: 'https://elsewhere.example' }],
    ['from a page that hides it', { origin: 'null' }],
    ['from the same host at another port', { origin: 'http://127.0.0.1:4000' }],
    ['from a host that begins alike', { origin: `${origin}.elsewhere.example` }],
    ['that says it is ours and comes from elsewhere', { origin, 'sec-fetch-site': 'cross-site' }],
    ['from a neighbour', { origin, 'sec-fetch-site': 'same-site' }],
    [
      'to a host of its own choosing',
      { origin: 'http://a.example', 'x-forwarded-host': 'a.example' },
    ],
  ])('%s is refused, whatever the method', async (_, headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'QUERY']) {
      const answer = ask(method, headers)
      expect(answer.status, method).toBe(403)
      expect(answer.headers.get('cache-control')).toContain('no-store')
      expect(await answer.text()).toContain('nothing was done')
    }
  })

  test('from a page of ours goes on, with script and without', () => {
    const sent: Record<string, string>[] = [{ origin }, { origin, 'sec-fetch-site': 'same-origin' }]
    for (const headers of sent)
      expect(ask('POST', headers).headers.get('x-middleware-next')).toBe('1')
  })

  test('reading asks for nothing', () => {
    for (const method of ['GET', 'HEAD'])
      expect(ask(method, { 'sec-fetch-site': 'cross-site' }).status).toBe(200)
  })
})

test.each(['/people/%E0%A4%A', '/people/%ED%A0%80/team', '/%'])('%s is nowhere', (path) => {
  expect(ask('GET', {}, path).status).toBe(404)
})

test('a body larger than any form is refused by what it says of itself', async () => {
  const answer = ask('POST', { origin, 'content-length': '600000' })
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('nothing was saved')
  expect(ask('POST', { origin, 'content-length': '500000' }).status).toBe(200)
})
