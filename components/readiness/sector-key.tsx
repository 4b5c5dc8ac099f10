import { Hatch } from '@/components/ui/not-known'
import { LEAST, SECTORS, type Sector } from '@/lib/readiness/statements'
import { SectorMark } from './sector-mark'

/** What each shape stands for, and how many answered. A sector under five is named and hatched. */
export function SectorKey({ answered }: { answered: ReadonlyMap<Sector, number> }) {
  return (
    <ul className="mb-4 flex flex-wrap gap-x-5 gap-y-1 text-note">
      {SECTORS.map(({ key, label }) => {
        const count = answered.get(key) ?? 0
        const isShown = count >= LEAST
        return (
          <li key={key} className="flex items-center gap-2">
            {isShown ? (
              <svg viewBox="0 0 20 20" className="keep-colour size-5 shrink-0" aria-hidden="true">
                <SectorMark sector={key} x={10} y={10} />
              </svg>
            ) : (
              <Hatch />
            )}
            <span className={isShown ? '' : 'text-muted'}>
              {label}, {count}
              {isShown ? '' : ': under five, so nothing is shown'}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
