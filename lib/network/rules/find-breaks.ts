import type { Network } from './build-network'

/** What falls apart when one node closes. */
export type Closing = {
  /** Groups, by name, that lose their way to the largest part of what was one; largest first. */
  cutOff: string[][]
  /** How many pairs of others could reach each other before and cannot after. */
  pairsLost: number
}

/** Where a network hangs on one node or one link. */
export type Breaks = {
  /** Nodes without which a part of the network falls in two or more; sorted. */
  cutPoints: string[]
  /** Links without which it does; each pair sorted, and all of them. */
  bridges: [string, string][]
  /** The parts that have no link between them, largest first; each sorted by name. */
  parts: string[][]
  /** For each node by name, what if it closes. */
  closings: Map<string, Closing>
}

type Search = {
  /** Nodes in the order first met: what hangs below a node is the stretch that begins with it. */
  met: number[]
  /** The place of each node in `met`. */
  at: number[]
  /** How many nodes hang below each, itself counted. */
  below: number[]
  /** The earliest place that a link reaches from below each node. */
  reach: number[]
  /** From which node each was met; -1 for the first of a part. */
  from: number[]
}

/** One walk in depth, without recursion, so that a chain of any length can be read. */
function search({ neighbours }: Network): Search {
  const blank = () => neighbours.map(() => -1)
  const found: Search = { met: [], at: blank(), below: blank(), reach: blank(), from: blank() }
  const { met, at, below, reach, from } = found
  const meet = (node: number, parent: number) => {
    at[node] = reach[node] = met.length
    from[node] = parent
    met.push(node)
    return { node, next: 0 }
  }
  for (const start of neighbours.keys()) {
    if (at[start] !== -1) continue
    const path = [meet(start, -1)]
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const { node } = step
      const other = neighbours[node]?.[step.next++]
      const parent = from[node] ?? -1
      if (other === undefined) {
        below[node] = met.length - (at[node] ?? 0)
        if (parent >= 0) reach[parent] = Math.min(reach[parent] ?? 0, reach[node] ?? 0)
        path.pop()
      } else if (at[other] === -1) {
        path.push(meet(other, node))
      } else if (other !== parent) {
        reach[node] = Math.min(reach[node] ?? 0, at[other] ?? 0)
      }
    }
  }
  return found
}

const pairsOf = (size: number) => (size * (size - 1)) / 2
const least = (nodes: readonly number[]) => nodes.reduce((low, node) => Math.min(low, node))

/** Groups of nodes, largest first; of those alike, the one that holds the first name. */
const largestFirst = (groups: number[][]) =>
  groups.sort((one, two) => two.length - one.length || least(one) - least(two))

/**
 * Finds cut points, bridges, parts and what each closing takes, in one walk over all links
 * (Hopcroft and Tarjan, Communications of the ACM 16, 1973), so that asking of every node costs no
 * more than asking of one.
 */
export function findBreaks(network: Network): Breaks {
  const { met, at, below, reach, from } = search(network)
  const { names } = network
  // Places are in the order of names, and numbers are sorted faster.
  const named = (nodes: readonly number[]) =>
    nodes.toSorted((one, two) => one - two).map((node) => names[node] ?? '')
  const hanging = (node: number) => {
    const place = at[node] ?? 0
    return met.slice(place, place + (below[node] ?? 0))
  }

  const bridges: number[][] = []
  const loose = names.map((): number[] => [])
  const parts: number[][] = []
  const partOf = new Map<number, number[]>()
  for (const node of met) {
    const parent = from[node] ?? -1
    if (parent === -1) parts.push(hanging(node))
    partOf.set(node, parts.at(-1) ?? [])
    if (parent === -1) continue
    const [early, late] = [at[parent] ?? 0, reach[node] ?? 0]
    if (late > early) bridges.push([Math.min(parent, node), Math.max(parent, node)])
    if (late >= early) loose[parent]?.push(node)
  }

  const close = (node: number): Closing => {
    const groups = (loose[node] ?? []).map(hanging)
    if (groups.length === 0) return { cutOff: [], pairsLost: 0 }
    const all = partOf.get(node) ?? []
    const gone = new Set([node, ...groups.flat()])
    const rest = all.filter((other) => !gone.has(other))
    const left = rest.length === 0 ? groups : [...groups, rest]
    const kept = left.reduce((sum, { length }) => sum + pairsOf(length), 0)
    const cutOff = largestFirst(left).slice(1).map(named)
    return { cutOff, pairsLost: pairsOf(all.length - 1) - kept }
  }
  const closings = new Map(names.map((name, node) => [name, close(node)]))
  return {
    cutPoints: names.filter((name) => (closings.get(name)?.cutOff.length ?? 0) > 0),
    bridges: bridges
      .sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d)
      .map(([one = 0, two = 0]) => [names[one] ?? '', names[two] ?? '']),
    parts: largestFirst(parts).map(named),
    closings,
  }
}
