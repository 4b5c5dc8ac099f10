import { SectorKey } from '@/app/place/network/network-key'
import { MapKey } from '@/components/areas/map-key'
import { CellTable } from '@/components/insight/cell-table'
import { Picture } from '@/components/insight/picture'
import { AsTable } from '@/components/ui/as-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { labelOf } from '@/lib/codes'
import { drawSupplyMap } from '@/lib/supply/draw-supply-map'
import { stepFrom, viewOf } from '@/lib/supply/rules/view-of'
import { SHOWN } from '@/lib/supply/schema'
import { groundOf, type MapRead } from './open-map'

type Props = { read: MapRead; need: string }

const steps = [
  ['nearer', 'Nearer'],
  ['further', 'Further'],
  ['north', 'North'],
  ['south', 'South'],
  ['west', 'West'],
  ['east', 'East'],
] as const

/** The map: drawn on the server, moved by plain links, with the table behind it. */
export function SupplyMap({ read, need }: Props) {
  const { set, figures, limits, services, show, ask } = read
  if (!set) {
    return (
      <EmptyState title="No areas have been loaded.">
        An administrator of the partnership desk loads them, under Admin, Area sets.
      </EmptyState>
    )
  }
  const stand = { near: ask.near ?? 1, x: ask.x ?? 50, y: ask.y ?? 50 }
  const drawing = drawSupplyMap(groundOf(read), figures, limits, services, stand.near)
  const query = `need=${read.need}&areas=${set.key}&show=${show}`
  const title = `${labelOf(SHOWN, show)}, and where help with ${need} is`
  const hidden = services.filter(({ withheld }) => withheld).length
  const nowhere = services.filter(({ withheld, point }) => !withheld && !point).length
  return (
    <figure>
      <nav aria-label="Move the map" className="no-print mb-3 flex flex-wrap gap-x-4 gap-y-1">
        {steps.map(([step, label]) => {
          const to = stepFrom(stand, step)
          return to ? (
            <Link key={step} href={`/place?${query}&near=${to.near}&x=${to.x}&y=${to.y}`}>
              {label}
            </Link>
          ) : (
            <span key={step} className="text-muted">
              {label}
            </span>
          )
        })}
        {stand.near === 1 ? null : <Link href={`/place?${query}`}>The whole place</Link>}
      </nav>
      <Picture
        id="supply"
        title={title}
        drawing={drawing}
        view={viewOf(stand, drawing.width, drawing.height)}
        className="max-w-none"
      />
      <MapKey limits={limits} />
      <ul className="keep-colour mt-3 flex flex-wrap gap-x-6 gap-y-2 text-note" aria-label="Shapes">
        <SectorKey />
      </ul>
      <p className="mt-2 text-small text-muted">
        {labelOf(SHOWN, show)}. Grey: not known, not published or withheld.
        {hidden > 0 ? ` ${hidden} of the services are on no map, for safety.` : ''}
        {nowhere > 0 ? ` Where ${nowhere} are is not known.` : ''} People with no settled address
        are counted for the whole place only.
      </p>
      <AsTable>
        <Figures read={read} />
      </AsTable>
      <p className="no-print mt-3 flex flex-wrap gap-x-5 text-note">
        <Link href={`/place/files/map.svg?${query}`}>Picture (SVG)</Link>
        <Link href={`/place/files/areas.csv?${query}`}>Table (CSV)</Link>
        <Link href={`/place/files/areas.geojson?${query}`}>Areas (GeoJSON)</Link>
      </p>
      <figcaption className="mt-2 text-small text-muted">{set.attribution}</figcaption>
    </figure>
  )
}

function Figures({ read }: { read: MapRead }) {
  const { supply, figures, show } = read
  const byCode = new Map(figures.map(({ code, text }) => [code, text]))
  return (
    <CellTable
      id="supply-table"
      caption="Need and supply by area"
      captionHidden
      rowHeading="Area"
      columns={[
        { key: 'shown', label: labelOf(SHOWN, show) },
        { key: 'nearest', label: 'Nearest help, about' },
        { key: 'serving', label: 'Services that serve it' },
        { key: 'places', label: 'Places' },
      ]}
      rows={supply.map(({ code, name, nearest, serving, places }) => ({
        key: code,
        label: name,
        cells: [
          byCode.get(code) ?? 'not known',
          nearest ? `${nearest.minutes} minutes` : 'not known',
          String(serving),
          places === null ? 'not known' : String(places),
        ],
      }))}
    />
  )
}
