import { Link } from '@/components/ui/link'
import { Hatch } from '@/components/ui/not-known'
import { ABUSE_DIRECTIONS, labelOf, NEED_STATES, SEVERITIES, TRENDS } from '@/lib/codes'
import { formatDate, type PlainDate } from '@/lib/dates'
import { WITHDRAWN_WHY } from '@/lib/needs/lists'
import type { Rating } from '@/lib/needs/queries'
import { standingOf } from '@/lib/needs/rules'

const standingWords = {
  now: 'A need now',
  past: 'In the last five years',
  no: 'Not a need',
  'not-known': 'Not known',
  'not-asked': 'Not asked',
  unseen: 'Nothing that you can see',
}

type Props = {
  domain: string
  label: string
  ratings: Rating[]
  now: PlainDate
  /** Where one of our own is taken back, before its id; left out for who may not. */
  withdrawHref: string | undefined
}

/** One domain: how it stands, then who said what and when. */
export function DomainHistory({ domain, label, ratings, now, withdrawHref }: Props) {
  const standing = standingOf(ratings, domain, now)
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h3 className="min-w-44 font-bold">{label}</h3>
        <span>{standingWords[standing]}</span>
        {['not-known', 'not-asked', 'unseen'].includes(standing) ? (
          <Hatch asked={standing !== 'not-asked'} />
        ) : null}
      </div>
      {ratings.length > 0 ? (
        <ul className="mt-1.5 space-y-1.5 text-note">
          {ratings.slice(0, 6).map((rating) => (
            <li key={rating.id}>
              <span className="text-muted">{formatDate(rating.ratedOn)}, </span>
              {rating.withdrawnAt ? <s>{ratingWords(rating)}</s> : ratingWords(rating)}
              <span className="text-muted">
                {' '}
                as seen by {[rating.author, rating.agency].filter(Boolean).join(', ')}
                {rating.withdrawnAt
                  ? `. Withdrawn ${formatDate(rating.withdrawnAt)}: ${labelOf(WITHDRAWN_WHY, rating.withdrawnWhy ?? '').toLowerCase()}`
                  : null}
              </span>{' '}
              {withdrawHref && rating.own && !rating.withdrawnAt ? (
                <Link href={`${withdrawHref}/${rating.id}`} className="no-print">
                  Withdraw
                  <span className="sr-only"> the rating of {formatDate(rating.ratedOn)}</span>
                </Link>
              ) : null}
              {rating.note && !rating.withdrawnAt ? (
                <span className="block whitespace-pre-line">{rating.note}</span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}

/** How severe it is lives at content: to whom it is not shown, that is said and not left blank. */
function ratingWords({ state, severity, trend, direction }: Rating): string {
  return [
    labelOf(NEED_STATES, state),
    direction ? labelOf(ABUSE_DIRECTIONS, direction).toLowerCase() : null,
    severity ? `gets in the way: ${labelOf(SEVERITIES, String(severity)).toLowerCase()}` : null,
    state === 'current' && !severity ? 'how far it gets in the way is not shown to you' : null,
    trend ? labelOf(TRENDS, trend).toLowerCase() : null,
  ]
    .filter(Boolean)
    .join('; ')
}
