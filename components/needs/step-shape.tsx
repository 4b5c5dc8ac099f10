import { classes } from '@/components/ui/classes'
import type { Drawn } from '@/lib/needs/steps'

/** The ground of a lane, and the height of one of its four blocks. */
export const ground = 40
export const block = 5

export type Shape = { drawn: Drawn; height: number; old: boolean; at: number; width: number }

/** The hatchings that the shapes of a page are filled with: once a page. */
export function Hatchings() {
  const line = 'stroke-muted'
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <defs>
        <pattern id="forward" width="7" height="7" patternUnits="userSpaceOnUse">
          <path d="M0 7L7 0M-1 1L1 -1M6 8L8 6" className={line} strokeOpacity="0.6" />
        </pattern>
        <pattern id="back" width="7" height="7" patternUnits="userSpaceOnUse">
          <path d="M0 0L7 7M-1 6L1 8M6 -1L8 1" className={line} strokeOpacity="0.45" />
        </pattern>
        <pattern id="dotted" width="6" height="6" patternUnits="userSpaceOnUse">
          <circle cx="3" cy="3" r="0.9" className="fill-muted" fillOpacity="0.7" />
        </pattern>
        <pattern id="faint" width="10" height="10" patternUnits="userSpaceOnUse">
          <path d="M0 10L10 0M-1 1L1 -1M9 11L11 9" className={line} strokeOpacity="0.3" />
        </pattern>
      </defs>
    </svg>
  )
}

const hatched: Partial<Record<Drawn, { fill: string; dashed: boolean; open?: boolean }>> = {
  'not-known': { fill: 'url(#forward)', dashed: false },
  'not-asked': { fill: 'url(#back)', dashed: true },
  held: { fill: 'url(#faint)', dashed: true },
  unseen: { fill: 'url(#dotted)', dashed: false, open: true },
}

/** One step: blocks, an outline, a line or a hatching, each another kind of knowing. */
export function StepShape({ drawn, height, old, at, width }: Shape) {
  const x = `${at}%`
  const wide = `${Math.max(width, 0.6)}%`
  const high = Math.max(height, 0) * block
  const box = { x, width: wide, y: ground - high, height: high, rx: 1 }
  const hatch = hatched[drawn]
  if (hatch)
    return (
      <rect
        {...box}
        fill={hatch.fill}
        className={hatch.open ? 'stroke-none' : 'stroke-muted'}
        strokeDasharray={hatch.dashed ? '4 3' : undefined}
      />
    )
  if (drawn === 'none')
    return (
      <line
        x1={x}
        x2={`${at + Math.max(width, 0.6)}%`}
        y1={ground - 1}
        y2={ground - 1}
        className={old ? 'stroke-muted' : 'stroke-ink'}
        strokeWidth="2"
        strokeDasharray={old ? '4 3' : undefined}
      />
    )
  if (old || drawn === 'recorded')
    return (
      <rect
        {...box}
        className={classes('fill-card stroke-current')}
        strokeWidth="1.5"
        strokeDasharray={old ? '3 3' : undefined}
      />
    )
  return Array.from({ length: height }, (_, i) => (
    <rect
      key={i}
      x={x}
      width={wide}
      y={ground - (i + 1) * block}
      height={block - 1}
      className="fill-current"
    />
  ))
}
