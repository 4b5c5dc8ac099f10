import { countOf, setDays } from '@/app/place/area-sets'
import { EmptyState } from '@/components/ui/empty-state'
import { SummaryList } from '@/components/ui/summary-list'
import type { StagedAreas } from '@/lib/areas/queries'

const number = (n: number) => n.toLocaleString('en-GB')
const date = (day: string | null) => (day === null ? null : new Date(day))

type StagedSet = StagedAreas['sets'][number]

const hanging = ({ populations, measures, postcodes }: StagedSet) =>
  [
    populations > 0 ? `${number(populations)} counts of residents` : null,
    measures > 0 ? `${number(measures)} figures` : null,
    postcodes > 0 ? `${number(postcodes)} postcodes` : null,
  ].filter((part) => part !== null)

function effect({ before, gone }: StagedSet): string {
  if (before === 0) return 'A new set.'
  const leave = gone === 0 ? '' : ` ${number(gone)} of those are no longer in it and go.`
  return `This set is here already, with ${countOf(before)}. It is brought up to date, and its figures are replaced.${leave}`
}

/** Set by set: what it holds, when it holds, and what loading it does to what is here. */
export function StagedSets({ sets, lookups }: { sets: StagedSet[]; lookups: number }) {
  if (sets.length === 0) {
    return <EmptyState title="There is no set of areas in these files." />
  }
  return (
    <>
      <SummaryList
        rows={sets.map((set) => ({
          term: set.name,
          value: (
            <>
              {[countOf(set.areas), ...hanging(set)].join(', ')}.{' '}
              <span className="block text-note text-muted">
                {setDays(date(set.validFrom), date(set.validTo))}
              </span>
              <span className="block">{effect(set)}</span>
            </>
          ),
        }))}
      />
      {lookups > 0 ? (
        <p className="mt-3 text-note text-muted">
          {number(lookups)} lookups say which area lies in which.
        </p>
      ) : null}
    </>
  )
}
