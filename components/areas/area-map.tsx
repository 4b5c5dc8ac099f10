import { classes } from '@/components/ui/classes'
import { bandOf, type MapDrawing } from '@/lib/areas/map'
import { type AreaFigure, FigureTable } from './figure-table'
import { type Limits, MapKey } from './map-key'
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
export function AreaMap({ faint, attribution, note, ...props }: AreaMapProps) {
  const { id, title, drawing, figures, limits } = props
  // Two hundred small areas would drown in the borders that suit eighteen wards.
  const border = drawing.areas.length > 60 ? 0.7 : 1.6
  const byCode = new Map(figures.map((figure) => [figure.code, figure]))
  const shaded = drawing.areas.map((area) => {
    const figure = byCode.get(area.code)
    return { area, figure, band: figure ? shades[bandOf(figure.value, limits)] : undefined }
  })
  return (
    <figure>
      <svg
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        className="block h-auto w-full"
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
            {figure?.text ?? ''}
          </text>
        ))}
      </svg>
      {figures.length > 0 ? <MapKey limits={limits} /> : null}
      {note && <p className="mt-2 text-small text-muted">{note}</p>}
      {figures.length > 0 ? <FigureTable {...props} /> : null}
      <figcaption className="mt-2 text-small text-muted">{attribution}</figcaption>
    </figure>
  )
}
