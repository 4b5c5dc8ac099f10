import { SectorKey } from '@/components/readiness/sector-key'
import { SpreadList } from '@/components/readiness/spread-list'
import { AverageTable, SpreadTable } from '@/components/readiness/spread-table'
import { AsTable } from '@/components/ui/as-table'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { ATTRIBUTION, PARTS } from '@/lib/readiness/statements'
import { InTheirWords } from './in-their-words'
import type { Closed } from './read-closed'

/** What a round that has closed shows: spread first, then words; averages behind a link. */
export function RoundResults({
  round,
  views,
  answered,
  comments,
  evidence,
  leads,
}: Closed & { leads: boolean }) {
  const behaviours = views.filter(({ part }) => part !== 'headings' && part !== 'own')
  const rest = views.filter(({ part }) => part === 'headings' || part === 'own')
  const own = rest.some(({ part }) => part === 'own')
  return (
    <div className="grid grid-cols-1 gap-5">
      <Card title="How far apart sectors are, the widest first" titleId="spread">
        <p className="mb-1 text-note text-muted">
          The middle answer of each sector, and how many answered:
        </p>
        <SectorKey answered={answered} />
        <SpreadList views={behaviours} evidence={evidence} />
        <AsTable>
          <SpreadTable views={behaviours} />
        </AsTable>
      </Card>
      <Card
        title={PARTS[3].label + (own ? ', and what this place asks itself' : '')}
        titleId="headings"
      >
        <SpreadList views={rest} evidence={evidence} />
        <AsTable more=" of these">
          <SpreadTable views={rest} />
        </AsTable>
        <details className="mt-3 text-note">
          <summary className="link w-fit">Averages</summary>
          <p className="my-2 text-muted">
            An average hides who disagrees. To half a point; those shown are the sectors of which
            five or more gave a number.
          </p>
          <AverageTable views={views} />
        </details>
      </Card>
      <InTheirWords comments={comments} views={views} />
      {leads && round.waiting > 0 ? (
        <p className="no-print">
          <Link href={`/place/readiness/${round.id}/comments`}>
            {round.waiting} {round.waiting === 1 ? 'comment waits' : 'comments wait'} to be read
          </Link>{' '}
          before anybody sees them.
        </p>
      ) : null}
      <p className="text-note text-muted">
        {ATTRIBUTION} Answers are of the people who answered and of nobody else. A sector is shown
        where five or more of it gave a number; the others count in no figure.
        {round.invented ? ' Invented: nobody was asked.' : ''}
      </p>
    </div>
  )
}
