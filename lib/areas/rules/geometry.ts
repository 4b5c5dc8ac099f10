import type { AreaShape } from '../schema'

type Position = readonly number[]
type Ring = readonly Position[]

const x = (p: Position | undefined) => p?.[0] ?? 0
const y = (p: Position | undefined) => p?.[1] ?? 0

/** All polygons of a shape, each a list of rings: the outer one, then its holes. */
export const polygonsOf = (shape: AreaShape): readonly (readonly Ring[])[] =>
  shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates

/** Area of a ring in square units of its own coordinates; above zero if counter-clockwise. */
export function signedRingArea(ring: Ring): number {
  // Measured from the ring's first point, so that small shapes far from zero keep their figures.
  const [ox, oy] = [x(ring[0]), y(ring[0])]
  return ring.reduce((sum, a, i) => {
    const b = ring[(i + 1) % ring.length]
    return sum + ((x(a) - ox) * (y(b) - oy) - (x(b) - ox) * (y(a) - oy)) / 2
  }, 0)
}

/** Area of a shape without its holes, in square units of its own coordinates. */
export const shapeArea = (shape: AreaShape): number =>
  polygonsOf(shape).reduce(
    (sum, [outer, ...holes]) =>
      sum +
      Math.abs(signedRingArea(outer ?? [])) -
      holes.reduce((inner, hole) => inner + Math.abs(signedRingArea(hole)), 0),
    0,
  )

/** Whether a point lies in a ring, by the even-odd rule. On the border it may fall either way. */
export function isInRing(point: Position, ring: Ring): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [a, b] = [ring[i], ring[j]]
    if (y(a) > y(point) === y(b) > y(point)) continue
    const edge = ((x(b) - x(a)) * (y(point) - y(a))) / (y(b) - y(a)) + x(a)
    if (x(point) < edge) inside = !inside
  }
  return inside
}

/** Whether a point lies in a shape and in none of its holes. */
export const isInShape = (point: Position, shape: AreaShape): boolean =>
  polygonsOf(shape).some(
    ([outer, ...holes]) =>
      outer !== undefined && isInRing(point, outer) && !holes.some((h) => isInRing(point, h)),
  )

const toSegment = (p: Position, a: Position, b: Position): number => {
  const [dx, dy] = [x(b) - x(a), y(b) - y(a)]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((x(p) - x(a)) * dx + (y(p) - y(a)) * dy) / length
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(x(p) - x(a) - t * dx, y(p) - y(a) - t * dy)
}

function toBorder(p: Position, rings: readonly Ring[]): number {
  let least = Infinity
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 1) {
      const [a, b] = [ring[i - 1], ring[i]]
      if (a && b) least = Math.min(least, toSegment(p, a, b))
    }
  }
  return least
}

/** At most sixty points of a ring: enough to measure room by. */
const thin = (ring: Ring): Ring => {
  const every = Math.ceil(ring.length / 60)
  return ring.filter((_, i) => i % every === 0 || i === ring.length - 1)
}

/** The point of a 9 by 9 grid that lies furthest from the border, with its distance. */
function roomiest(around: Position, reach: readonly [number, number], rings: readonly Ring[]) {
  let best: Position | null = null
  let room = 0
  for (let cell = 0; cell < 81; cell += 1) {
    const [i, j] = [(cell % 9) - 4, Math.floor(cell / 9) - 4]
    const p: Position = [x(around) + (i / 4) * reach[0], y(around) + (j / 4) * reach[1]]
    const [outer, ...holes] = rings
    if (!outer || !isInRing(p, outer) || holes.some((hole) => isInRing(p, hole))) continue
    const here = toBorder(p, rings)
    if (here > room) [best, room] = [p, here]
  }
  return best
}

/**
 * The roomiest point of a shape, for a label: [longitude, latitude]. A grid over the largest
 * part, then a finer one round the best point, twice over. A sliver thinner than the grid
 * gets its first corner.
 */
export function labelPoint(shape: AreaShape): [number, number] {
  const size = (rings: readonly Ring[]) => Math.abs(signedRingArea(rings[0] ?? []))
  const largest = [...polygonsOf(shape)].sort((a, b) => size(b) - size(a))[0]
  const outer = largest?.[0]
  if (!largest || !outer) return [0, 0]
  // A degree east is shorter than a degree north: squeeze, look, and stretch back.
  const squeeze = Math.cos((y(outer[0]) * Math.PI) / 180)
  const rings = largest.map((ring) => thin(ring.map((p): Position => [x(p) * squeeze, y(p)])))
  const flat = rings[0] ?? []
  const [west, east] = [Math.min(...flat.map(x)), Math.max(...flat.map(x))]
  const [south, north] = [Math.min(...flat.map(y)), Math.max(...flat.map(y))]
  let best: Position = [(west + east) / 2, (south + north) / 2]
  let reach: [number, number] = [(east - west) / 2, (north - south) / 2]
  for (let round = 0; round < 3; round += 1) {
    best = roomiest(best, reach, rings) ?? best
    reach = [reach[0] / 3, reach[1] / 3]
  }
  const found = isInRing(best, flat) ? best : (flat[0] ?? best)
  return [x(found) / squeeze, y(found)]
}
