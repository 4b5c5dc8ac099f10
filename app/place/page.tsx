import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlacePage } from '@/app/place/place-page'
import { Card } from '@/components/ui/card'
import { InsetText } from '@/components/ui/inset-text'
import { Link } from '@/components/ui/link'
import { NotKnown } from '@/components/ui/not-known'
import { PrintButton } from '@/components/ui/print-button'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { listAreaSets } from '@/lib/areas/queries'
import { labelOf, NEED_DOMAINS } from '@/lib/codes'
import { formatDate } from '@/lib/dates'
import { peopleToAPlace, supplyMeasureOf } from '@/lib/supply/rules/need-and-supply'
import { perPlaceWords, supplyTitle } from '@/lib/supply/words'
import { AreaSets } from './area-sets'
import { GapList } from './gap-list'
import { MapFilters } from './map-filters'
import { readMap, type MapRead } from './open-map'
import { SupplyMap } from './supply-map'

export const metadata: Metadata = { title: 'Place' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Need set against supply, area by area; and where each set of areas comes from. */
export default async function PlaceMapPage({ searchParams }: Props) {
  const asked = await searchParams
  const found = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'place:view')) return null
    const read = await readMap(scope, asked)
    return { viewer: scope.viewer, read, sets: await listAreaSets(scope) }
  }, '/place')
  if (!found) notFound()
  const { viewer, read, sets } = found
  const words = labelOf(NEED_DOMAINS, read.need).toLowerCase()
  return (
    <PlacePage
      viewer={viewer}
      title={supplyTitle(words, read.gaps, read.supply.length)}
      about={aboutOf(read)}
      actions={<PrintButton />}
    >
      <Card className="no-print mb-5">
        <MapFilters read={read} />
      </Card>
      <div className="grid grid-cols-1 gap-5 xl:grid-cols-3 xl:items-start">
        <Card className="xl:col-span-2" title={`Where help with ${words} is`} titleId="map">
          <SupplyMap read={read} need={words} />
        </Card>
        <Card title="Where need is ahead of supply" titleId="gaps">
          <PerPlace read={read} words={words} />
          <GapList gaps={read.gaps} counted={read.counted} all={read.supply.length} />
        </Card>
      </div>
      <InsetText className="mt-5">
        How far help is, is an estimate from the straight line: the shorter of a walk and a bus. A
        service whose place is withheld is on no map, and counts as serving everywhere. No person is
        on the map; figures of people are altered slightly so that people cannot be worked out
        reliably.{' '}
        {can(viewer, 'insight:view') ? <Link href="/insight/methods">How this works</Link> : null}
      </InsetText>
      <Card title="Area sets" titleId="sets">
        <AreaSets sets={sets} />
      </Card>
    </PlacePage>
  )
}

function aboutOf({ published, mayCount }: MapRead): string {
  const services = 'services as confirmed by their owners'
  if (!mayCount) return `Figures of need are for commissioners; ${services}.`
  if (!published) return `Nothing has been published yet; ${services}.`
  return (
    `Publication ${published.no}, people in touch with any of ${published.agencies} agencies in ` +
    `the year to ${formatDate(published.to)} · ${services}`
  )
}

/** One stated measure of supply, and people to a place where both are known. */
function PerPlace({ read, words }: { read: MapRead; words: string }) {
  const { published, services, need } = read
  const measure = supplyMeasureOf(need)
  const ratio = peopleToAPlace(published?.withNeed ?? null, services)
  return (
    <div className="mb-4">
      <p className="text-note text-muted">
        Supply of help with {words} is measured in{' '}
        {measure === 'places' ? 'places at once' : 'services one may go to'}. {services.length}{' '}
        {services.length === 1 ? 'service helps' : 'services help'} with it.
      </p>
      {published && published.withNeed !== null ? (
        <p>
          <b>{published.show(published.withNeed).text}</b> people with this need in the whole place.
        </p>
      ) : null}
      {measure === 'services' ? null : ratio === null ? (
        <p>
          <NotKnown>people to a place: not every service says how many places it has</NotKnown>
        </p>
      ) : (
        <p>
          <b>{perPlaceWords(ratio)}</b> people to a place.
        </p>
      )}
    </div>
  )
}
