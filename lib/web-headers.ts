/**
 * What a request may bring, and the one header of its answer that changes each time (next.config.js
 * holds the rest). Used by proxy.ts only. No access is decided from any of it.
 */

/**
 * Headers by which a client could pass for the framework, the proxy or another host. Next reads the
 * script nonce from a request's own policy (GHSA-ffhc-5mcf-pf4q), and older versions let
 * `x-middleware-subrequest` skip the proxy (CVE-2025-29927).
 */
const HOSTILE = [
  /^content-security-policy(-report-only)?$/,
  /^(x-nonce|x-own-path)$/,
  /^(x-middleware|x-invoke|x-forwarded)-/,
  /^(forwarded|x-real-ip|x-client-ip)$/,
  /^(x-matched-path|x-original-url|x-rewrite-url|x-http-method-override)$/,
]

/**
 * How many servers of our own stand in front (`TRUSTED_HOPS`, 0 when unset or not a number). Each
 * adds one address to the end of `x-forwarded-for`; what stands before those was sent by anyone.
 */
export function trustedHops(setting: string | undefined): number {
  const hops = Number(setting ?? 0)
  return Number.isInteger(hops) && hops > 0 ? hops : 0
}

/**
 * The request's headers without those a client may not set. With `hops` servers in front, the
 * client's address (`x-forwarded-for`, one address) and `x-forwarded-proto` are kept as they said;
 * with none, the address is unknown here, since a client's own claim cannot be told from it.
 */
export function cleanRequestHeaders(incoming: Headers, hops: number): Headers {
  const headers = new Headers(incoming)
  for (const name of [...headers.keys()]) {
    if (HOSTILE.some((pattern) => pattern.test(name))) headers.delete(name)
  }
  if (hops === 0) return headers
  const addresses = (incoming.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  const address = addresses.at(-hops)
  if (address) headers.set('x-forwarded-for', address)
  const protocol = incoming.get('x-forwarded-proto')
  if (protocol === 'https' || protocol === 'http') headers.set('x-forwarded-proto', protocol)
  return headers
}

/**
 * The content security policy for one answer. Scripts run only with this answer's nonce, or when
 * loaded by one that did; nothing is fetched, framed or posted elsewhere. `development` lets the
 * framework's development build evaluate code and style its own tools, as production never does.
 */
export function contentSecurityPolicy(nonce: string, development = false): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')
}
