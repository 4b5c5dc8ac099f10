import type { Random } from './random'
import type { Km } from './types'

/**
 * The lie of the land, in kilometres: what the borders later follow. Every line is a formula, so
 * that "which side of it" needs no geometry: the river is north = f(east), the ring road and the
 * outline are distance = f(bearing), a main road is bearing = f(distance).
 */
export type Ground = {
  outlineRadius: (bearing: number) => number
  ringRadius: (bearing: number) => number
  riverNorth: (east: number) => number
  roadBearings: ((distance: number) => number)[]
}

export const bearingOf = ([east, north]: Km) => Math.atan2(north, east)
export const distanceOf = ([east, north]: Km) => Math.hypot(east, north)
const at = (bearing: number, distance: number): Km => [
  distance * Math.cos(bearing),
  distance * Math.sin(bearing),
]

/** A smooth closed wobble: waves two to six times round, each weaker than the last. */
function wobble(random: Random, size: number) {
  const waves = [2, 3, 4, 5, 6].map((k) => ({
    k,
    size: (size * random.between(0.55, 1)) / k,
    phase: random.between(0, 2 * Math.PI),
  }))
  return (bearing: number) =>
    waves.reduce((sum, w) => sum + w.size * Math.cos(w.k * bearing + w.phase), 0)
}

export function makeGround(random: Random): Ground {
  const edge = wobble(random.fork('outline'), 0.26)
  const ring = wobble(random.fork('ring road'), 0.2)
  const bends = random.fork('river')
  const [p, q, r] = [bends.between(0, 6.3), bends.between(0, 6.3), bends.between(0, 6.3)]
  const tilt = bends.between(0.06, 0.14)
  const roads = random.fork('main roads')
  const turn = roads.between(0, 2 * Math.PI)
  return {
    // Wider than tall, about 98 square kilometres, the size of a middling English city.
    outlineRadius: (b) => 5.5 * (1 + edge(b)) * (1 + 0.1 * Math.cos(2 * b)),
    ringRadius: (b) => 1.05 * (1 + ring(b)),
    riverNorth: (e) =>
      -0.55 +
      tilt * e +
      0.5 * Math.sin(e * 0.62 + p) +
      0.22 * Math.sin(e * 1.45 + q) +
      0.07 * Math.sin(e * 3.4 + r),
    roadBearings: [0, 1, 2, 3, 4, 5, 6].map((i) => {
      const start = turn + (i * 2 * Math.PI) / 7 + roads.between(-0.2, 0.2)
      const bend = roads.between(-0.06, 0.06)
      const phase = roads.between(0, 6.3)
      return (d: number) => start + bend * (d - 1) + 0.05 * Math.sin(d * 1.3 + phase)
    }),
  }
}

export const isInside = (ground: Ground, point: Km) =>
  distanceOf(point) < ground.outlineRadius(bearingOf(point))

const closedLine = (radius: (bearing: number) => number, steps: number): Km[] =>
  Array.from({ length: steps + 1 }, (_, i) => {
    const bearing = ((i % steps) * 2 * Math.PI) / steps
    return at(bearing, radius(bearing))
  })

export const outlineLine = (ground: Ground) => closedLine(ground.outlineRadius, 720)
export const ringLine = (ground: Ground) => closedLine(ground.ringRadius, 180)

/** The river from the western to the eastern edge of the city. */
export const riverLine = (ground: Ground): Km[] =>
  Array.from({ length: 600 }, (_, i): Km => {
    const east = -9 + i * 0.03
    return [east, ground.riverNorth(east)]
  }).filter((point) => isInside(ground, point))

/** Main road number `index`, from the ring road outwards to the edge. */
export const roadLine = (ground: Ground, index: number): Km[] => {
  const bearingAt = ground.roadBearings[index]
  if (!bearingAt) return []
  return Array.from({ length: 120 }, (_, i): Km => {
    const distance = 0.8 + i * 0.06
    return at(bearingAt(distance), distance)
  }).filter(
    (point) => isInside(ground, point) && distanceOf(point) >= ground.ringRadius(bearingOf(point)),
  )
}

/** Which wedge between main roads a point lies in; 0 inside the ring road. */
function wedgeOf(ground: Ground, point: Km): number {
  const distance = distanceOf(point)
  const bearing = bearingOf(point)
  if (distance < ground.ringRadius(bearing)) return 0
  const round = 2 * Math.PI
  const gaps = ground.roadBearings.map((road) => {
    const gap = (bearing - road(distance)) % round
    return gap < 0 ? gap + round : gap
  })
  return 1 + gaps.indexOf(Math.min(...gaps))
}

/** The sides a point lies on. A border is likely where two neighbours differ in one of them. */
export type Side = { north: boolean; inRing: boolean; wedge: number }

export const sideOf = (ground: Ground, point: Km): Side => ({
  north: point[1] > ground.riverNorth(point[0]),
  inRing: distanceOf(point) < ground.ringRadius(bearingOf(point)),
  wedge: wedgeOf(ground, point),
})
