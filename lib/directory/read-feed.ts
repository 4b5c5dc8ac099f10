import { createHash } from 'node:crypto'
import type { Ask } from './ask-host'
import { checkAnswer, isPage, type Answer } from './rules/check-answer'
import { isUuid } from './rules/formats'
import { isGiven, textOf } from './rules/given'
import { Findings, type Report } from './rules/report'
import type { Kind } from './rules/standard'

/** Bounds of one feed. */
export type FeedLimits = { pages: number; bytes: number; milliseconds: number }

export const FEED_LIMITS: FeedLimits = {
  pages: 5_000,
  bytes: 1024 * 1024 * 1024,
  milliseconds: 15 * 60_000,
}

/** What is done with each page when it has been checked, and where it was asked for. */
export type TakePage = (answer: Answer, address: URL, findings: Findings) => Promise<void>

const KIND_AT: Readonly<Record<string, Kind>> = {
  services: 'service',
  organizations: 'organization',
  service_at_locations: 'service at location',
  taxonomies: 'taxonomy',
  taxonomy_terms: 'taxonomy term',
}

/**
 * What an address says it holds, by the names the standard gives: `…/services`, `…/services/{id}`.
 */
function kindAt(address: URL): Kind | null {
  const [last = '', before = ''] = address.pathname.split('/').filter(Boolean).reverse()
  return KIND_AT[last] ?? KIND_AT[before] ?? null
}

/** An address one step further down. */
export function below(address: URL, name: string): URL {
  const further = new URL(address)
  further.pathname = `${address.pathname.replace(/\/+$/, '')}/${encodeURIComponent(name)}`
  return further
}

const digest = (contents: readonly unknown[]) =>
  createHash('sha256').update(JSON.stringify(contents)).digest('base64')

/** Reads one feed: what was found, what was counted, and whether a bound was met. */
class FeedReading {
  readonly findings = new Findings()
  pages = 0
  services = 0
  private items = 0
  private bytes = 0
  private nothingNew = 0
  private readonly seenPages = new Map<string, number>()
  private readonly seenIds = new Map<string, number>()

  constructor(
    private readonly ask: Ask,
    private readonly limits: FeedLimits,
    private readonly now: () => number,
    private readonly takePage: TakePage,
    private readonly until = now() + limits.milliseconds,
  ) {}

  /** Why nothing more may be asked; null while it may. */
  private bound(): string | null {
    const { pages, bytes } = this.limits
    if (this.pages >= pages) return `has more than ${pages} pages; the rest was not read`
    if (this.bytes > bytes) return 'is larger than a feed may be; the rest was not read'
    return this.now() > this.until ? 'took too long; the rest was not read' : null
  }

  async get(address: URL) {
    const given = await this.ask(address)
    if (given.ok) {
      this.bytes += given.bytes
      for (const note of given.notes) this.findings.warn('', note)
    }
    return given
  }

  /**
   * The page that this one is again, or null: word for word, or the second in a row on which
   * nothing is new (one alone may be a list that moved while it was read).
   */
  private pageBefore(value: unknown, number: number): number | null {
    const contents = isGiven(value) && Array.isArray(value['contents']) ? value['contents'] : []
    if (contents.length === 0) return null
    const own = digest(contents)
    const same = this.seenPages.get(own)
    this.seenPages.set(own, number)
    if (same !== undefined) return same
    const ids = contents.map((item: unknown) => (isGiven(item) ? textOf(item, 'id') : null))
    const pages = ids.map((id) => this.seenIds.get(id?.toLowerCase() ?? ''))
    this.nothingNew = pages.includes(undefined) ? 0 : this.nothingNew + 1
    return this.nothingNew > 1 ? (pages[0] ?? null) : null
  }

  /** Checks one page; null where all of it was here before. */
  private take(value: unknown, kind: Kind | null, number: number): Answer | null {
    const before = this.pageBefore(value, number)
    if (before !== null) {
      const words = `holds what page ${before} holds: the feed goes round, or does not know pages`
      this.findings.error('', words)
      return null
    }
    const answer = checkAnswer(value, kind, this.findings)
    this.pages += 1
    this.items += answer.items.length
    if (answer.kind === 'service') this.services += answer.items.length
    for (const [place, item] of answer.items.entries()) {
      const id = textOf(item, 'id')?.toLowerCase()
      if (!id) continue
      const first = this.seenIds.get(id)
      if (first === undefined) this.seenIds.set(id, number)
      else if (first !== number) {
        this.findings.error(`/contents/${place}/id`, `is the id of one on page ${first} already`)
      }
    }
    return answer
  }

