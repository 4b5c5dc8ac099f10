import { UndirectedGraph } from 'graphology'

/** A link as somebody gave it: two names. Which of them comes first does not count here. */
export type Link = { from: string; to: string }

/**
 * A simple undirected network. Nodes are known by their place in `names`, which is sorted, so that
 * no figure depends on the order of rows, and no name (`__proto__`, `10`) can be taken for
 * something else by what is keyed by it. The graph's keys are the same numbers as text.
 */
export type Network = {
  names: readonly string[]
  /** Whom each node is linked to, in order; the same as in `graph`. */
  neighbours: readonly (readonly number[])[]
  /** How many different links there are. */
  links: number
  graph: UndirectedGraph
}

const inOrder = (one: string, two: string) => (one < two ? -1 : one > two ? 1 : 0)

/**
 * Builds a network of links and of nodes linked to nobody. Doubled links, and links both ways, are
 * one; a link from a node to itself is none, and its node stays: either would move the betweenness
 * of others, and differently in each library (findings/graphology-self-link-halves-betweenness.sh).
 * Links have no weight: a measure that takes one unasked finds none.
 */
export function buildNetwork(links: readonly Link[], alone: readonly string[] = []): Network {
  const all = new Set([...links.flatMap(({ from, to }) => [from, to]), ...alone])
  const names = [...all].sort(inOrder)
  const places = new Map(names.map((name, place) => [name, place]))
  const linked = names.map(() => new Set<number>())
  for (const { from, to } of links) {
    const [one = 0, two = 0] = [places.get(from), places.get(to)]
    if (one === two) continue
    linked[one]?.add(two)
    linked[two]?.add(one)
  }
  const neighbours = linked.map((set) => [...set].sort((one, two) => one - two))
  const graph = new UndirectedGraph()
  for (const place of names.keys()) graph.addNode(place)
  for (const [one, others] of neighbours.entries()) {
    for (const two of others) if (one < two) graph.addEdge(one, two)
  }
  return { names, neighbours, links: graph.size, graph }
}
