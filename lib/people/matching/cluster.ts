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
    joining: edges.filter((edge) => edge.bits >= link && !edge.blocked),
    edgeOf: (a, b) => across.get(a)?.get(b),
  })
}

export type JoinInput = {
  /** Group of each record before: its own index, or that of a record it is linked with already. */
  start: readonly number[]
  /** Pairs that may join, in any order. */
  joining: readonly Edge[]
  /** What is known of a pair; undefined when the two share no key. Asked for few pairs. */
  edgeOf: (a: number, b: number) => Pick<Edge, 'bits' | 'apart'> | undefined
}

/**
 * Joins groups by the rule of `clusterPairs`, beginning from groups there are, and asking for the
 * evidence between two groups only when they would join: for registers too large for every pair.
 */
export function joinGroups({ start, joining, edgeOf }: JoinInput): Clusters {
  const groupOf = [...start]
  const members = new Map<number, number[]>()
  const inGroups = new Set(joining.flatMap(({ a, b }) => [groupOf[a] ?? a, groupOf[b] ?? b]))
  groupOf.forEach((group, index) => {
    if (!inGroups.has(group)) return
    const known = members.get(group)
    if (known) known.push(index)
    else members.set(group, [index])
  })
  const weakLinks: WeakLink[] = []
  const inOrder = [...joining].sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b)
  for (const { a, b, bits } of inOrder) {
    const groupA = groupOf[a] ?? a
    const groupB = groupOf[b] ?? b
    if (groupA === groupB) continue
    const left = members.get(groupA) ?? []
    const right = members.get(groupB) ?? []
    if (!alikeAsWholes(left, right, edgeOf)) {
      weakLinks.push({ a, b, bits, sizeA: left.length, sizeB: right.length })
      continue
    }
    const [keep, drop, kept, dropped] =
      left.length >= right.length ? [groupA, groupB, left, right] : [groupB, groupA, right, left]
    for (const member of dropped) {
      groupOf[member] = keep
      kept.push(member)
    }
    members.delete(drop)
  }
  return { groupOf, weakLinks }
}

/** Most that one pair across says for or against joining two groups, in bits. */
const most = 10

/**
 * Bits a pair that was never compared counts for: it shares no key, which speaks mildly against.
 */
const unseen = -6

function alikeAsWholes(
  left: readonly number[],
  right: readonly number[],
  edgeOf: JoinInput['edgeOf'],
): boolean {
  if (left.length === 1 && right.length === 1) return true
  let sum = 0
  for (const a of left) {
    for (const b of right) {
      const edge = edgeOf(a, b)
      if (edge?.apart === true) return false
      sum += Math.max(-most, Math.min(most, edge ? edge.bits : unseen))
    }
  }
  return sum / (left.length * right.length) > 0
}
