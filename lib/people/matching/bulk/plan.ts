import { joinGroups, type Edge, type WeakLink } from '../cluster'
import type { BulkScorer, Found } from './score-records'
import { edgesOf } from './score-records'

/** Suggestions kept for one record: more would bury whoever looks at them. */
const mostSuggestions = 5

/** What forbids a machine to link: people the custodian decides on, and pairs said to differ. */
export type Forbidden = {
  careful: (record: number) => boolean
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
  const mayLink = ({ a, b, bits, blocked }: Edge) =>
    bits >= link && !blocked && !forbidden.careful(a) && !forbidden.careful(b)
  const joining: Edge[] = []
  const mayJoin = new Uint8Array(personOf.length)
  for (const columns of found) {
    for (const edge of edgesOf(columns)) {
      if (!mayLink(edge) || apart.has(pairKey([edge.a, edge.b]))) continue
      joining.push(edge)
      mayJoin[edge.a] = mayJoin[edge.b] = 1
    }
  }
  const held = new Map<number, Edge>()
  for (const columns of found) {
    for (const edge of edgesOf(columns)) {
      if (mayJoin[edge.a] === 1 && mayJoin[edge.b] === 1) held.set(pairKey([edge.a, edge.b]), edge)
    }
  }
  const { groupOf, weakLinks } = joinGroups({
    start: Array.from(personOf),
    joining,
    edgeOf: (a, b) => {
      const key = pairKey([a, b])
      const edge = held.get(key) ?? scorer.edgeOf(a, b)
      return apart.has(key) ? { bits: edge?.bits ?? -10, apart: true } : edge
    },
  })
  return {
    links: linksOf(groupOf, personOf, joining),
    suggestions: suggestionsOf(found, groupOf, apart),
    ...{ weakLinks, groupOf },
  }
}

const pairKey = ([a, b]: readonly [number, number]) => Math.min(a, b) * 2 ** 26 + Math.max(a, b)

/** Each group to the person of most records there, the first of them if there are several. */
function linksOf(groupOf: readonly number[], personOf: ArrayLike<number>, joining: Edge[]) {
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
  const members = groupOf.flatMap((group, record) => (joined.has(group) ? [record] : []))
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
function suggestionsOf(found: readonly Found[], groupOf: readonly number[], apart: Set<number>) {
  const pairs: { a: number; b: number; bits: number }[] = []
  for (const columns of found) {
    for (const { a, b, bits } of edgesOf(columns)) {
      if (groupOf[a] !== groupOf[b] && !apart.has(pairKey([a, b]))) pairs.push({ a, b, bits })
    }
  }
  pairs.sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b)
  const seen = new Uint16Array(groupOf.length)
  return pairs.filter(({ a, b }) => {
    const [one, other] = [seen[a] ?? 0, seen[b] ?? 0]
    if (one < mostSuggestions) seen[a] = one + 1
    if (other < mostSuggestions) seen[b] = other + 1
    return one < mostSuggestions || other < mostSuggestions
  })
}
