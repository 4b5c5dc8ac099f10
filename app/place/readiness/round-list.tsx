import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import { formatDate } from '@/lib/dates'
import type { Round } from '@/lib/readiness/queries'

/** Every round, and where to begin another. */
export function RoundList({ rounds, leads }: { rounds: readonly Round[]; leads: boolean }) {
  const isOpen = rounds.some(({ closed_at }) => closed_at === null)
  return (
    <Card
      title="Rounds"
      titleId="rounds"
      more={leads && !isOpen ? <Link href="/place/readiness/new">Begin a round</Link> : undefined}
    >
      {rounds.length === 0 ? <p className="text-muted">None yet.</p> : null}
      <ul className="divide-y divide-line">
        {rounds.map(({ id, name, closed_at, closes_on, answered, asked, invented }) => (
          <li key={id} className="py-2.5">
            <p className="flex flex-wrap items-center gap-x-3">
              <Link href={`/place/readiness/${id}`}>{name}</Link>
              {closed_at ? null : <Tag tone="act">open</Tag>}
              {invented ? <Tag>invented</Tag> : null}
            </p>
            <p className="text-note text-muted">
              {closed_at ? `Closed ${formatDate(closed_at)}` : `Until ${formatDate(closes_on)}`} ·{' '}
              {answered} of {asked} answered
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
