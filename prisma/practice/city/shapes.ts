import type { Arc } from './arcs'
import { toLonLat } from './coordinates'
import type { CityPolygon, CityShape, Km, LonLat } from './types'

type Step = { start: number; end: number; points: Km[] }

const signedArea = (ring: LonLat[]) =>
  ring.reduce((sum, a, i) => {
    const b = ring[(i + 1) % ring.length] ?? a
    return sum + (a[0] * b[1] - b[0] * a[1]) / 2
  }, 0)

/** Joins an area's arcs end to start into closed rings, the area always on the left. */
function joinRings(steps: Step[]): LonLat[][] {
  const from = new Map<number, Step[]>()
  for (const step of steps) from.set(step.start, [...(from.get(step.start) ?? []), step])
  const rings: LonLat[][] = []
  for (const first of steps) {
    const line: Km[] = []
    let step = from.get(first.start)?.find((s) => s === first)
    while (step) {
      const taken = step
      line.push(...taken.points.slice(0, -1))
      from.set(
        taken.start,
        (from.get(taken.start) ?? []).filter((s) => s !== taken),
      )
      step = from.get(taken.end)?.[0]
    }
    const ring = line.map(toLonLat)
    const [head] = ring
    if (head) rings.push([...ring, head])
  }
  return rings
}

/** Outer rings (counter-clockwise, as RFC 7946 asks) with the holes that lie in them. */
function toShape(rings: LonLat[][], inside: (point: LonLat, ring: LonLat[]) => boolean): CityShape {
  const outers = rings.filter((ring) => signedArea(ring) > 0)
  const holes = rings.filter((ring) => signedArea(ring) <= 0)
  const polygons = outers.map((outer) => [
    outer,
    ...holes.filter((hole) => hole[0] !== undefined && inside(hole[0], outer)),
  ])
  const [only] = polygons
  return polygons.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons }
}

/** Even-odd rule; a point on the border may fall either way. */
export function isInRing([x, y]: LonLat, ring: readonly LonLat[]): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [a, b] = [ring[i], ring[j]]
    if (!a || !b) continue
    const crosses = a[1] > y !== b[1] > y
    if (crosses && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
  }
  return inside
}

/**
 * The shape of every area of a layer. `layerOf` names the area of a cell, null outside the city.
 * Arcs inside one area fall away; the rest join into its border.
 */
export function shapesOf(
  arcs: readonly Arc[],
  layerOf: (cell: number) => string | null,
): Map<string, CityShape> {
  const steps = new Map<string, Step[]>()
  const add = (area: string | null, step: Step) => {
    if (area !== null) steps.set(area, [...(steps.get(area) ?? []), step])
  }
  for (const arc of arcs) {
    const [left, right] = [layerOf(arc.left), layerOf(arc.right)]
    if (left === right) continue
    add(left, { start: arc.start, end: arc.end, points: arc.points })
    add(right, { start: arc.end, end: arc.start, points: [...arc.points].reverse() })
  }
  return new Map([...steps].map(([area, list]) => [area, toShape(joinRings(list), isInRing)]))
}

/** The city's outline: the border of everything inside. */
export function outlineOf(arcs: readonly Arc[], isIn: (cell: number) => boolean): CityPolygon {
  const shape = shapesOf(arcs, (cell) => (isIn(cell) ? 'city' : null)).get('city')
  if (shape?.type !== 'Polygon') throw new Error('The city came out in several pieces.')
  return shape
}
