import type { StatementView } from '@/lib/readiness/rules/round-view'

const [step, floor, most] = [34, 46, 9] as const

/** How far apart sectors were in earlier rounds, and are now: a bar each, its points above it. */
export function ApartBars({ view }: { view: StatementView }) {
  const { apart } = view.spread
  const bars = [...view.before.slice(-2), { round: 'now', apart }]
  const words = bars
    .map(({ round, apart: points }) => `${round}: ${points ?? 'not to be said'}`)
    .join(', ')
  return (
    <svg
      viewBox={`0 0 ${3 * step} 50`}
      className="keep-colour block h-[50px] w-[102px] text-small"
      role="img"
      aria-label={`Points apart. ${words}`}
    >
      {bars.map(({ round, apart: points }, i) => {
        const x = (3 - bars.length + i) * step
        const isNow = i === bars.length - 1
        const tall = ((points ?? 0) / most) * 30 + 2
        return (
          <g key={round} className={isNow ? 'fill-ink font-bold' : 'fill-muted'}>
            <rect
              {...{ x, y: floor - tall, width: 24, height: tall }}
              className="fill-act"
              fillOpacity={isNow ? 1 : 0.3}
            />
            <text x={x + 12} y={floor - tall - 4} textAnchor="middle">
              {points ?? '–'}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
