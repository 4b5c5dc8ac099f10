import type { Network } from './build-network'

/**
 * What shortest paths say of each node, by its place: `between`, the sum over pairs of others of
 * the share of their shortest paths that lead through it (each pair counted once); `reached`, how
 * many others it reaches; `away`, the sum of its distances to them, in links.
 */
export type Paths = { between: number[]; reached: number[]; away: number[] }

type Walk = {
  /** Nodes in the order they were reached, the first being where the walk began. */
  order: number[]
  distance: number[]
  /** How many shortest paths lead to each. */
  ways: number[]
  /** The nodes before each on its shortest paths. */
  before: number[][]
}

function walkFrom(start: number, neighbours: Network['neighbours']): Walk {
  const distance = neighbours.map(() => -1)
  const ways = neighbours.map(() => 0)
  const before = neighbours.map((): number[] => [])
  const order = [start]
  distance[start] = 0
  ways[start] = 1
  for (const node of order) {
    const next = (distance[node] ?? 0) + 1
    for (const other of neighbours[node] ?? []) {
      if (distance[other] === -1) {
        distance[other] = next
        order.push(other)
      }
      if (distance[other] !== next) continue
      ways[other] = (ways[other] ?? 0) + (ways[node] ?? 0)
      before[other]?.push(node)
    }
  }
  return { order, distance, ways, before }
}

/**
 * Counts shortest paths in ordinary numbers, which are exact up to 2^53 and to the sixteenth figure
 * beyond. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology
 * 25 (2001): one walk from each node, and back along it. Throws where paths are more than a number
 * can say (about 10^308).
 */
export function countPaths({ neighbours }: Network): Paths {
  const between = neighbours.map(() => 0)
  const [reached, away]: [number[], number[]] = [[], []]
  for (const start of neighbours.keys()) {
    const { order, distance, ways, before } = walkFrom(start, neighbours)
    reached.push(order.length - 1)
    away.push(order.reduce((sum, node) => sum + (distance[node] ?? 0), 0))
    const through = new Map<number, number>()
    for (const node of order.slice(1).reverse()) {
      const own = through.get(node) ?? 0
      // Each pair is met from both of its ends.
      between[node] = (between[node] ?? 0) + own / 2
      for (const earlier of before[node] ?? []) {
        const share = ((ways[earlier] ?? 0) / (ways[node] ?? 1)) * (1 + own)
        through.set(earlier, (through.get(earlier) ?? 0) + share)
      }
    }
  }
  if (!between.every(Number.isFinite)) {
    throw new RangeError('This network has more shortest paths than can be counted.')
  }
  return { between, reached, away }
}
