import type { Arc } from './arcs'
import { makeArcs } from './arcs'
import type { Cells } from './cells'
import type { Land } from './partition'
import { partition } from './partition'
import type { Random } from './random'
import { hashText } from './random'
import type { Km } from './types'

export const counts = { small: 200, middle: 40, ward: 18 } as const

/** Which area of each layer a cell lies in, as numbers from 0. */
export type Layers = { small: number[]; middle: number[]; ward: number[]; arcs: Arc[] }

/** Growing across the river or a road costs more, so that borders come to lie along them. */
function edgeCost(cells: Cells, seed: number, from: number, to: number): number {
  const [a, b] = [cells.points[from] ?? [0, 0], cells.points[to] ?? [0, 0]]
  const [s, t] = [cells.sides[from], cells.sides[to]]
  const river = s?.north === t?.north ? 0 : 6
  const ring = s?.inRing === t?.inRing ? 0 : 1.2
  const road = s?.wedge === t?.wedge ? 0 : 0.9
  const uneven = 0.8 + 0.4 * ((hashText(`${seed},${from + to},${from * to}`) % 997) / 997)
  return Math.hypot(a[0] - b[0], a[1] - b[1]) * (1 + river + ring + road) * uneven
}

export function makeLand(cells: Cells, weight: number[], seed: number): Land {
  // Asked for some hundred times over, so each edge is worked out once.
  const costs = cells.neighbours.map(
    (list, from) => new Map(list.map((to) => [to, edgeCost(cells, seed, from, to)])),
  )
  return {
    points: cells.points,
    neighbours: cells.neighbours,
    weight: (cell) => weight[cell] ?? 0,
    cost: (from, to) => costs[from]?.get(to) ?? Infinity,
  }
}

const membersOf = (owner: Map<number, number>, part: number) =>
  [...owner].filter(([, p]) => p === part).map(([cell]) => cell)

/** How many small areas each middle area gets: by people, all together `total`. */
function allot(people: number[], total: number): number[] {
  const sum = people.reduce((a, b) => a + b, 0)
  const parts = people.map((p) => Math.max(3, Math.floor((p / sum) * total)))
  const short = () => total - parts.reduce((a, b) => a + b, 0)
  while (short() !== 0) {
    const crowding = people.map((p, i) => p / (parts[i] ?? 1))
    const pick = short() > 0 ? Math.max(...crowding) : Math.min(...crowding)
    const i = crowding.indexOf(pick)
    parts[i] = (parts[i] ?? 0) + Math.sign(short())
  }
  return parts
}

/** Numbers areas as the census does, from the north, west before east. */
function renumber(owner: Map<number, number>, parts: number, points: readonly Km[]) {
  const heads = Array.from({ length: parts }, (_, part) => {
    const members = membersOf(owner, part)
    const mean = (axis: 0 | 1) =>
      members.reduce((sum, cell) => sum + (points[cell]?.[axis] ?? 0), 0) / members.length
    return { part, band: Math.floor(-mean(1) / 1.2), east: mean(0) }
  }).sort((a, b) => a.band - b.band || a.east - b.east)
  const to = new Map(heads.map(({ part }, i) => [part, i]))
  return new Map([...owner].map(([cell, part]) => [cell, to.get(part) ?? 0]))
}

/** Small areas nested in middle areas, over the whole city. */
function nest(land: Land, inside: number[], random: Random) {
  const grown = partition(land, inside, counts.middle, random.fork('middle areas'), 24)
  const middle = renumber(grown, counts.middle, land.points)
  const members = Array.from({ length: counts.middle }, (_, m) => membersOf(middle, m))
  const people = members.map((cells) => cells.reduce((sum, c) => sum + land.weight(c), 0))
  const shares = allot(people, counts.small)
  const small = new Map<number, number>()
  let first = 0
  members.forEach((cells, m) => {
    const parts = shares[m] ?? 0
    const pieces = partition(land, cells, parts, random.fork(`small areas of ${m}`), 30)
    renumber(pieces, parts, land.points).forEach((part, cell) => small.set(cell, first + part))
    first += parts
  })
  return { middle, small }
}

/**
 * Draws the three layers. Small areas nest in middle areas. Wards are drawn for themselves, on
 * the same streets: they mostly follow small areas, and split some, as real wards do.
 */
export function makeLayers(cells: Cells, land: Land, random: Random): Layers {
  const inside = cells.points.map((_, cell) => cell).filter((cell) => cells.inside[cell])
  const { middle, small } = nest(land, inside, random)
  const wardLand: Land = {
    ...land,
    cost: (from, to) => land.cost(from, to) + (small.get(from) === small.get(to) ? 0 : 0.75),
  }
  const grown = partition(wardLand, inside, counts.ward, random.fork('wards'), 24)
  const ward = renumber(grown, counts.ward, land.points)
  const list = (owner: Map<number, number>) => cells.points.map((_, cell) => owner.get(cell) ?? -1)
  const layers = { small: list(small), middle: list(middle), ward: list(ward) }
  const label = (cell: number) =>
    cells.inside[cell] ? `${layers.small[cell]},${layers.ward[cell]}` : ''
  return { ...layers, arcs: makeArcs(cells.delaunay, cells.points, label) }
}
