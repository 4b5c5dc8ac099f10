import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { drawCases, drawManagers } from './cases'
import type { PageWeight } from './results'

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

/**
 * Opens pages of the built app as somebody signed in, and weighs what comes: the HTML, and the
 * scripts above those that the same build gives an empty page. Kilobytes, compressed.
 */
export async function weighPages({ root, address, secret, adminUrl }: Ask): Promise<PageWeight[]> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  const [one] = await drawCases(client, 1)
  const [manager] = await drawManagers(client, 1)
  await client.end()
  if (!one || !manager) throw new Error('Nobody to open a page as')
  const person = `/people/${one.personId}`
  const asked: [string, string, 'reading' | 'form', string][] = [
    ['Today', '/', 'reading', one.token],
    ['Overview of a person', person, 'reading', one.token],
    ['Timeline', `${person}/timeline`, 'reading', one.token],
    ['Needs', `${person}/needs`, 'reading', one.token],
    ['Team', `${person}/team`, 'reading', one.token],
    ['Caseload', '/caseload', 'reading', manager.token],
    ['Record a contact', `${person}/contacts/new`, 'form', one.token],
  ]
  const empty = emptyScripts(root)
  const emptyBytes = empty.reduce((sum, path) => sum + weightOf(root, path), 0)
  const pages: PageWeight[] = []
  for (const [name, path, kind, token] of asked) {
    const cookie = await encode({ token: { sid: token }, secret })
    const { status, html } = await open(address + path, cookie)
    const own = scriptsOf(html).filter((source) => !empty.includes(source))
    const scripts = own.reduce((sum, source) => sum + weightOf(root, source), 0)
    const weight = gzipSync(html, { level: 6 }).length
    const sizes = { html: kB(weight), scripts: kB(scripts), empty: kB(emptyBytes) }
    pages.push({ name, kind, status, ...sizes })
  }
  return pages
}

async function open(url: string, cookie: string): Promise<{ status: number; html: string }> {
  const headers = { cookie: `common-thread=${cookie}` }
  const answer = await fetch(url, { headers, redirect: 'manual' })
  return { status: answer.status, html: await answer.text() }
}
