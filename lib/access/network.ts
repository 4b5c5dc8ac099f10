import { isIPv4, isIPv6 } from 'node:net'

/**
 * The network a caller is in, or null where it is not known: /24, or /64 for IPv6, so that one
 * network's tries are counted together. The address is as the nearest trusted hop gave it: proxy.ts
 * drops what the browser itself claims.
 */
export function networkOf(headers: { get: (name: string) => string | null }): string | null {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  // Some proxies add the port: 192.0.2.7:50112, [2001:db8::7]:50112.
  const address = /^\[(.+)\](:\d+)?$/.exec(last)?.[1] ?? last.replace(/^([\d.]+):\d+$/, '$1')
  const mapped = address.replace(/^::ffff:(?=[\d.]+$)/i, '')
  if (isIPv4(mapped)) return mapped.split('.').slice(0, 3).join('.')
  return isIPv6(address) ? firstHalf(address) : null
}

/** The first four groups of an IPv6 address, however it is written. */
function firstHalf(address: string): string {
  const [before = '', after] = address.toLowerCase().replace(/%.*$/, '').split('::')
  const groups = (text: string) => text.split(':').filter((group) => group !== '')
  const [start, end] = [groups(before), groups(after ?? '')]
  const gap = after === undefined ? 0 : Math.max(0, 8 - start.length - end.length)
  return [...start, ...Array.from({ length: gap }, () => '0'), ...end]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
