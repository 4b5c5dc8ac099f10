import type { Ask } from './ask-host'
import { below, type TakePage } from './read-feed'
import { checkAnswer, isPage } from './rules/check-answer'
import { isUuid } from './rules/formats'
import { isGiven, objectOf, textOf, type Given } from './rules/given'
import { idFrom } from './rules/id-from'
import { readService, type ListedService } from './rules/listed-service'
import type { Findings, Report } from './rules/report'
import { rowOf } from './rules/service-row'
import { listWithheld, markGone, openSource, writeServices, type Query } from './write-services'

/** What a feed was found to be, and what came of it. Services are counted. */
export type ImportReport = Report & {
  outcome: 'taken in' | 'nothing changed'
  added: number
  changed: number
  gone: number
  withheld: number
  /** Not read, or of another source. */
  leftOut: number
}

export type Importing = {
  /** The feed's own address, or the name of a file. */
  address: string
  query: Query
  /** Asks for one service in full; null for a file. */
  ask: Ask | null
  onPage?: (services: number) => void
}

/**
 * What reading a source came to, and whether all its services were in what was read, so that those
 * that are missing are gone.
 */
export type SourceRead = { report: Report; whole: boolean }

/** Questions at once: a feed is somebody's small server. */
const AT_ONCE = 8
const inFullOnly = ['service_at_locations', 'schedules', 'service_areas', 'attributes'] as const

/** Brings one source in: each page is checked, read and written as it comes. */
class FeedImport {
  readonly counts = { added: 0, changed: 0, gone: 0, withheld: 0, leftOut: 0 }
  readonly ids: string[] = []
  private hasFull: boolean | null = null
  private readonly withheldIds = new Set<string>()
  private readonly withheldNames = new Set<string>()
  private sourceId = ''

  constructor(private readonly of: Importing) {}

  async open(): Promise<void> {
    const { query, address } = this.of
    this.sourceId = await openSource(query, idFrom('source', address), address)
    for (const { id, name } of await listWithheld(query)) {
      this.withheldIds.add(id)
      this.withheldNames.add(name)
    }
  }

  /**
   * A service as read; withheld, in its words too, where one of its id or name is, or who offers
   * it, which a feed cannot undo.
   */
  private read(item: Given): ListedService | null {
    const offers = objectOf(item, 'organization')
    const named = [textOf(item, 'name'), textOf(offers, 'name')].filter(Boolean)
    const names = [named.join('|'), textOf(offers, 'name') ?? '']
    const isWithheld =
      [item, offers].some((one) => this.withheldIds.has(textOf(one, 'id')?.toLowerCase() ?? '')) ||
      names.some((name) => this.withheldNames.has(name.toLowerCase()))
    return readService(item, isWithheld)
  }

  /** A service in full where the feed's list leaves its places and hours out. */
  private async inFull(item: Given, address: URL, findings: Findings): Promise<Given> {
    const id = textOf(item, 'id')
    if (!this.of.ask || this.hasFull === false || id === null || !isUuid(id)) return item
    const at = below(new URL(address.pathname, address), id)
    const given = await this.of.ask(at)
    if (!given.ok) {
      // The first that is not there says that none is: some feeds have lists alone.
      if (this.hasFull === null && given.status === 404) this.hasFull = false
      else findings.error(at.pathname, given.reason)
      return item
    }
    this.hasFull = true
    if (!isGiven(given.value) || isPage(given.value)) return item
    const { items } = checkAnswer(given.value, 'service', findings)
    const [full] = items
    return full && textOf(full, 'id')?.toLowerCase() === id.toLowerCase() ? full : item
  }

  private async fillIn(items: Given[], address: URL, findings: Findings): Promise<Given[]> {
    if (items.some((item) => inFullOnly.some((name) => name in item))) return items
    const [first, ...rest] = items
    if (!first) return items
    const full = [await this.inFull(first, address, findings)]
    for (let from = 0; from < rest.length; from += AT_ONCE) {
      const some = rest.slice(from, from + AT_ONCE)
      full.push(...(await Promise.all(some.map((one) => this.inFull(one, address, findings)))))
    }
    return full
  }

  /** Keeps a page of services, some hundred at a time. */
  async keep(items: readonly Given[]): Promise<void> {
    const read = items.flatMap((item) => this.read(item) ?? [])
    this.counts.leftOut += items.length - read.length
    for (let from = 0; from < read.length; from += 500) {
      const rows = read.slice(from, from + 500).map(rowOf)
      const source = { id: this.sourceId, name: `its directory, ${this.of.address}` }
      const { added, changed, notOurs } = await writeServices(this.of.query, source, rows)
      this.counts.added += added
      this.counts.changed += changed
      this.counts.leftOut += notOurs
      this.counts.withheld += rows.filter(({ withheld }) => withheld).length
      this.ids.push(...rows.map(({ id }) => id))
    }
    this.of.onPage?.(this.ids.length)
  }

  readonly takePage: TakePage = async ({ kind, items }, address, findings) => {
    if (kind !== 'service') {
      findings.error('', `holds a ${kind}, where services are taken in`)
      return
    }
    await this.keep(await this.fillIn(items, address, findings))
  }

  async markGone(): Promise<void> {
    this.counts.gone = await markGone(this.of.query, this.sourceId, this.ids)
  }
}

/**
 * Takes a feed in: all of it in one transaction, or, where anything in it is wrong, nothing. What
 * was taken in before and is no longer there is marked as gone.
 *
 * @param read reads and checks the source, and hands each page on
 */
export async function importFeed(
  of: Importing,
  read: (takePage: TakePage) => Promise<SourceRead>,
): Promise<ImportReport> {
  const { query } = of
  await query('begin')
  try {
    await query(`select pg_advisory_xact_lock(hashtext('place.import'))`)
    const feed = new FeedImport(of)
    await feed.open()
    const { report, whole } = await read(feed.takePage)
    const isRight = report.errors.length === 0 && feed.ids.length > 0
    if (isRight && whole) await feed.markGone()
    await query(isRight ? 'commit' : 'rollback')
    if (isRight) return { ...report, outcome: 'taken in', ...feed.counts }
    const errors =
      report.errors.length > 0
        ? report.errors
        : [{ path: '/', reason: 'holds no service, so nothing was taken in' }]
    const none = { added: 0, changed: 0, gone: 0, withheld: 0 }
    return {
      ...{ ...report, errors, outcome: 'nothing changed' },
      ...{ ...none, leftOut: report.services },
    }
  } catch (error) {
    await query('rollback')
    throw error
  }
}
