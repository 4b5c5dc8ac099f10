import type { AreaShape } from '../schema'
import { areaShapeSchema } from '../schema'
import type { Column } from './columns'
import { suggestColumns } from './columns'
import { polygonsOf } from './geometry'
import type { Problem } from './problems'

export type BoundaryFeature = { feature: number; cells: string[]; shape: AreaShape }
export type Boundaries = {
  file: string
  columns: Column[]
  features: BoundaryFeature[]
  problems: Problem[]
}

const lineOf = (text: string, position: number) => text.slice(0, position).split('\n').length

/** Why a text is not JSON, with its line where the parser says. */
function jsonProblem(file: string, text: string, error: SyntaxError): Problem {
  const position = /position (\d+)/.exec(error.message)?.[1]
  const line = position ? { line: lineOf(text, Number(position)) } : {}
  return { file, ...line, message: 'this is not JSON. Was the file cut short?' }
}

/** Why a shape cannot be drawn as longitude and latitude, or null. */
function shapeFault(shape: AreaShape): string | null {
  const rings = polygonsOf(shape).flat()
  if (rings.length === 0) return 'has an empty shape.'
  for (const ring of rings) {
    const [first, last] = [ring[0], ring[ring.length - 1]]
    if (ring.length < 4) return 'has a ring of fewer than four points.'
    if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
      return 'has a ring whose last point is not its first.'
    }
    if (ring.some(([lon, lat]) => Math.abs(lon ?? 0) > 180 || Math.abs(lat ?? 0) > 90)) {
      return (
        'is not in longitude and latitude. These look like grid references: ask for the file ' +
        'in WGS 84 (EPSG:4326).'
      )
    }
  }
  return null
}

type Collection = { features: { properties?: Record<string, unknown>; geometry?: unknown }[] }

const asCollection = (value: unknown): Collection | null => {
  const holds = typeof value === 'object' && value !== null && 'features' in value
  return holds && Array.isArray(value.features) ? (value as Collection) : null
}

/** Reads a GeoJSON FeatureCollection of polygons. Shapes are kept point for point. */
export function readBoundaries(file: string, text: string): Boundaries {
  const none = (problem: Problem): Boundaries => ({
    file,
    columns: [],
    features: [],
    problems: [problem],
  })
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return none(jsonProblem(file, text, error))
  }
  const collection = asCollection(value)
  if (!collection || collection.features.length === 0) {
    return none({ file, message: 'this is not a GeoJSON collection of areas.' })
  }
  const names = [...new Set(collection.features.flatMap((f) => Object.keys(f.properties ?? {})))]
  const problems: Problem[] = []
  const features: BoundaryFeature[] = []
  collection.features.forEach((item, i) => {
    const feature = i + 1
    const shape = areaShapeSchema.safeParse(item.geometry)
    const fault = shape.success ? shapeFault(shape.data) : 'is not a Polygon or MultiPolygon.'
    if (fault !== null) problems.push({ file, feature, message: fault })
    else if (shape.success) {
      const cells = names.map((name) => String(item.properties?.[name] ?? '').trim())
      features.push({ feature, cells, shape: shape.data })
    }
  })
  return { file, columns: suggestColumns(names), features, problems }
}
