import { NextResponse } from 'next/server'
import type { NextRequest } from 'next/server'
import { cleanRequestHeaders, contentSecurityPolicy, trustedHops } from '@/lib/web-headers'
import { refusalOf, refusalOfPath, refused } from '@/lib/web-refusals'

/**
 * Refuses a change that no page of ours asked for, drops headers no client may set, and gives each
 * answer its own content security policy. It decides nothing about who may see what: every access
 * test also passes with this file deleted.
 */
export function proxy(request: NextRequest): Response {
  const refusal = refusalOf(request) ?? refusalOfPath(request.nextUrl.pathname)
  if (refusal) return refused(refusal)
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development')
  const headers = cleanRequestHeaders(request.headers, trustedHops(process.env.TRUSTED_HOPS))
  // Next puts the nonce it finds here on its own script tags.
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  headers.set('x-own-path', request.nextUrl.pathname + request.nextUrl.search)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  // Everything here may be about a person: kept by no browser, no server between, no back button.
  response.headers.set('cache-control', 'private, no-store')
  return response
}

// Next keeps a copy of every body that passes here before anybody reads it. The two routes that
// take files look at them as they come, and answer those who may not send before the first byte.
export const config = {
  matcher: ['/((?!_next/static/|transfer/send$|admin/areas/send$).*)'],
}
