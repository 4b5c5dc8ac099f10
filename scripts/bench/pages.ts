import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { drawCases, drawManagers } from './cases'
import type { PageRate, PageWeight } from './results'

const kB = (bytes: number) => bytes / 1000

/** Compressed size of a file of the build, at the level servers use. */
const weightOf = (root: string, path: string) =>
  gzipSync(readFileSync(join(root, '.next', path.replace(/^\/?_next\//, ''))), { level: 6 }).length

/** Scripts that the browser runs for a page; not the one for browsers without modules. */
function scriptsOf(html: string): string[] {
  const tags = html.match(/<script\b[^>]*>/g) ?? []
  const sources = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .map((tag) => /\bsrc="([^"?]+)/.exec(tag)?.[1])
  return [...new Set(sources.filter((source) => source !== undefined))]
}

/** What every page of this build loads, an empty one too: React and the framework. */
function emptyScripts(root: string): string[] {
  const manifest = JSON.parse(readFileSync(join(root, '.next', 'build-manifest.json'), 'utf8')) as {
    rootMainFiles: string[]
  }
  return manifest.rootMainFiles.map((file) => `/_next/${file}`)
}

type Ask = { root: string; address: string; secret: string; adminUrl: string }

/** A page of the built app, and as whom it is opened: null, as nobody. */
type Page = { name: string; path: string; kind: 'reading' | 'form'; token: string | null }

const connected = async <T>(adminUrl: string, work: (client: pg.Client) => Promise<T>) => {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function pagesToOpen(adminUrl: string): Promise<Page[]> {
  const [[one], [manager]] = await connected(adminUrl, async (client) => [
    await drawCases(client, 1),
    await drawManagers(client, 1),
  ])
  if (!one || !manager) throw new Error('Nobody to open a page as')
  const person = `/people/${one.personId}`
  const { token } = one
  return [
    { name: 'Today', path: '/', kind: 'reading', token },
    { name: 'Overview of a person', path: person, kind: 'reading', token },
    { name: 'Timeline', path: `${person}/timeline`, kind: 'reading', token },
    { name: 'Needs', path: `${person}/needs`, kind: 'reading', token },
    { name: 'Team', path: `${person}/team`, kind: 'reading', token },
    { name: 'Caseload', path: '/caseload', kind: 'reading', token: manager.token },
    { name: 'Record a contact', path: `${person}/contacts/new`, kind: 'form', token },
  ]
}

const cookieOf = async (token: string | null, secret: string) =>
  token === null ? '' : `common-thread=${await encode({ token: { sid: token }, secret })}`

/**
 * Opens pages of the built app as somebody signed in, and weighs what comes: the HTML, and the
 * scripts above those that the same build gives an empty page. Kilobytes, compressed.
 */
export async function weighPages({ root, address, secret, adminUrl }: Ask): Promise<PageWeight[]> {
  const empty = emptyScripts(root)
  const emptyBytes = empty.reduce((sum, path) => sum + weightOf(root, path), 0)
  const pages: PageWeight[] = []
  for (const { name, path, kind, token } of await pagesToOpen(adminUrl)) {
    const { status, html } = await open(address + path, await cookieOf(token, secret))
    const own = scriptsOf(html).filter((source) => !empty.includes(source))
    const scripts = own.reduce((sum, source) => sum + weightOf(root, source), 0)
    const weight = gzipSync(html, { level: 6 }).length
    const sizes = { html: kB(weight), scripts: kB(scripts), empty: kB(emptyBytes) }
    pages.push({ name, kind, status, ...sizes })
  }
  return pages
}

/** Connections that ask at once, and for how long each page is asked, in ms. */
const connections = 4
const askedMs = 6000

/**
 * How many times a second whole pages are answered, asked by four connections at once for six
 * seconds each; among them a page that reads nothing (`/privacy`), to compare the others with.
 */
export async function ratePages({ address, secret, adminUrl }: Ask): Promise<PageRate[]> {
  const nothing: Page = { name: 'Privacy', path: '/privacy', kind: 'reading', token: null }
  const rates: PageRate[] = []
  for (const { name, path, token } of [nothing, ...(await pagesToOpen(adminUrl))]) {
    const cookie = await cookieOf(token, secret)
    const ask = async () => {
      const { status } = await open(address + path, cookie)
      if (status !== 200) throw new Error(`${name} answers ${status}`)
    }
    for (let warm = 0; warm < connections; warm += 1) await ask()
    const began = performance.now()
    let answered = 0
    const askOn = async () => {
      while (performance.now() - began < askedMs) {
        await ask()
        answered += 1
      }
    }
    await Promise.all(Array.from({ length: connections }, askOn))
    const seconds = (performance.now() - began) / 1000
    rates.push({ name, requestsPerSecond: Math.round((answered / seconds) * 10) / 10 })
  }
  return rates
}

/** Opens one page: what it answers and its HTML. */
async function open(url: string, cookie: string): Promise<{ status: number; html: string }> {
  const answer = await fetch(url, { headers: cookie ? { cookie } : {}, redirect: 'manual' })
  return { status: answer.status, html: await answer.text() }
}
