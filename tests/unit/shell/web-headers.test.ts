import type { NextConfig } from 'next'
import { NextRequest } from 'next/server'
import { describe, expect, test } from 'vitest'
import { proxy } from '@/proxy'
import { cleanRequestHeaders, contentSecurityPolicy, trustedHops } from '@/lib/web-headers'

// Plain JavaScript, so it is loaded by its address and given its type here.
const { default: config } = (await import(
  new URL('../../../next.config.js', import.meta.url).href
)) as { default: NextConfig }

const ask = (headers: Record<string, string> = {}) =>
  proxy(new NextRequest('http://127.0.0.1:3000/people/1', { headers }))

/** What the page behind the proxy would see: Next carries it in these headers of the answer. */
const passedOn = (name: string, headers: Record<string, string>) =>
  ask(headers).headers.get(`x-middleware-request-${name}`)

const nonceOf = (policy: string | null) => /'nonce-([^']+)'/.exec(policy ?? '')?.[1]

describe('an answer', () => {
  test('may be kept by nobody', () => {
    expect(ask().headers.get('cache-control')).toBe('private, no-store')
  })

  test('has a policy of its own each time, with 128 bits to guess', () => {
    const nonces = Array.from({ length: 50 }, () =>
      nonceOf(ask().headers.get('content-security-policy')),
    )
    expect(new Set(nonces).size).toBe(50)
    for (const nonce of nonces) expect(Buffer.from(nonce ?? '', 'base64')).toHaveLength(16)
  })

  test('lets nothing in from elsewhere and nothing out', () => {
    const policy = contentSecurityPolicy('N')
    for (const rule of [
      "default-src 'none'",
      "script-src 'nonce-N' 'strict-dynamic'",
      "style-src 'self' 'nonce-N'",
      "connect-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "object-src 'none'",
    ]) {
      expect(policy.split('; ')).toContain(rule)
    }
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })

  test('carries what never changes from the configuration, on every path', async () => {
    const rules = (await config.headers?.()) ?? []
    const fixed = new Map(rules.flatMap((rule) => rule.headers).map((h) => [h.key, h.value]))
    expect(rules.map(({ source }) => source)).toEqual(['/:path*'])
    expect(fixed.get('Strict-Transport-Security')).toMatch(/^max-age=63072000/)
    expect(fixed.get('X-Content-Type-Options')).toBe('nosniff')
    expect(fixed.get('X-Frame-Options')).toBe('DENY')
    // `no-referrer` would make browsers post `Origin: null`, and forms without a script be refused.
    expect(fixed.get('Referrer-Policy')).toBe('same-origin')
    expect(config.poweredByHeader).toBe(false)
    expect(config.images?.unoptimized).toBe(true)
  })
})

describe('a request', () => {
  test('cannot choose its own policy or nonce', () => {
    const evil = {
      'content-security-policy': "script-src 'nonce-EVIL'",
      'content-security-policy-report-only': "script-src 'nonce-EVIL'",
      'x-nonce': 'EVIL',
    }
    const answer = ask(evil)
    const nonce = nonceOf(answer.headers.get('content-security-policy'))
    expect(nonce).not.toBe('EVIL')
    expect(passedOn('x-nonce', evil)).not.toBe('EVIL')
    expect(nonceOf(passedOn('content-security-policy', evil))).not.toBe('EVIL')
    expect(passedOn('content-security-policy-report-only', evil)).toBeNull()
  })

  test('gives the page the policy that the browser gets', () => {
    const { headers } = ask()
    expect(headers.get('x-middleware-request-content-security-policy')).toBe(
      headers.get('content-security-policy'),
    )
  })

  test.each([
    'x-middleware-subrequest',
    'x-middleware-prefetch',
    'x-middleware-anything',
    'x-invoke-path',
    'x-matched-path',
    'x-original-url',
    'x-rewrite-url',
    'x-http-method-override',
    'forwarded',
    'x-forwarded-host',
    'x-forwarded-for',
    'x-real-ip',
  ])('loses %s', (name) => {
    expect(cleanRequestHeaders(new Headers({ [name]: 'evil' }), 0).has(name)).toBe(false)
    expect(cleanRequestHeaders(new Headers({ [name.toUpperCase()]: 'evil' }), 0).has(name)).toBe(
      false,
    )
  })

  test('keeps what a form, a session and the framework need', () => {
    const kept = { cookie: 'a=b', origin: 'http://x', 'next-action': '40', rsc: '1', host: 'x' }
    const cleaned = cleanRequestHeaders(new Headers(kept), 0)
    for (const [name, value] of Object.entries(kept)) expect(cleaned.get(name)).toBe(value)
  })

  test('is believed about its address only as far as our own servers said it', () => {
    const claimed = new Headers({
      'x-forwarded-for': '6.6.6.6, 203.0.113.9, 10.0.0.2',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'evil.example',
    })
    expect(cleanRequestHeaders(claimed, 0).get('x-forwarded-for')).toBeNull()
    expect(cleanRequestHeaders(claimed, 1).get('x-forwarded-for')).toBe('10.0.0.2')
    expect(cleanRequestHeaders(claimed, 2).get('x-forwarded-for')).toBe('203.0.113.9')
    expect(cleanRequestHeaders(claimed, 1).get('x-forwarded-proto')).toBe('https')
    expect(cleanRequestHeaders(claimed, 2).get('x-forwarded-host')).toBeNull()
  })

  test.each([
    [undefined, 0],
    ['', 0],
    ['two', 0],
    ['-1', 0],
    ['1.5', 0],
    ['2', 2],
  ])('with TRUSTED_HOPS=%j trusts %d', (setting, hops) => {
    expect(trustedHops(setting)).toBe(hops)
  })
})
