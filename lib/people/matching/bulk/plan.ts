import { joinGroups, type Edge, type WeakLink } from '../cluster'
import { PairTable } from './pair-table'
import type { BulkScorer, Found } from './score-records'

/** Suggestions kept for one record: more would bury whoever looks at them. */
const mostSuggestions = 5

/** What forbids a machine to link: whom the custodian decides on, what was typed, who differs. */
export type Forbidden = {
  careful: (record: number) => boolean
  /** Records that somebody made or changed by typing: on their word nobody is linked. */
  byHand: (record: number) => boolean
  /** Pairs of records, the lower number first, by which records. */
  apart: readonly (readonly [number, number])[]
}

export type Plan = {
  /** Records to move: `of` and `with` are the pair that speaks most for it. */
  links: { record: number; onto: number; of: number; with: number; bits: number }[]
  suggestions: { a: number; b: number; bits: number }[]
  weakLinks: WeakLink[]
  groupOf: number[]
}

type PlanInput = {
  found: readonly Found[]
  scorer: BulkScorer
  /** First record of the person that each record is linked with already. */
  personOf: ArrayLike<number>
  link: number
  forbidden: Forbidden
}

/**
 * What becomes of the pairs of a whole register: which records are linked, strongest pair first and
 * never by one weak link, which pairs somebody is asked about, and which joins were refused.
 */
export function planOf({ found, scorer, personOf, link, forbidden }: PlanInput): Plan {
  const apart = new Set(forbidden.apart.map(pairKey))
  const pairs = new PairTable(found, personOf.length)
  const barred = (record: number) => forbidden.careful(record) || forbidden.byHand(record)
  const joining = pairs.strongestFirst((at) => {
    if ((pairs.bits[at] ?? 0) < link) return false
    const { a, b, blocked } = pairs.edge(at)
    return !(blocked || barred(a) || barred(b) || apart.has(pairKey([a, b])))
  })
  const { groupOf, weakLinks } = joinGroups({
    start: Array.from(personOf),
    joining: edgesAt(pairs, joining),
    edgeOf: (a, b) => {
      const edge = pairs.find(a, b) ?? scorer.edgeOf(a, b)
      return apart.has(pairKey([a, b])) ? { bits: edge?.bits ?? -10, apart: true } : edge
    },
  })
  return {
    links: linksOf(groupOf, personOf, edgesAt(pairs, joining)),
    suggestions: suggestionsOf(pairs, groupOf, apart),
    ...{ weakLinks, groupOf },
  }
}

function* edgesAt(pairs: PairTable, places: Iterable<number>): Generator<Edge> {
  for (const at of places) yield pairs.edge(at)
}

const pairKey = ([a, b]: readonly [number, number]) => Math.min(a, b) * 2 ** 26 + Math.max(a, b)

/** Each group to the person of most records there, the first of them if there are several. */
function linksOf(groupOf: readonly number[], personOf: ArrayLike<number>, joining: Iterable<Edge>) {
  const strongest = new Map<number, { of: number; with: number; bits: number }>()
  const note = (of: number, beside: number, bits: number) => {
    const person = personOf[of] ?? of
    const before = strongest.get(person)
    if (!before || bits > before.bits) strongest.set(person, { of, with: beside, bits })
  }
  const sizes = new Map<number, number>()
  const joined = new Set<number>()
  for (const { a, b, bits } of joining) {
    if (groupOf[a] !== groupOf[b]) continue
    joined.add(groupOf[a] ?? a)
    note(a, b, bits)
    note(b, a, bits)
  }
  const members: number[] = []
  groupOf.forEach((group, record) => {
    if (joined.has(group)) members.push(record)
  })
  for (const record of members) {
    const person = personOf[record] ?? record
    sizes.set(person, (sizes.get(person) ?? 0) + 1)
  }
  const onto = new Map<number, number>()
  for (const record of members) {
    const group = groupOf[record] ?? record
    const person = personOf[record] ?? record
    const chosen = onto.get(group)
    const larger = chosen === undefined || (sizes.get(person) ?? 0) > (sizes.get(chosen) ?? 0)
    if (larger) onto.set(group, person)
  }
  return members.flatMap((record) => {
    const target = onto.get(groupOf[record] ?? record)
    const person = personOf[record] ?? record
    const proof = strongest.get(person)
    return target === undefined || target === person || !proof
      ? []
      : [{ record, onto: target, ...proof }]
  })
}

/** Pairs of different people that stand among the best few of either record, likeliest first. */
function suggestionsOf(pairs: PairTable, groupOf: readonly number[], apart: Set<number>) {
  const likeliest = pairs.strongestFirst((at) => {
    const [one, other] = [pairs.a[at] ?? 0, pairs.b[at] ?? 0]
    return groupOf[one] !== groupOf[other] && !apart.has(pairKey([one, other]))
  })
  const seen = new Uint16Array(groupOf.length)
  const suggestions: Plan['suggestions'] = []
  for (const at of likeliest) {
    const edge = pairs.edge(at)
    const [one, other] = [seen[edge.a] ?? 0, seen[edge.b] ?? 0]
    if (one < mostSuggestions) seen[edge.a] = one + 1
    if (other < mostSuggestions) seen[edge.b] = other + 1
    if (one < mostSuggestions || other < mostSuggestions) {
      suggestions.push({ a: edge.a, b: edge.b, bits: edge.bits })
    }
  }
  return suggestions
}
