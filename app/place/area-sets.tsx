import { EmptyState } from '@/components/ui/empty-state'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import type { listAreaSets } from '@/lib/areas/queries'
import { formatDate } from '@/lib/dates'

type Props = { sets: Awaited<ReturnType<typeof listAreaSets>> }

const day = (date: Date) => formatDate(date.toISOString().slice(0, 10))

/** How many areas, in words. */
export const countOf = (areas: number): string =>
  areas === 1 ? '1 area' : `${areas.toLocaleString('en-GB')} areas`

/** When a version holds, in words. */
export const setDays = (from: Date | null, to: Date | null): string => {
  if (from && to) return `held from ${day(from)} to ${day(to)}`
  if (from) return `held since ${day(from)}`
  return to ? `held until ${day(to)}` : 'no dates given'
}

/** Each set of areas: how many, when it held, whose data it is. */
export function AreaSets({ sets }: Props) {
  if (sets.length === 0) return <EmptyState title="No area sets have been loaded." />
  return (
    <SummaryList
      rows={sets.map(({ name, _count, validFrom, validTo, attribution, licence, practice }) => ({
        term: name,
        value: (
          <>
            {countOf(_count.areas)}, {setDays(validFrom, validTo)}{' '}
            {practice ? <Tag tone="caution">invented</Tag> : null}
            <span className="block text-note text-muted">
              {attribution} {licence}
            </span>
          </>
        ),
      }))}
    />
  )
}
