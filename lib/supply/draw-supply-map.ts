import { drawMap, projectPoints, type MapInput } from '@/lib/areas/map'
import type { AreaFigure, Limits } from '@/lib/areas/shades'
import { drawAreaMap } from '@/lib/insight/drawing/draw-area-map'
import type { Drawing, Shape } from '@/lib/insight/drawing/shapes'
import { marksOf } from '@/lib/network/draw-network'

/** A service on the map. */
export type Marker = {
  name: string
  sector: string | null
  point: { latitude: number; longitude: number } | null
}

const SECTORS = ['public', 'private', 'social', 'informal', null] as const
/** Beyond so many, names lie over each other; twice as near there is room for twice as many. */
const FEW = 5

const SHEET = { width: 760, height: 620 } as const

/**
 * The map of need and supply: areas shaded by a figure, services where they are, each in the shape
 * of its sector. A service without a point, or withheld, is on no map. Names are written where few
 * are drawn.
 *
 * @param scale how near one looks: the sheet grows, and marks and names stay as large
 */
export function drawSupplyMap(
  input: MapInput,
  figures: readonly AreaFigure[],
  limits: Limits,
  markers: readonly Marker[],
  scale = 1,
): Drawing {
  const [width, height] = [SHEET.width * scale, SHEET.height * scale]
  const map = drawMap(input, width, height)
  // Two hundred small areas have no room for figures: those stand in the table.
  const isFine = input.areas.length > 60 && scale < 4
  const shaded = drawAreaMap(map, figures, limits)
  const shapes = isFine ? shaded.shapes.filter(({ kind }) => kind !== 'text') : shaded.shapes
  const here = markers.flatMap((one) => (one.point ? [{ ...one, point: one.point }] : []))
  const spots = projectPoints(
    input,
    here.map(({ point }): [number, number] => [point.longitude, point.latitude]),
    width,
    height,
  )
  const placed = here.map((one, at) => ({ ...one, at: spots[at] ?? ([0, 0] as const) }))
  const names = here.length <= FEW * scale ? placed : []
  const marks: Shape[] = [
    ...SECTORS.flatMap((sector) =>
      marksOf(
        sector,
        placed.filter((one) => one.sector === sector).map(({ at: [x, y] }) => ({ x, y })),
        6,
      ),
    ),
    ...names.map(({ name, at: [x, y] }): Shape => ({
      ...{ kind: 'text', x: x + 10, y: y + 5, text: name, anchor: 'start', fill: 'ink' },
      ...{ bold: true, halo: true },
    })),
  ]
  return { ...shaded, shapes: [...shapes, ...marks] }
}
