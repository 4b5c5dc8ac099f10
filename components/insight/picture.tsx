import { classes } from '@/components/ui/classes'
import type { Drawing, Paint, Shape } from '@/lib/insight/drawing/shapes'

const fills: Record<Paint, string> = {
  ink: 'fill-ink',
  muted: 'fill-muted',
  line: 'fill-line',
  card: 'fill-card',
  paper: 'fill-paper',
  act: 'fill-act',
  'act-deep': 'fill-act-deep',
  water: 'fill-water',
  danger: 'fill-danger',
}
const strokes: Record<Paint, string> = {
  ink: 'stroke-ink',
  muted: 'stroke-muted',
  line: 'stroke-line',
  card: 'stroke-card',
  paper: 'stroke-paper',
  act: 'stroke-act',
  'act-deep': 'stroke-act-deep',
  water: 'stroke-water',
  danger: 'stroke-danger',
}

type PictureProps = {
  /** Unique on the page; names the parts for screen readers. */
  id: string
  title: string
  drawing: Drawing
  /** The part of it that is seen; all of it unless said. */
  view?: { x: number; y: number; width: number; height: number }
  className?: string
}

/** A drawing of published figures as SVG. Its figures stand in a table beside it, always. */
export function Picture({ id, title, drawing, view, className }: PictureProps) {
  const { x, y, width, height } = view ?? { x: 0, y: 0, ...drawing }
  return (
    <svg
      viewBox={`${x} ${y} ${width} ${height}`}
      className={classes('keep-colour block h-auto w-full max-w-[46rem] text-small', className)}
      role="img"
      aria-labelledby={`${id}-title ${id}-words`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-words`}>The same figures are in the table below.</desc>
      {drawing.shapes.map((shape, at) => (
        <Part key={at} shape={shape} />
      ))}
    </svg>
  )
}

function Part({ shape }: { shape: Shape }) {
  switch (shape.kind) {
    case 'rect': {
      const { kind: _, fill, opacity, ...place } = shape
      return <rect {...place} className={fills[fill]} fillOpacity={opacity} />
    }
    case 'circle': {
      const { kind: _, fill, opacity, ...place } = shape
      return <circle {...place} className={fills[fill]} fillOpacity={opacity} />
    }
    case 'line': {
      const { kind: _, stroke, width, ...place } = shape
      return <line {...place} className={strokes[stroke]} strokeWidth={width} />
    }
    case 'path': {
      const { d, fill, opacity, stroke, width, dash } = shape
      const look = classes(fill ? fills[fill] : 'fill-transparent', strokes[stroke])
      return (
        <path
          {...{ d, fillOpacity: opacity, strokeWidth: width, strokeDasharray: dash }}
          className={look}
        />
      )
    }
    case 'text': {
      const { x, y, text, anchor, fill, bold, halo } = shape
      return (
        <text
          {...{ x, y, textAnchor: anchor }}
          {...(halo ? { strokeWidth: 4, paintOrder: 'stroke' } : {})}
          className={classes(fills[fill], bold && 'font-bold', halo && 'stroke-card')}
        >
          {text}
        </text>
      )
    }
  }
}
