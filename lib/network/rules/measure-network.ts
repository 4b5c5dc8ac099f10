import betweenness from 'graphology-metrics/centrality/betweenness.js'
import closeness from 'graphology-metrics/centrality/closeness.js'
import type { Network } from './build-network'
import { countPaths, type Paths } from './count-paths'

/** How each node stands in a network, by its place in `names`; from 0 to 1. */
export type Measures = {
  /** The share of pairs of others that it stands between: divided by (n-1)(n-2)/2. */
  betweenness: number[]
  /**
   * How near it is to those it reaches, times the share of others that it reaches (Wasserman and
   * Faust 1994, p. 201), so that a pair apart from everybody does not come first.
   */
  closeness: number[]
}

/**
 * Numbers of links at which graphology-metrics loses the last node: twice as many, 2^8 and 2^16, is
 * one more than the smallest row of numbers it takes can hold
 * (findings/graphology-128-links-lose-a-node.sh).
 */
const LOSES_THE_LAST = new Set([128, 32_768])

const atLeastOne = (n: number) => Math.max(1, n)

function fromPaths({ between, reached, away }: Paths): Measures {
  const others = between.length - 1
  const pairs = atLeastOne((others * (others - 1)) / 2)
  return {
    betweenness: between.map((sum) => sum / pairs),
    closeness: reached.map((count, node) =>
      count === 0 ? 0 : (count / (away[node] ?? 1)) * (count / others),
    ),
  }
}

/**
 * How much betweenness there is in all: each pair that reaches another has one node less between
 * than links, on any of its shortest paths. From closeness, which counts no paths.
 *
 * @param reached how many others each node reaches
 */
function sumOwed(near: readonly number[], reached: readonly number[]): number {
  const others = near.length - 1
  const directed = near.map((value, node) => {
    const count = reached[node] ?? 0
    return value === 0 ? 0 : (count * count) / (others * value) - count
  })
  return directed.reduce((sum, each) => sum + each, 0) / 2
}

/** How many others each node reaches. */
function countReached({ neighbours }: Network): number[] {
  const reached = neighbours.map(() => -1)
  for (const start of neighbours.keys()) {
    if (reached[start] !== -1) continue
    const part = new Set([start])
    for (const node of part) for (const other of neighbours[node] ?? []) part.add(other)
    for (const node of part) reached[node] = part.size - 1
  }
  return reached
}

/**
 * Measures a network with graphology-metrics, and by counting paths ourselves where it is known to
 * be wrong. It counts paths in 32 bits: from 2^32 on they wrap, and a grid of 20 by 20 comes out
 * half as large again. Each wrap makes the sum over all nodes at least a half larger than it can
 * be, so the sum tells. Throws where paths are too many to count at all.
 */
export function measureNetwork(network: Network): Measures {
  const { graph, names } = network
  // Nor does it take a network of nobody.
  if (names.length === 0 || LOSES_THE_LAST.has(network.links)) {
    return fromPaths(countPaths(network))
  }
  // Both are named, since neither is what the library does unasked.
  const near = closeness(graph, { wassermanFaust: true })
  const between = betweenness(graph, { getEdgeWeight: null, normalized: false })
  const inPlace = (values: Record<string, number>) => names.map((_, place) => values[place] ?? 0)
  const closenessOf = inPlace(near)
  const raw = inPlace(between)
  const sum = raw.reduce((total, each) => total + each, 0)
  const isSound = Math.abs(sum - sumOwed(closenessOf, countReached(network))) < 0.25
  if (!isSound) return fromPaths(countPaths(network))
  const others = names.length - 1
  const pairs = atLeastOne((others * (others - 1)) / 2)
  return { betweenness: raw.map((each) => each / pairs), closeness: closenessOf }
}
