/** A scored pair of records by index. */
export type Edge = {
  a: number
  b: number
  bits: number
  /** A machine may not link this pair. */
  blocked: boolean
  /** This pair may not even stand in one group: different valid numbers, or a person said so. */
  apart: boolean
}

/** A join that was refused because the groups it would join are not alike as wholes. */
export type WeakLink = { a: number; b: number; bits: number; sizeA: number; sizeB: number }

export type Clusters = {
  /** Group number of each record. */
  groupOf: number[]
  weakLinks: WeakLink[]
}

/**
 * Groups records, strongest pair first. Two groups join only if the evidence between them as wholes
 * does not speak against it: no pair across must stay apart (different valid numbers, or a
 * remembered "not the same"), and
 * the mean of all pairs across, each held to between -10 and +10 bits, is above zero. So one weak
 * link cannot chain two groups together; it is reported.
 *
 * @param link bits from which a pair may join
 */
export function clusterPairs(records: number, edges: readonly Edge[], link: number): Clusters {
  const across = new Map<number, Map<number, Edge>>()
  const put = (a: number, b: number, edge: Edge) => {
    const row = across.get(a)
    if (row) row.set(b, edge)
    else across.set(a, new Map([[b, edge]]))
  }
  for (const edge of edges) {
    put(edge.a, edge.b, edge)
    put(edge.b, edge.a, edge)
  }
  return joinGroups({
    start: Array.from({ length: records }, (_, index) => index),
    joining: edges.filter((edge) => edge.bits >= link && !edge.blocked).sort(strongestFirst),
    edgeOf: (a, b) => across.get(a)?.get(b),
  })
}

export type JoinInput = {
  /** Group of each record before: its own index, or that of a record it is linked with already. */
  start: readonly number[]
  /** Pairs that may join, strongest first (`strongestFirst`). */
  joining: Iterable<Pick<Edge, 'a' | 'b' | 'bits'>>
  /** What is known of a pair; undefined when the two share no key. Asked for few pairs. */
  edgeOf: (a: number, b: number) => Pick<Edge, 'bits' | 'apart'> | undefined
}

/** The order in which pairs are looked at; by their numbers where they are equally strong. */
export const strongestFirst = (
  x: Pick<Edge, 'a' | 'b' | 'bits'>,
  y: Pick<Edge, 'a' | 'b' | 'bits'>,
): number => y.bits - x.bits || x.a - y.a || x.b - y.b

/**
 * Joins groups by the rule of `clusterPairs`, beginning from groups there are, and asking for the
 * evidence between two groups only when they would join: for registers too large for every pair.
 */
export function joinGroups({ start, joining, edgeOf }: JoinInput): Clusters {
  const groups = new Groups(start)
  const weakLinks: WeakLink[] = []
  for (const { a, b, bits } of joining) {
    const one = groups.of(a)
    const other = groups.of(b)
    if (one === other) continue
    const [sizeA, sizeB] = [groups.size(one), groups.size(other)]
    if (!alikeAsWholes(groups, one, other, edgeOf)) weakLinks.push({ a, b, bits, sizeA, sizeB })
    else if (sizeA >= sizeB) groups.join(one, other)
    else groups.join(other, one)
  }
  return { groupOf: groups.all(), weakLinks }
}

/**
 * Groups of records, each a chain from one record to the next: a list of its own for each would
 * cost most of the time.
 */
class Groups {
  private readonly groupOf: Int32Array
  /** The record after each in its group; -1: none. */
  private readonly next: Int32Array
  /** Of each group, the first and the last record of its chain, and how many there are. */
  private readonly first: Int32Array
  private readonly last: Int32Array
  private readonly sizes: Int32Array

  constructor(start: readonly number[]) {
    this.groupOf = Int32Array.from(start)
    this.next = new Int32Array(start.length).fill(-1)
    this.first = new Int32Array(start.length).fill(-1)
    this.last = new Int32Array(start.length)
    this.sizes = new Int32Array(start.length)
    start.forEach((group, record) => this.append(group, record, record, 1))
  }

  of = (record: number): number => this.groupOf[record] ?? record
  size = (group: number): number => this.sizes[group] ?? 0
  firstOf = (group: number): number => this.first[group] ?? -1
  after = (record: number): number => this.next[record] ?? -1
  all = (): number[] => Array.from(this.groupOf)

  /** The second becomes part of the first. */
  join(kept: number, dropped: number): void {
    const first = this.firstOf(dropped)
    for (let one = first; one >= 0; one = this.after(one)) this.groupOf[one] = kept
    this.append(kept, first, this.last[dropped] ?? first, this.size(dropped))
  }

  private append(group: number, first: number, last: number, count: number): void {
    if (this.firstOf(group) < 0) this.first[group] = first
    else this.next[this.last[group] ?? first] = first
    this.last[group] = last
    this.sizes[group] = this.size(group) + count
  }
}

/** Most that one pair across says for or against joining two groups, in bits. */
const most = 10

/**
 * Bits a pair that was never compared counts for: it shares no key, which speaks mildly against.
 */
const unseen = -6

function alikeAsWholes(
  groups: Groups,
  one: number,
  other: number,
  edgeOf: JoinInput['edgeOf'],
): boolean {
  if (groups.size(one) === 1 && groups.size(other) === 1) return true
  let sum = 0
  for (let a = groups.firstOf(one); a >= 0; a = groups.after(a)) {
    for (let b = groups.firstOf(other); b >= 0; b = groups.after(b)) {
      const edge = edgeOf(a, b)
      if (edge?.apart === true) return false
      sum += Math.max(-most, Math.min(most, edge ? edge.bits : unseen))
    }
  }
  return sum > 0 // and so the mean is
}
