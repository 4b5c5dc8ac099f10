import { makeHeap } from './heap'
import type { Random } from './random'
import type { Km } from './types'

/** What a partition is made on: cells with a weight, joined by edges with a cost. */
export type Land = {
  points: readonly Km[]
  neighbours: readonly number[][]
  weight: (cell: number) => number
  /** What it costs to grow from one cell into its neighbour; more across a river or road. */
  cost: (from: number, to: number) => number
}

const apart = (a: Km, b: Km) => Math.hypot(a[0] - b[0], a[1] - b[1])

/** First centres: each next one far from those before, likelier where more people live. */
function firstCentres(land: Land, members: number[], parts: number, random: Random): number[] {
  const centres: number[] = []
  const nearest = new Map(members.map((cell) => [cell, 1]))
  while (centres.length < parts) {
    const pull = members.map((cell) => (nearest.get(cell) ?? 0) ** 2 * (land.weight(cell) + 0.01))
    let left = random.next() * pull.reduce((sum, p) => sum + p, 0)
    const index = pull.findIndex((p) => (left -= p) <= 0)
    const chosen = members[index] ?? members[0] ?? 0
    centres.push(chosen)
    for (const cell of members) {
      const [a, b] = [land.points[cell], land.points[chosen]]
      const reach = a && b ? apart(a, b) : 0
      const known = centres.length === 1 ? Infinity : (nearest.get(cell) ?? Infinity)
      nearest.set(cell, Math.min(known, reach))
    }
  }
  return centres
}

/**
 * Grows every part from its centre at once, cheapest step first (Dijkstra from many sources). A
 * cell is reached through its own part, so every part is in one piece.
 */
function grow(land: Land, members: Set<number>, centres: number[], haste: number[]) {
  const owner = new Map<number, number>()
  const best = new Map<number, number>()
  const heap = makeHeap()
  const parts = centres.length
  centres.forEach((cell, part) => {
    best.set(cell, 0)
    heap.push(0, cell * parts + part)
  })
  for (let top = heap.pop(); top; top = heap.pop()) {
    const cell = Math.floor(top.item / parts)
    const part = top.item % parts
    if (owner.has(cell)) continue
    owner.set(cell, part)
    for (const next of land.neighbours[cell] ?? []) {
      if (!members.has(next) || owner.has(next)) continue
      const cost = top.cost + land.cost(cell, next) * (haste[part] ?? 1)
      if (cost >= (best.get(next) ?? Infinity)) continue
      best.set(next, cost)
      heap.push(cost, next * parts + part)
    }
  }
  return owner
}

/** The cell nearest to the middle of a part, by weight. */
function middleCell(land: Land, cells: number[]): number | undefined {
  let [sum, x, y] = [0, 0, 0]
  for (const cell of cells) {
    const [point, weight] = [land.points[cell], land.weight(cell) + 0.01]
    if (!point) continue
    sum += weight
    x += point[0] * weight
    y += point[1] * weight
  }
  const middle: Km = [x / sum, y / sum]
  const gap = (cell: number) => apart(land.points[cell] ?? middle, middle)
  return cells.reduce<number | undefined>(
    (best, cell) => (best === undefined || gap(cell) < gap(best) ? cell : best),
    undefined,
  )
}

type Owner = Map<number, number>

const piecesOf = (owner: Owner, parts: number): number[][] => {
  const pieces: number[][] = Array.from({ length: parts }, () => [])
  owner.forEach((part, cell) => pieces[part]?.push(cell))
  return pieces
}

/**
 * Cuts cells into `parts` pieces of roughly equal weight, each in one piece, with borders that
 * keep to the costly edges. Of all rounds the most even one is kept. Gives cell → part, 0 to
 * parts - 1.
 */
export function partition(
  land: Land,
  cells: number[],
  parts: number,
  random: Random,
  rounds = 16,
): Owner {
  const members = new Set(cells)
  const weigh = (list: number[]) => list.reduce((sum, cell) => sum + land.weight(cell), 0)
  const target = weigh(cells) / parts
  let centres = firstCentres(land, cells, parts, random)
  let haste = centres.map(() => 1)
  let best: { owner: Owner; unevenness: number } | null = null
  for (let round = 0; round < rounds; round += 1) {
    const owner = grow(land, members, centres, haste)
    const pieces = piecesOf(owner, parts)
    const loads = pieces.map((piece) => weigh(piece) / target)
    // Logarithms: half the people is as bad as twice the people.
    const unevenness = Math.max(...loads.map((load) => Math.abs(Math.log(Math.max(load, 1e-6)))))
    if (!best || unevenness < best.unevenness) best = { owner, unevenness }
    centres = pieces.map((piece, part) => middleCell(land, piece) ?? centres[part] ?? 0)
    haste = loads.map((load, part) =>
      Math.min(4, Math.max(0.25, (haste[part] ?? 1) * Math.max(load, 0.2) ** 0.35)),
    )
  }
  return best?.owner ?? new Map()
}
