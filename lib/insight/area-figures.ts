import type { AreaFigure } from '@/lib/areas/shades'
import { TOTAL } from './programme'
import type { Profile } from './rules/protection-profiles'
import { showCount } from './shown'
import type { TableView } from './table-view'

/** The figures of a ward table for one of its columns, ward by ward; the city is on no map. */
export function listAreaFigures(view: TableView, column: string, profile: Profile): AreaFigure[] {
  const at = view.columns.findIndex(({ key }) => key === column)
  return view.rows
    .filter(({ key }) => key !== TOTAL)
    .map(({ key, values }) => ({ code: key, ...showCount(values[at] ?? null, profile) }))
}
