import { groundOf, readMap } from '@/app/place/open-map'
import { placeFile } from '@/app/place/place-file'
import { labelOf, NEED_DOMAINS } from '@/lib/codes'
import { writeSvg } from '@/lib/insight/drawing/write-svg'
import { drawSupplyMap } from '@/lib/supply/draw-supply-map'
import { mapCsv, mapGeoJson } from '@/lib/supply/map-files'
import { SHOWN } from '@/lib/supply/schema'

type Props = { params: Promise<{ file: string }> }

/** The map as a picture, its areas as GeoJSON, its table as CSV; what is withheld is in none. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { file } = await params
  return placeFile(file, async (scope) => {
    if (!['map.svg', 'areas.csv', 'areas.geojson'].includes(file)) return null
    const read = await readMap(scope, Object.fromEntries(new URL(request.url).searchParams))
    const { set, figures, limits, services, supply, show } = read
    if (!set) return null
    const figure = labelOf(SHOWN, show)
    const need = labelOf(NEED_DOMAINS, read.need).toLowerCase()
    const about = [
      `${figure}; help with ${need}. ${set.attribution}`,
      'How far help is, is an estimate from the straight line. No person is on the map.',
    ]
    if (file === 'map.svg') {
      const drawing = drawSupplyMap(groundOf(read), figures, limits, services)
      return {
        type: 'image/svg+xml; charset=utf-8',
        body: writeSvg(drawing, `${set.name}: ${figure}`, about),
      }
    }
    const given = { areas: set.areas, figures, supply, services, figure, about }
    return file === 'areas.csv'
      ? { type: 'text/csv; charset=utf-8', body: mapCsv(given) }
      : { type: 'application/geo+json', body: mapGeoJson(given) }
  })
}
