import type { Ground } from './ground'
import { bearingOf, distanceOf } from './ground'
import type { Random } from './random'
import type { Km } from './types'

type Setting = 'centre' | 'river' | 'edge' | 'between'
type Names = Record<Setting, readonly string[]>

function settingsOf(ground: Ground, point: Km, radius: number): Setting[] {
  const distance = distanceOf(point)
  const out = distance / ground.outlineRadius(bearingOf(point))
  const wet = Math.abs(point[1] - ground.riverNorth(point[0])) < radius
  if (distance < 1.1) return ['centre', 'between', 'river', 'edge']
  if (wet) return ['river', out > 0.6 ? 'edge' : 'between', 'between', 'edge']
  return out > 0.6 ? ['edge', 'between', 'river'] : ['between', 'edge', 'river']
}

/**
 * Gives each area a name that suits its ground: wharves by the river, commons at the edge. `near`
 * is how far from the river, in kilometres, still counts as beside it.
 */
export function nameAreas(
  ground: Ground,
  points: readonly Km[],
  names: Names,
  near: number,
  random: Random,
): string[] {
  const pools: Record<Setting, string[]> = {
    centre: [...names.centre],
    river: [...names.river],
    edge: [...names.edge],
    between: [...names.between],
  }
  const given = new Map<number, string>()
  const order = points
    .map((point, i) => ({ i, distance: distanceOf(point) }))
    .sort((a, b) => a.distance - b.distance)
  for (const { i } of order) {
    const point = points[i] ?? [0, 0]
    const pool = settingsOf(ground, point, near)
      .map((setting) => pools[setting])
      .find((left) => left.length > 0)
    const name = pool?.splice(random.below(pool.length), 1)[0]
    if (name === undefined) throw new Error('The city has more areas than names.')
    given.set(i, name)
  }
  return points.map((_, i) => given.get(i) ?? '')
}
