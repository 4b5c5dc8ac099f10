import { dateParts, MONTHS } from '@/lib/dates'
import type { TrendPoint } from '../trend'
import type { Drawing, Shape } from './shapes'

const widths = { wide: 660, narrow: 344 } as const
const [TOP, BARS, SHOWN] = [22, 120, 8]

/**
 * One figure over the newest eight publications as bars from zero, the oldest first. A series that
 * broke is parted by a line: what stands left of it and right of it was not counted alike.
 */
export function drawTrend(points: readonly TrendPoint[], size: keyof typeof widths): Drawing {
  const shown = points.slice(-SHOWN)
  const width = widths[size]
  const step = Math.min(width / Math.max(shown.length, 3), 110)
  const most = Math.max(1, ...shown.map(({ shown: { value } }) => value ?? 0))
  const ground = TOP + BARS
  const bar = step * 0.5
  return {
    width,
    height: ground + 42,
    shapes: shown.flatMap(({ to, broke, shown: { value, text } }, at): Shape[] => {
      const x = (at + 0.5) * step
      const height = ((value ?? 0) / most) * BARS
      const { year, month } = dateParts(to)
      const words = (text: string, y: number): Shape => ({
        ...{ kind: 'text', x, y, text, anchor: 'middle', fill: 'ink' },
      })
      return [
        ...(broke && at > 0 ? [breakAt(at * step, ground)] : []),
        {
          ...{ kind: 'rect', x: x - bar / 2, y: ground - height, width: bar, height, fill: 'act' },
        },
        words(text, ground - height - 6),
        words(MONTHS[month - 1]?.slice(0, 3) ?? '', ground + 18),
        words(String(year), ground + 34),
      ]
    }),
  }
}

const breakAt = (x: number, ground: number): Shape => ({
  ...{ kind: 'line', x1: x, x2: x, y1: 0, y2: ground + 36, stroke: 'muted', width: 2 },
})
