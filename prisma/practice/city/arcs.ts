import type { Delaunay } from 'd3-delaunay'
import type { Seed } from './cells'
import type { Km } from './types'

/**
 * Borders, each drawn once. An arc runs between two places where three areas meet; both of its
 * neighbours use the very same points, so no layer can gap or overlap, and a middle area's edge
 * is exactly the edge of its small areas.
 */
export type Arc = {
  points: Km[]
  start: number
  end: number
  /** A cell on the left of the arc and one on its right, to ask any layer who they belong to. */
  left: number
  right: number
}

type Edge = { from: number; to: number; left: number; right: number }

const other = (halfedge: number, step: 1 | 2) => halfedge - (halfedge % 3) + ((halfedge + step) % 3)

/** Centre of the circle through a triangle's corners: a corner of the cells. */
function corner(delaunay: Delaunay<Seed>, points: readonly Km[], triangle: number): Km {
  const [a, b, c] = [0, 1, 2].map((i) => points[delaunay.triangles[3 * triangle + i] ?? 0])
  if (!a || !b || !c) return [0, 0]
  const [dx, dy, ex, ey] = [b[0] - a[0], b[1] - a[1], c[0] - a[0], c[1] - a[1]]
  const [bl, cl] = [dx * dx + dy * dy, ex * ex + ey * ey]
  const d = 0.5 / (dx * ey - dy * ex)
  return [a[0] + (ey * bl - dy * cl) * d, a[1] + (dx * cl - ex * bl) * d]
}

/** Every border edge between two cells with different labels, once, with its two sides. */
function borderEdges(delaunay: Delaunay<Seed>, label: (cell: number) => string): Edge[] {
  const edges: Edge[] = []
  const { triangles, halfedges } = delaunay
  for (let e = 0; e < halfedges.length; e += 1) {
    const twin = halfedges[e] ?? -1
    if (twin < e) continue
    const [p, q] = [triangles[e] ?? 0, triangles[other(e, 1)] ?? 0]
    if (label(p) === label(q)) continue
    edges.push({ from: Math.floor(e / 3), to: Math.floor(twin / 3), left: p, right: q })
  }
  return edges
}

const mix = (a: Km, b: Km, share: number): Km => [
  a[0] * share + b[0] * (1 - share),
  a[1] * share + b[1] * (1 - share),
]

/** Moves every point a little towards its two neighbours; the ends stay where areas meet. */
const steady = (line: Km[]): Km[] =>
  line.map((p, i) => {
    const [before, after] = [line[i - 1], line[i + 1]]
    return before && after ? mix(p, mix(before, after, 0.5), 0.5) : p
  })

/** Cuts every corner but the two ends (Chaikin): the zigzag of cells becomes a lane's curve. */
function cutCorners(line: Km[]): Km[] {
  const [first, last] = [line[0], line[line.length - 1]]
  if (!first || !last || line.length < 3) return line
  const cut = line.slice(1).flatMap((b, i) => {
    const a = line[i] ?? b
    return [...(i > 0 ? [mix(a, b, 0.75)] : []), ...(i < line.length - 2 ? [mix(a, b, 0.25)] : [])]
  })
  return [first, ...cut, last]
}

const soften = (line: Km[]) => cutCorners(steady(steady(line)))

/**
 * All arcs between cells whose labels differ. The label holds every layer at once (small area
 * and ward), '' outside the city, so an arc never has two neighbours in any layer on one side.
 */
export function makeArcs(
  delaunay: Delaunay<Seed>,
  points: readonly Km[],
  label: (cell: number) => string,
): Arc[] {
  const edges = borderEdges(delaunay, label)
  const at = new Map<number, Edge[]>()
  for (const edge of edges) {
    for (const node of [edge.from, edge.to]) at.set(node, [...(at.get(node) ?? []), edge])
  }
  const used = new Set<Edge>()
  const trace = (first: Edge, start: number): Arc => {
    const nodes = [start]
    let [edge, node]: [Edge | undefined, number] = [first, start]
    while (edge) {
      used.add(edge)
      node = edge.from === node ? edge.to : edge.from
      nodes.push(node)
      const here: Edge[] = at.get(node) ?? []
      edge = here.length === 2 ? here.find((e) => !used.has(e)) : undefined
    }
    const ahead = first.from === start
    const corners = nodes.map((n) => corner(delaunay, points, n))
    return {
      points: soften(corners),
      start,
      end: node,
      left: ahead ? first.left : first.right,
      right: ahead ? first.right : first.left,
    }
  }
  const arcs: Arc[] = []
  for (const [node, here] of at) {
    if (here.length === 2) continue
    for (const edge of here) if (!used.has(edge)) arcs.push(trace(edge, node))
  }
  // What is left are closed borders that meet no other: an area wholly inside another.
  for (const edge of edges) if (!used.has(edge)) arcs.push(trace(edge, edge.from))
  return arcs
}
