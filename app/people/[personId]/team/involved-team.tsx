import { PhoneLink } from '@/components/person/involved'
import { Link } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import { END_REASONS, labelOf } from '@/lib/codes'
import { daysAgo, formatDate, type PlainDate } from '@/lib/dates'
import type { InvolvedTeam } from '@/lib/people/view'
import { teamTitle } from '@/lib/team/bars'

const cameFrom: Record<string, string> = {
  referral: 'an accepted referral',
  feed: 'their agency’s own list',
  appointment: 'a kept appointment',
  present: 'the person being there',
}

// What a team may have to do with what it reads, by its function.
const functions: Record<string, string> = {
  dual: 'supports, and may have to act on what it knows',
  clinical: 'treats and supports',
  enforcement: 'enforces the law',
  benefit_decision: 'decides about benefits',
}

type Props = { involved: InvolvedTeam; now: PlainDate; here: string; mayEdit: boolean }

/** A team: since when, from what it came, its workers and how to reach them. */
export function InvolvedTeamCard({ involved, now, here, mayEdit }: Props) {
  const { team, agency, startsOn, endsOn, endReason, phone, hours, workers, lastSeen } = involved
  const role = functions[involved.function]
  return (
    <li className="py-4 first:pt-0">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 className="text-lead font-bold">{teamTitle({ team, agency })}</h3>
        {phone ? <PhoneLink phone={phone} of={team} /> : null}
        {hours ? <span className="text-note text-muted">{hours}</span> : null}
      </div>
      <p className="text-note text-muted">
        Since {formatDate(startsOn)}, from {cameFrom[involved.cameFrom] ?? involved.cameFrom}
        {endsOn
          ? `. Ended ${formatDate(endsOn)}${endReason ? `: ${labelOf(END_REASONS, endReason)}` : ''}`
          : ''}
        {lastSeen ? `. Last seen by them ${daysAgo(lastSeen, now)}` : ''}
        {role ? `. ${role.charAt(0).toUpperCase()}${role.slice(1)}` : ''}.
      </p>
      {involved.own &&
      !endsOn &&
      workers.every(({ until, left }) => left || (until && until < now)) ? (
        <p className="mt-2">
          <Tag tone="danger">not allocated</Tag>
        </p>
      ) : null}
      <ul className="mt-2 space-y-1">
        {workers.map((worker) => (
          <li key={worker.id} className="flex flex-wrap gap-x-3">
            <strong>{worker.name}</strong>
            {worker.lead ? <Tag tone="act">lead</Tag> : null}
            {worker.until ? (
              <span className="text-note text-muted">until {formatDate(worker.until)}</span>
            ) : null}
            {worker.left ? <span className="text-note text-muted">has left</span> : null}
            {worker.phone && !worker.left ? (
              <PhoneLink phone={worker.phone} of={worker.name} />
            ) : null}
          </li>
        ))}
      </ul>
      {mayEdit && involved.own && !endsOn ? (
        <p className="no-print mt-2 flex gap-5">
          <Link href={`${here}/${involved.id}/workers`}>Name a worker</Link>
          <Link href={`${here}/${involved.id}/handover`}>Hand over</Link>
          <Link href={`${here}/${involved.id}/end`}>End this work</Link>
        </p>
      ) : null}
    </li>
  )
}
