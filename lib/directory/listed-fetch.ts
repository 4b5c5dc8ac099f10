import { lookup, type LookupAddress } from 'node:dns'
import * as http from 'node:http'
import * as https from 'node:https'
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net'
import { Readable } from 'node:stream'
import { NotAsked, type Fetch } from './ask-host'

/**
 * Addresses that belong to no public host (IANA's special-purpose registries, RFC 6890): of this
 * machine, of private networks, of links, for examples, for groups, and tunnels. A list for each
 * version: one of version 6 that names all of version 4 (::ffff:0:0/96, in ::/3) would also match
 * every address of version 4.
 */
const PRIVATE = {
  ipv4:
    '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 ' +
    '192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 ' +
    '224.0.0.0/4 240.0.0.0/4',
  // All but 2000::/3, of which tunnels and examples are taken away again.
  ipv6: '::/3 4000::/2 8000::/1 2001::/23 2001:db8::/32 2002::/16 3fff::/20',
}

function blockListOf(kind: keyof typeof PRIVATE): BlockList {
  const list = new BlockList()
  for (const range of PRIVATE[kind].split(' ')) {
    const [net = '', bits] = range.split('/')
    list.addSubnet(net, Number(bits), kind)
  }
  return list
}
const blocked = { ipv4: blockListOf('ipv4'), ipv6: blockListOf('ipv6') }

/** Whether an address is one that a public host can have. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false
  const kind = isIPv6(address) ? 'ipv6' : 'ipv4'
  return !blocked[kind].check(address, kind)
}

const PRIVATE_WORDS = 'is at a private address, which is never asked'

/**
 * Looks a name up, and lets a connection be made only where every address of it is public: what was
 * looked up is what is connected to, so that a second look-up cannot say something else.
 */
const lookUpPublic: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return done(error, [])
    const first = found[0]
    if (!first || !found.every(({ address }) => isPublicAddress(address))) {
      return done(new NotAsked(PRIVATE_WORDS), [])
    }
    return options.all === true ? done(null, found) : done(null, first.address, first.family)
  })
}

const agents = {
  'http:': new http.Agent({ keepAlive: true, maxSockets: 8 }),
  'https:': new https.Agent({ keepAlive: true, maxSockets: 8 }),
}

/** Which hosts an administrator has listed: names, with a port where it is not the usual one. */
export type Listed = {
  hosts: readonly string[]
  /** Whether 127.0.0.1 may be asked too: for trying things out in a practice place. */
  thisMachine: boolean
}

function checkListed({ host, hostname }: URL, { hosts, thisMachine }: Listed): void {
  const bare = hostname.replace(/^\[|\]$/g, '')
  if (thisMachine && bare === '127.0.0.1') return
  if (isIP(bare) !== 0 && !isPublicAddress(bare)) throw new NotAsked(PRIVATE_WORDS)
  if (!hosts.includes(host)) {
    throw new NotAsked(`is at ${host}, which is not among the hosts listed in DIRECTORY_HOSTS`)
  }
}

function asResponse(message: http.IncomingMessage): Response {
  const status = message.statusCode ?? 502
  const headers = new Headers()
  for (const name of ['content-type', 'location']) {
    const value = message.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  const isBare = status === 204 || status === 205 || status === 304
  if (isBare) message.resume()
  const body = isBare ? null : (Readable.toWeb(message) as ReadableStream)
  return new Response(body, { status, headers })
}

/**
 * A `fetch` that asks listed hosts alone, and never at a private address: the name is looked up and
 * checked in the connection that is then used.
 *
 * @throws NotAsked for every other address
 */
export const listedFetch =
  (listed: Listed): Fetch =>
  (address, { headers, signal }) =>
    new Promise((done, fail) => {
      checkListed(address, listed)
      const isSecure = address.protocol === 'https:'
      const request = (isSecure ? https : http).request(
        address,
        {
          ...{ headers: { ...headers, 'accept-encoding': 'identity' }, signal },
          ...{ lookup: lookUpPublic, agent: agents[isSecure ? 'https:' : 'http:'] },
        },
        (message) => {
          done(asResponse(message))
        },
      )
      request.on('error', (error) => {
        fail(signal.aborted && signal.reason instanceof Error ? signal.reason : error)
      })
      request.end()
    })

/** The hosts of a list such as `feeds.example.org, other.example:8443`, in small letters. */
export const listedHosts = (text: string): string[] =>
  text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((host) => host.toLowerCase())
