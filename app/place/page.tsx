import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ViewerPage } from '@/app/viewer-page'
import { AreaMap } from '@/components/areas/area-map'
import { PageBody } from '@/components/layout/page-body'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { drawMap } from '@/lib/areas/map'
import { getWardMap, listAreaSets } from '@/lib/areas/queries'
import { AreaSets } from './area-sets'

export const metadata: Metadata = { title: 'Place' }

const limits = [8000, 11000, 14000, 17000, 20000] as const

/**
 * The place itself: its wards, and where each set of areas comes from. No figure about need is
 * here.
 */
export default async function PlacePage() {
  const found = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'place:view')) return null
    return { viewer: scope.viewer, map: await getWardMap(scope), sets: await listAreaSets(scope) }
  }, '/place')
  if (!found) notFound()
  const { viewer, map, sets } = found
  const figures =
    map?.areas.flatMap(({ code, residents }) =>
      residents
        ? [{ code, value: residents.count, text: residents.count.toLocaleString('en-GB') }]
        : [],
    ) ?? []
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title={map?.place ?? viewer.place}
        about="Boundaries and residents as published. Nothing here is about anybody."
      >
        <div className="grid grid-cols-1 gap-5 xl:grid-cols-2 xl:items-start">
          <Card title={map?.name ?? 'Wards'} titleId="map-title">
            {map ? (
              <AreaMap
                id="wards"
                title={`${map.areas.length} wards of ${map.place}${figures.length > 0 ? ', by residents' : ''}`}
                drawing={drawMap(
                  { areas: map.areas, outline: map.outline, lines: map.lines },
                  760,
                  620,
                )}
                figures={figures}
                limits={limits}
                areaHeading="Ward"
                figureHeading="Residents"
                attribution={map.attribution}
              />
            ) : (
              <EmptyState title="No wards have been loaded.">
                An administrator of the partnership desk loads them, under Admin, Area sets.
              </EmptyState>
            )}
          </Card>
          <Card title="Area sets" titleId="sets">
            <AreaSets sets={sets} />
          </Card>
        </div>
      </PageBody>
    </ViewerPage>
  )
}
