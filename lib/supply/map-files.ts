import type { AreaFigure } from '@/lib/areas/shades'
import type { AreaShape } from '@/lib/areas/schema'
import { csvLine } from '@/lib/transfer/report'
import type { Drawn } from './queries'
import type { AreaSupply } from './rules/need-and-supply'

type Given = {
  areas: readonly { code: string; name: string; shape: AreaShape }[]
  figures: readonly AreaFigure[]
  supply: readonly AreaSupply[]
  services: readonly Drawn[]
  /** What the figure is. */
  figure: string
  about: readonly string[]
}

const NOT_KNOWN = 'not known'

const ofAreas = ({ areas, figures, supply }: Given) =>
  areas.map(({ code, name, shape }) => {
    const here = supply.find((each) => each.code === code)
    return {
      ...{ code, name, shape },
      figure: figures.find((each) => each.code === code)?.text ?? NOT_KNOWN,
      nearest: here?.nearest?.name ?? NOT_KNOWN,
      minutes: here?.nearest?.minutes ?? null,
      serving: here?.serving ?? 0,
      places: here?.places ?? null,
    }
  })

/** The table of the map as CSV; what is not known says so. */
export function mapCsv(given: Given): string {
  const head = [
    'code',
    'area',
    given.figure,
    'nearest help',
    'minutes, about',
    'services',
    'places',
  ]
  const rows = ofAreas(given).map((area) => [
    ...[area.code, area.name, area.figure, area.nearest],
    ...[String(area.minutes ?? NOT_KNOWN), String(area.serving), String(area.places ?? NOT_KNOWN)],
  ])
  return '\uFEFF' + [head, ...rows].map(csvLine).join('')
}

/**
 * The map as GeoJSON (RFC 7946): areas with their figures, and services at their points. What is
 * withheld has no point, and is not among them.
 */
export function mapGeoJson(given: Given): string {
  const areas = ofAreas(given).map(({ shape, ...properties }) => ({
    ...{ type: 'Feature', id: properties.code, geometry: shape },
    properties: { kind: 'area', ...properties, figureIs: given.figure },
  }))
  const services = given.services.flatMap(({ id, name, institution, sector, point, withheld }) =>
    point && !withheld
      ? [
          {
            ...{ type: 'Feature', id },
            geometry: { type: 'Point', coordinates: [point.longitude, point.latitude] },
            properties: { kind: 'service', name, institution, sector },
          },
        ]
      : [],
  )
  return JSON.stringify({
    type: 'FeatureCollection',
    about: given.about.join(' '),
    features: [...areas, ...services],
  })
}
