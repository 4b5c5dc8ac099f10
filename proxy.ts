import { NextResponse } from 'next/server'
import type { NextRequest } from 'next/server'
import { cleanRequestHeaders, contentSecurityPolicy, trustedHops } from '@/lib/web-headers'

/**
 * Drops headers no client may set, and gives each answer its own content security policy. It
 * decides nothing about who may see what: every access test also passes with this file deleted.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'development')
  const headers = cleanRequestHeaders(request.headers, trustedHops(process.env.TRUSTED_HOPS))
  // Next puts the nonce it finds here on its own script tags.
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  // Everything here may be about a person: kept by no browser, no server between, no back button.
  response.headers.set('cache-control', 'private, no-store')
  return response
}

export const config = { matcher: ['/((?!_next/static/).*)'] }
