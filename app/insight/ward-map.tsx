import { AreaMap } from '@/components/areas/area-map'
import { EmptyState } from '@/components/ui/empty-state'
import { drawMap } from '@/lib/areas/map'
import { limitsFor } from '@/lib/insight/drawing/draw-area-map'
import { listAreaFigures } from '@/lib/insight/area-figures'
import type { Profile } from '@/lib/insight/rules/protection-profiles'
import type { TableView } from '@/lib/insight/table-view'
import type { WardMap } from './open-insight'

type Props = {
  title: string
  view: TableView
  /** The column that is drawn. */
  column: string
  figureHeading: string
  map: WardMap
  profile: Profile
}

/** A ward table as the map of the place. */
export function FiguresOnMap({ title, view, column, figureHeading, map, profile }: Props) {
  if (!map) return <EmptyState title="The wards have not been loaded." />
  const figures = listAreaFigures(view, column, profile)
  const input = { areas: map.areas, outline: map.outline, lines: map.lines }
  return (
    <AreaMap
      id="wards"
      title={title}
      drawing={drawMap(input, 760, 620)}
      narrow={drawMap(input, 360, 294)}
      figures={figures}
      limits={limitsFor(figures)}
      areaHeading="Ward"
      figureHeading={figureHeading}
      attribution={map.attribution}
      note={
        'People with no settled address are counted for the city only.' +
        (figures.some(({ value }) => value === null) ? ' Hatched: withheld.' : '')
      }
    />
  )
}
