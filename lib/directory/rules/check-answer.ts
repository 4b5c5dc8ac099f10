import { findDoubts } from './find-doubts'
import { fieldOf, isGiven, textOf, type Given } from './given'
import type { Findings } from './report'
import { isRequiredKind, KINDS, pageFacts, type Kind, type PageFacts } from './standard'
import { pointerTo, stripNulls } from './strip-nulls'

/** What one answer of a feed holds, problems apart. */
export type Answer = {
  kind: Kind
  /** The things in it, as given; nulls are left out. */
  items: Given[]
  /** What the page says of itself; null where the answer is no page. */
  facts: PageFacts | null
}

const has = (value: Given, ...names: string[]) =>
  names.some((name) => fieldOf(value, name) !== undefined)

/** What a thing is, by the fields that only one kind has; a service where nothing tells. */
export function kindOf(value: Given): Kind {
  if (has(value, 'location', 'service') && !has(value, 'status')) return 'service at location'
  if (has(value, 'status', 'organization', 'organization_id', 'schedules')) return 'service'
  if (has(value, 'term', 'term_uri', 'parent_id', 'taxonomy_id')) return 'taxonomy term'
  if (has(value, 'openapi_url', 'profile')) return 'about the feed'
  if (has(value, 'version')) return has(value, 'id', 'name') ? 'taxonomy' : 'about the feed'
  if (has(value, 'taxonomy_terms')) return 'taxonomy'
  const ofOrganizations = ['website', 'logo', 'organization_identifiers', 'services'] as const
  return has(value, ...ofOrganizations, 'parent_organization_id') ? 'organization' : 'service'
}

/** The kind that most things of a list are, so that a broken one is judged as its neighbours. */
function kindOfMost(values: readonly unknown[]): Kind {
  const counts = new Map<Kind, number>()
  for (const value of values) {
    if (isGiven(value)) counts.set(kindOf(value), (counts.get(kindOf(value)) ?? 0) + 1)
  }
  return [...counts].sort(([, one], [, two]) => two - one)[0]?.[0] ?? 'service'
}

/** A word for what a value is. */
const sortOf = (value: unknown) =>
  value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`

function checkItem(value: unknown, kind: Kind, path: string, findings: Findings): Given | null {
  if (!isGiven(value)) {
    findings.error(path, `is ${sortOf(value)} where a ${kind} is expected`)
    return null
  }
  const kept = stripNulls(value, path, findings)
  const result = KINDS[kind].safeParse(kept)
  for (const issue of result.error?.issues ?? []) {
    const at = issue.path.reduce((sum: string, key) => pointerTo(sum, String(key)), path)
    if (isRequiredKind(kind)) findings.error(at, issue.message)
    else findings.warn(at, issue.message)
  }
  if (!isGiven(kept)) return null
  findDoubts(kept, kind, path, findings)
  return kept
}

/** Says which counts of a page are not those of what it holds. They are never relied on. */
function checkCounts(facts: PageFacts, held: number, path: string, findings: Findings): void {
  const { total_items: total, total_pages: pages, size, page_number: number, last_page } = facts
  const say = (name: string, words: string) => findings.warn(`${path}/${name}`, words)
  if (size !== undefined && size !== held) say('size', `is ${size}, and the page holds ${held}`)
  if (total !== undefined && total < held) {
    say('total_items', `is ${total}, and this page alone holds ${held}`)
  }
  if (facts.empty === true && held > 0) say('empty', `is true, and the page holds ${held}`)
  const isLast = pages === undefined || number === undefined ? undefined : number >= pages
  if (last_page !== undefined && isLast !== undefined && last_page !== isLast) {
    say('last_page', `is ${last_page} on page ${number} of ${pages}`)
  }
  if (last_page === undefined && pages === undefined) {
    say('last_page', 'is missing, and so is total_pages: nothing says where the feed ends')
  }
}

function checkPage(page: Given, kind: Kind | null, path: string, findings: Findings): Answer {
  const { contents: own, ...rest } = page
  const isOlder = own === undefined && Array.isArray(fieldOf(page, 'content'))
  const contents = isOlder ? fieldOf(page, 'content') : own
  const at = `${path}/${isOlder ? 'content' : 'contents'}`
  if (isOlder) findings.error(at, 'is what the first version called it; it must be contents')
  const read = pageFacts.safeParse(stripNulls(rest, path, findings))
  for (const issue of read.error?.issues ?? []) {
    findings.error(pointerTo(path, String(issue.path[0])), issue.message)
  }
  const values: unknown[] = Array.isArray(contents) ? contents : []
  if (!Array.isArray(contents)) findings.error(at, `is ${sortOf(contents)}, and must be a list`)
  const found = kind ?? kindOfMost(values)
  if (read.success) checkCounts(read.data, values.length, path, findings)
  return { kind: found, items: checkAll(values, found, at, findings), facts: read.data ?? {} }
}

function checkAll(values: readonly unknown[], kind: Kind, path: string, findings: Findings) {
  const seen = new Map<string, number>()
  return values.flatMap((value, place) => {
    const at = pointerTo(path, place)
    const item = checkItem(value, kind, at, findings)
    const id = item && textOf(item, 'id')?.toLowerCase()
    const first = id ? seen.get(id) : undefined
    if (id && first === undefined) seen.set(id, place)
    if (first !== undefined) {
      const words = `is the id of ${pointerTo(path, first)} already`
      if (isRequiredKind(kind)) findings.error(`${at}/id`, words)
      else findings.warn(`${at}/id`, words)
    }
    return item ? [item] : []
  })
}

/** Whether a value is a page: it holds `contents`, or says which page of how many it is. */
export const isPage = (value: unknown): value is Given =>
  isGiven(value) && (has(value, 'contents', 'total_pages', 'last_page') || hasOlderList(value))

const hasOlderList = (value: Given) => Array.isArray(fieldOf(value, 'content'))

/**
 * Checks one answer of a feed, or one file: a page, a list, or one thing. What is wrong goes to the
 * findings, by JSON pointer.
 *
 * @param kind what its address says it holds; null: told by its fields
 */
export function checkAnswer(value: unknown, kind: Kind | null, findings: Findings): Answer {
  if (isPage(value)) return checkPage(value, kind, '', findings)
  if (Array.isArray(value)) {
    const found = kind ?? kindOfMost(value)
    return { kind: found, items: checkAll(value, found, '', findings), facts: null }
  }
  if (!isGiven(value)) {
    findings.error('', `is ${sortOf(value)} where a page or a service is expected`)
    return { kind: kind ?? 'service', items: [], facts: null }
  }
  const found = kind ?? kindOf(value)
  const item = checkItem(value, found, '', findings)
  return { kind: found, items: item ? [item] : [], facts: null }
}
