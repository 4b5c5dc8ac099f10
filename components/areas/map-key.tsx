import type { Limits } from '@/lib/areas/shades'
import { shades } from './shades'

/** The shades with the figures they stand for. */
export function MapKey({ limits }: { limits: Limits }) {
  return (
    <ol className="mt-3 flex flex-wrap text-small text-muted" aria-label="Shades of the map">
      {shades.map(({ fill, opacity }, i) => (
        <li key={i} className="w-20">
          <svg viewBox="0 0 80 12" className="block h-3 w-20" aria-hidden="true">
            <rect width="80" height="12" className={fill} fillOpacity={opacity} />
          </svg>
          {i === 0 ? `under ${limits[0]}` : `${limits[i - 1] ?? ''}${i === 5 ? '+' : ''}`}
        </li>
      ))}
    </ol>
  )
}
