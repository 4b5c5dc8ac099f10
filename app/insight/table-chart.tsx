import { Picture } from '@/components/insight/picture'
import { drawBars } from '@/lib/insight/drawing/draw-bars'
import { TOTAL } from '@/lib/insight/programme'
import type { Profile } from '@/lib/insight/rules/protection-profiles'
import type { TableView } from '@/lib/insight/table-view'
import type { Combination } from '@/lib/insight/upset'
import type { WardMap } from './open-insight'
import { UpsetChart } from './upset-chart'
import { FiguresOnMap } from './ward-map'

type Props = {
  title: string
  view: TableView
  combinations: readonly Combination[]
  map: WardMap
  profile: Profile
}

/** A declared table as the chart that suits it. */
export function TableChart({ title, view, combinations, map, profile }: Props) {
  if (combinations.length > 0) {
    return <UpsetChart title={title} combinations={combinations} profile={profile} />
  }
  const [first] = view.columns
  if (view.table.area === 'ward' && first) {
    const figureHeading = first.key === TOTAL ? 'People' : first.label
    return <FiguresOnMap {...{ title, view, map, profile, figureHeading }} column={first.key} />
  }
  return <Picture id="bars" title={title} drawing={drawBars(view, profile)} />
}
