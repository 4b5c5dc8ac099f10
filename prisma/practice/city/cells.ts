import { Delaunay } from 'd3-delaunay'
import type { Ground, Side } from './ground'
import {
  bearingOf,
  distanceOf,
  isInside,
  outlineLine,
  ringLine,
  riverLine,
  roadLine,
  sideOf,
} from './ground'
import type { Random } from './random'
import type { Km } from './types'

/**
 * The grain of the city: about four thousand cells, one to a postcode. Census areas in England
 * were first put together from polygons drawn round postcodes (ONS, Output Area production,
 * 2001), and so are these.
 */
export type Cells = {
  delaunay: Delaunay<Seed>
  /** Seed of every cell, those outside the city included. */
  points: Km[]
  inside: boolean[]
  sides: Side[]
  /** Neighbours of each cell that are inside the city. */
  neighbours: number[][]
}

/** d3-delaunay's own kind of point, which it wants to be able to write to. */
export type Seed = [number, number]

const box: [number, number, number, number] = [-9, -9, 9, 9]

const asSeeds = (points: readonly Km[]): Seed[] => points.map(([east, north]) => [east, north])

/**
 * Pairs of seeds on either side of a line. The border between two such cells lies on the line, so
 * the city's areas can follow the river and the roads, and its edge is smooth.
 */
function pairsAlong(line: Km[], spacing: number): [Km, Km][] {
  const pairs: [Km, Km][] = []
  let travelled = spacing / 2
  for (let i = 1; i < line.length; i += 1) {
    const [from, to] = [line[i - 1], line[i]]
    if (!from || !to) continue
    const step = Math.hypot(to[0] - from[0], to[1] - from[1])
    travelled += step
    if (travelled < spacing || step === 0) continue
    travelled -= spacing
    const across: Km = [
      ((to[1] - from[1]) / step) * spacing * 0.42,
      (-(to[0] - from[0]) / step) * spacing * 0.42,
    ]
    pairs.push([
      [to[0] + across[0], to[1] + across[1]],
      [to[0] - across[0], to[1] - across[1]],
    ])
  }
  return pairs
}

/** A grid of buckets that answers "is anything nearer than this?". */
function makeCrowd(size: number) {
  const buckets = new Map<string, Km[]>()
  const bucket = (p: Km, dx = 0, dy = 0) =>
    `${Math.floor(p[0] / size) + dx},${Math.floor(p[1] / size) + dy}`
  return {
    add: (p: Km) => {
      const key = bucket(p)
      buckets.set(key, [...(buckets.get(key) ?? []), p])
    },
    isNear: (p: Km, reach: number) =>
      [-1, 0, 1].some((dx) =>
        [-1, 0, 1].some((dy) =>
          (buckets.get(bucket(p, dx, dy)) ?? []).some(
            (other) => Math.hypot(other[0] - p[0], other[1] - p[1]) < reach,
          ),
        ),
      ),
  }
}

function fixedSeeds(ground: Ground): Km[] {
  const crowd = makeCrowd(0.3)
  const seeds: Km[] = []
  const roads = ground.roadBearings.map((_, i) => ({ line: roadLine(ground, i), spacing: 0.24 }))
  const lines = [
    { line: outlineLine(ground), spacing: 0.25 },
    { line: riverLine(ground), spacing: 0.18 },
    { line: ringLine(ground), spacing: 0.16 },
    ...roads,
  ]
  for (const { line, spacing } of lines) {
    const clear = pairsAlong(line, spacing)
      .filter((pair) => !pair.some((p) => crowd.isNear(p, spacing * 0.72)))
      .flat()
    // Only other lines are kept clear of: a gap in a line's own row would be a notch in the map.
    clear.forEach(crowd.add)
    seeds.push(...clear)
  }
  return seeds
}

/** How built-up a place is, 0 to 1: the old centre, a belt of terraces, thin at the edge. */
export function densityAt(ground: Ground, point: Km): number {
  const out = distanceOf(point) / ground.outlineRadius(bearingOf(point))
  return 0.1 + 0.9 * Math.exp(-((out / 0.55) ** 2))
}

function freeSeeds(ground: Ground, fixed: Km[], wanted: number, random: Random): Km[] {
  const crowd = makeCrowd(0.3)
  fixed.forEach(crowd.add)
  const seeds: Km[] = []
  while (seeds.length < wanted) {
    const p: Km = [random.between(-8, 8), random.between(-8, 8)]
    if (!isInside(ground, p) || random.next() > densityAt(ground, p)) continue
    if (crowd.isNear(p, 0.14)) continue
    seeds.push(p)
  }
  return seeds
}

function centroid(ring: [number, number][], fallback: Km): Km {
  let [area, x, y] = [0, 0, 0]
  for (let i = 1; i < ring.length; i += 1) {
    const [a, b] = [ring[i - 1], ring[i]]
    if (!a || !b) continue
    const cross = a[0] * b[1] - b[0] * a[1]
    area += cross
    x += (a[0] + b[0]) * cross
    y += (a[1] + b[1]) * cross
  }
  return area === 0 ? fallback : [x / (3 * area), y / (3 * area)]
}

/** Lloyd's relaxation: move each free seed to the middle of its cell, a few times over. */
function relax(fixed: Km[], free: Km[], rounds: number): Km[] {
  let moved = free
  for (let round = 0; round < rounds; round += 1) {
    const voronoi = Delaunay.from(asSeeds([...fixed, ...moved])).voronoi(box)
    moved = moved.map((p, i) => {
      const ring = voronoi.cellPolygon(fixed.length + i) as [number, number][] | null
      return ring ? centroid(ring, p) : p
    })
  }
  return moved
}

/** Cuts the city into its cells. `wanted` is the number of seeds beside those of the lines. */
export function makeCells(ground: Ground, random: Random, wanted = 3480): Cells {
  const corners: Km[] = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => [
    30 * Math.cos((i * Math.PI) / 4),
    30 * Math.sin((i * Math.PI) / 4),
  ])
  const fixed = [...corners, ...fixedSeeds(ground)]
  const free = relax(fixed, freeSeeds(ground, fixed, wanted, random), 3)
  const points = [...fixed, ...free]
  const delaunay = Delaunay.from(asSeeds(points))
  const inside = points.map((p) => isInside(ground, p))
  return {
    delaunay,
    points,
    inside,
    sides: points.map((p) => sideOf(ground, p)),
    neighbours: points.map((_, i) =>
      inside[i] ? [...delaunay.neighbors(i)].filter((j) => inside[j]) : [],
    ),
  }
}