  /**
   * Reads page after page. Counts are not relied on: the last page, an empty one or a bound ends.
   */
  async readPages(address: URL, first: unknown): Promise<void> {
    const kind = kindAt(address)
    const asked = Number(address.searchParams.get('page') ?? NaN)
    const said = isGiven(first) ? first['page_number'] : null
    let number = Number.isInteger(said) ? Number(said) : Number.isInteger(asked) ? asked : 1
    let value = first
    let total: number | undefined
    for (;;) {
      this.findings.where = `page ${number}: `
      const answer = this.take(value, kind, number)
      if (!answer?.facts) {
        if (answer) this.findings.error('', 'is no page: it has no contents')
        break
      }
      await this.takePage(answer, address, this.findings)
      const { last_page: isLast, total_pages: pages, total_items, page_number } = answer.facts
      total = total_items ?? total
      if (page_number !== undefined && page_number !== number) {
        this.findings.warn('/page_number', `is ${page_number}, and page ${number} was asked for`)
      }
      if (answer.items.length === 0 || isLast === true) break
      const isBeyond = pages !== undefined && number >= pages
      if (isLast === undefined && isBeyond) break
      const bound = this.bound()
      if (bound !== null) {
        this.findings.error('', bound)
        break
      }
      number += 1
      const next = new URL(address)
      next.searchParams.set('page', String(number))
      this.findings.where = `page ${number}: `
      const given = await this.get(next)
      if (!given.ok) {
        // Some feeds say of no page that it is the last, and have none behind it.
        if (isBeyond && given.status === 404)
          this.findings.warn('', 'is not there, and was announced')
        else this.findings.error('', given.reason)
        break
      }
      value = given.value
    }
    this.findings.where = ''
    if (total !== undefined && total !== this.items) {
      this.findings.warn('/total_items', `is ${total}, and ${this.items} were read`)
    }
    if (this.items === 0) this.findings.warn('/contents', 'is empty: the feed has nothing in it')
  }

  /** One service in full: the standard asks for `/services/{id}`, and lists leave most out. */
  async readOne(services: URL, list: unknown): Promise<void> {
    const contents = isGiven(list) && Array.isArray(list['contents']) ? list['contents'] : []
    const ids = contents.flatMap((item: unknown) => (isGiven(item) ? [textOf(item, 'id')] : []))
    const id = ids.find((each) => each !== null && isUuid(each))
    if (!id) return
    const address = below(new URL(services.pathname, services), id)
    this.findings.where = `${address.pathname}: `
    const given = await this.get(address)
    if (!given.ok) this.findings.warn('', `${given.reason}; the standard asks for it`)
    else if (!isGiven(given.value) || isPage(given.value)) {
      this.findings.warn('', 'is not one service, as the standard asks')
    } else checkAnswer(given.value, 'service', this.findings)
    this.findings.where = ''
  }

  report(): Report {
    const { pages, services, findings } = this
    return {
      ...{ pages, services },
      ...{ errors: findings.list('errors'), warnings: findings.list('warnings') },
    }
  }
}

const isAbout = (value: unknown) =>
  isGiven(value) && !isPage(value) && !('id' in value) && ('version' in value || 'profile' in value)

/**
 * Reads and checks a feed: the address of its services, of one service, or of the feed itself,
 * below which `/services` is looked for. Pages are followed one after the other. Bounded in pages,
 * bytes and time; never throws for what the feed does.
 */
export async function readFeed(
  start: URL,
  ask: Ask,
  limits: FeedLimits = FEED_LIMITS,
  now: () => number = () => performance.now(),
  takePage: TakePage = () => Promise.resolve(),
): Promise<Report> {
  const reading = new FeedReading(ask, limits, now, takePage)
  const { findings } = reading
  let [address, given] = [start, await reading.get(start)]
  const isRoot = kindAt(start) === null
  if (given.ok && isRoot && isAbout(given.value)) {
    checkAnswer(given.value, 'about the feed', findings)
  }
  const looksFurther = given.ok
    ? isAbout(given.value)
    : given.status !== null && given.status >= 400
  if (isRoot && looksFurther) {
    address = below(start, 'services')
    given = await reading.get(address)
  }
  if (!given.ok) findings.error(address.href, given.reason)
  else if (isPage(given.value)) {
    await reading.readPages(address, given.value)
    const { pathname } = address
    if (/\/services\/?$/.test(pathname)) await reading.readOne(address, given.value)
  } else {
    const answer = checkAnswer(given.value, kindAt(address), findings)
    reading.pages = 1
    reading.services = answer.kind === 'service' ? answer.items.length : 0
    if (Array.isArray(given.value)) findings.error('', 'is a bare list; a page is asked for')
    await takePage(answer, address, findings)
  }
  return reading.report()
}
