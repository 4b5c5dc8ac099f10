import type { GeoProjection } from 'd3-geo'
import { geoMercator, geoPath } from 'd3-geo'
import { labelPoint } from '@/lib/areas/rules/geometry'
import type { AreaShape } from './schema'

type Line = { type: 'LineString'; coordinates: readonly (readonly number[])[] }
type Position = readonly number[]

export type MapInput = {
  areas: readonly {
    code: string
    name: string
    shape: AreaShape
    centre?: readonly [number, number] | null
  }[]
  /** Drawn as one thin line round everything. */
  outline?: AreaShape | null
  lines?: readonly { name: string; kind: 'river' | 'road'; line: Line }[]
}

export type MapDrawing = {
  width: number
  height: number
  areas: { code: string; name: string; d: string; x: number; y: number }[]
  outline: string | null
  lines: { name: string; kind: 'river' | 'road'; d: string }[]
}

const area = (ring: readonly Position[]) =>
  ring.reduce((sum, a, i) => {
    const b = ring[(i + 1) % ring.length] ?? a
    return sum + ((a[0] ?? 0) * (b[1] ?? 0) - (b[0] ?? 0) * (a[1] ?? 0)) / 2
  }, 0)

const wind = <P extends Position>(ring: readonly P[], clockwise: boolean): P[] =>
  area(ring) < 0 === clockwise ? [...ring] : [...ring].reverse()

/**
 * Turns rings the way d3-geo expects: outer clockwise, holes anticlockwise. RFC 7946 asks for the
 * opposite and many files keep to neither; drawn as they come, one area fills the whole sheet.
 */
export function rewind(shape: AreaShape): AreaShape {
  const polygon = <P extends Position>(rings: readonly P[][]) =>
    rings.map((ring, i) => wind(ring, i === 0))
  return shape.type === 'Polygon'
    ? { type: 'Polygon', coordinates: polygon(shape.coordinates) }
    : { type: 'MultiPolygon', coordinates: shape.coordinates.map((rings) => polygon(rings)) }
}

function fit(shapes: AreaShape[], width: number, height: number, margin: number): GeoProjection {
  const extent: [[number, number], [number, number]] = [
    [margin, margin],
    [width - margin, height - margin],
  ]
  // precision(0): draw the published points and no others.
  return geoMercator()
    .precision(0)
    .fitExtent(extent, { type: 'GeometryCollection', geometries: shapes as GeoJSON.Geometry[] })
}

const half = (n: number) => Math.round(n * 2) / 2

/**
 * Collects what d3 draws as a short path: points to the nearest half pixel, steps relative, no
 * step of nothing. Rounding looks at one point at a time, so two neighbours round their shared
 * border alike.
 */
function makePen() {
  let text = ''
  let [x, y] = [0, 0]
  const step = (n: number) => (n < 0 ? `${n}` : ` ${n}`).replace(/([ -])0\./, '$1.')
  return {
    moveTo: (toX: number, toY: number) => {
      ;[x, y] = [half(toX), half(toY)]
      text += `M${x} ${y}l`
    },
    lineTo: (toX: number, toY: number) => {
      const [dx, dy] = [half(toX) - x, half(toY) - y]
      if (dx === 0 && dy === 0) return
      ;[x, y] = [half(toX), half(toY)]
      text += `${step(dx)}${step(dy)}`
    },
    closePath: () => {
      text += 'Z'
    },
    beginPath: () => undefined,
    arc: () => undefined,
    read: () => text.replaceAll('l ', 'l').replaceAll('lZ', 'Z'),
  }
}

/**
 * Draws area shapes (GeoJSON, longitude and latitude) as SVG path strings that fill a sheet of
 * `width` by `height` with `margin` all round. Nothing stored is simplified; what is drawn is
 * rounded to half a pixel. `x` and `y` are where a label sits: the area's `centre` where it has
 * one, else its roomiest point. Pure.
 */
export function drawMap(input: MapInput, width: number, height: number, margin = 4): MapDrawing {
  const shapes = input.areas.map((a) => rewind(a.shape))
  const outline = input.outline ? rewind(input.outline) : null
  const projection = fit(outline ? [outline] : shapes, width, height, margin)
  const draw = (geometry: AreaShape | Line) => {
    const pen = makePen()
    geoPath(projection, pen)(geometry as GeoJSON.Geometry)
    return pen.read()
  }
  return {
    width,
    height,
    areas: input.areas.map((a, i) => {
      const [x, y] = projection(a.centre ? [a.centre[0], a.centre[1]] : labelPoint(a.shape)) ?? [
        0, 0,
      ]
      const shape = shapes[i]
      return { code: a.code, name: a.name, d: shape ? draw(shape) : '', x: half(x), y: half(y) }
    }),
    outline: outline ? draw(outline) : null,
    lines: (input.lines ?? []).map(({ name, kind, line }) => ({ name, kind, d: draw(line) })),
  }
}

/** Where points (longitude, latitude) fall on the sheet that `drawMap` draws of this input. */
export function projectPoints(
  input: MapInput,
  points: readonly (readonly [number, number])[],
  width: number,
  height: number,
  margin = 4,
): [number, number][] {
  const outline = input.outline ? rewind(input.outline) : null
  const shapes = outline ? [outline] : input.areas.map((a) => rewind(a.shape))
  const projection = fit(shapes, width, height, margin)
  return points.map(([lon, lat]) => {
    const [x, y] = projection([lon, lat]) ?? [0, 0]
    return [half(x), half(y)]
  })
}

/** Which band a figure falls in: 0 below the first limit, up to the number of limits. */
export const bandOf = (value: number, limits: readonly number[]) =>
  limits.filter((limit) => value >= limit).length
