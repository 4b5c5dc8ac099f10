import { classes } from '@/components/ui/classes'
import { bandOf, type MapDrawing } from '@/lib/areas/map'
import type { AreaFigure, Limits } from '@/lib/areas/shades'
import { FigureTable } from './figure-table'
import { MapKey } from './map-key'
import { shades } from './shades'

type AreaMapProps = {
  /** Unique on the page; names the parts for screen readers. */
  id: string
  /** What the map finds, as a sentence. */
  title: string
  drawing: MapDrawing
  figures: readonly AreaFigure[]
  /** Five limits that part the figures into six bands, rising. */
  limits: Limits
  /** What a row of the table and its figure are: 'Ward', 'People with two or more needs'. */
  areaHeading: string
  figureHeading: string
  /** The same areas on a small sheet, so that figures can be read on a phone. */
  narrow?: MapDrawing
  /** Finer borders drawn faintly over the areas, such as small areas. */
  faint?: MapDrawing
  /** What the licence asks to be shown. */
  attribution: string
  /** A note under the map, such as who is not on it. */
  note?: string
}

function Lines({ drawing }: { drawing: MapDrawing }) {
  return drawing.lines.map(({ name, kind, d }) => (
    <path
      key={name}
      d={d}
      className={classes('fill-transparent', kind === 'river' ? 'stroke-water' : 'stroke-card')}
      strokeWidth={kind === 'river' ? 7 : 1.6}
      strokeOpacity={kind === 'river' ? 0.95 : 0.6}
      strokeLinecap="round"
    />
  ))
}

/**
 * A map of areas shaded by a figure, drawn on the server: no tiles, no script, nothing fetched
 * from elsewhere. Each figure is written on its area and in a table behind the map. An area
 * without a figure is hatched, so that what is not known is drawn and not left blank.
 */
export function AreaMap({ faint, narrow, attribution, note, ...props }: AreaMapProps) {
  const { id, title, drawing, figures, limits } = props
  const shown = { title, figures, limits }
  return (
    <figure>
      <Sheet
        {...{ ...shown, id, drawing, faint }}
        className={narrow ? 'max-sm:hidden print:block' : ''}
      />
      {narrow ? (
        <Sheet
          {...{ ...shown, id: `${id}-narrow`, drawing: narrow }}
          className="sm:hidden print:hidden"
        />
      ) : null}
      {figures.length > 0 ? <MapKey limits={limits} /> : null}
      {note && <p className="mt-2 text-small text-muted">{note}</p>}
      {figures.length > 0 ? <FigureTable {...props} /> : null}
      <figcaption className="mt-2 text-small text-muted">{attribution}</figcaption>
    </figure>
  )
}

type SheetProps = Pick<AreaMapProps, 'id' | 'title' | 'drawing' | 'figures' | 'limits'> & {
  faint?: MapDrawing | undefined
  className: string
}

function Sheet({ id, title, drawing, figures, limits, faint, className }: SheetProps) {
  // Two hundred small areas would drown in the borders that suit eighteen wards.
  const border = drawing.areas.length > 60 ? 0.7 : 1.6
  const byCode = new Map(figures.map((figure) => [figure.code, figure]))
  const shaded = drawing.areas.map((area) => {
    const figure = byCode.get(area.code)
    const value = figure?.value ?? null
    return { area, figure, band: value === null ? undefined : shades[bandOf(value, limits)] }
  })
  return (
    <svg
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      className={classes('keep-colour block h-auto w-full', className)}
      role="img"
      aria-labelledby={`${id}-title ${id}-words`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-words`}>
        {figures.length > 0
          ? 'The same figures are in the table below the map.'
          : 'No figure is known for these areas.'}
      </desc>
      <defs>
        <pattern id={`${id}-none`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M0 6L6 0" className="stroke-muted" strokeWidth="1" strokeOpacity="0.6" />
        </pattern>
      </defs>
      {shaded.map(({ area, band }) => (
        <path
          key={area.code}
          d={area.d}
          className={classes(band?.fill, 'stroke-card')}
          fill={band ? undefined : `url(#${id}-none)`}
          fillOpacity={band?.opacity}
          strokeWidth={border}
          strokeLinejoin="round"
        />
      ))}
      {faint?.areas.map((area) => (
        <path
          key={area.code}
          d={area.d}
          className="fill-transparent stroke-card"
          strokeOpacity="0.22"
          strokeWidth="0.6"
        />
      ))}
      <Lines drawing={drawing} />
      {drawing.outline && (
        <path d={drawing.outline} className="fill-transparent stroke-muted" strokeWidth="1.2" />
      )}
      {shaded.map(({ area, figure, band }) => (
        <text
          key={area.code}
          x={area.x}
          y={area.y}
          textAnchor="middle"
          dominantBaseline="central"
          className={classes('text-note font-bold', band?.dark ? 'fill-card' : 'fill-ink')}
        >
          {band ? (figure?.text ?? '') : ''}
        </text>
      ))}
    </svg>
  )
}
