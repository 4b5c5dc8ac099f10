import type { Sector } from '@/lib/readiness/statements'

type Props = { sector: Sector; x: number; y: number }

/**
 * A sector's shape: public a square, private a diamond, voluntary a circle, as everywhere across
 * Place; lived experience a green triangle.
 */
export function SectorMark({ sector, x, y }: Props) {
  const r = 6.5
  switch (sector) {
    case 'public':
      return <rect x={x - 6} y={y - 6} width={12} height={12} className="fill-ink" />
    case 'private':
      return (
        <path
          d={`M${x} ${y - 8}L${x + 8} ${y}L${x} ${y + 8}L${x - 8} ${y}Z`}
          className="fill-card stroke-ink"
          strokeWidth={2}
        />
      )
    case 'social':
      return <circle cx={x} cy={y} r={r} className="fill-card stroke-ink" strokeWidth={2.5} />
    case 'lived':
      return <path d={`M${x} ${y - 8}L${x + 8} ${y + 6}L${x - 8} ${y + 6}Z`} className="fill-act" />
  }
}
