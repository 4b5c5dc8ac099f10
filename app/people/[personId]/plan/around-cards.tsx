import { Card } from '@/components/ui/card'
import { ButtonLink } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { NotKnown } from '@/components/ui/not-known'
import { labelOf } from '@/lib/codes'
import { formatDate, formatShortDate, type PlainDate } from '@/lib/dates'
import { firstCapital } from '@/lib/first-capital'
import { HELD_KINDS } from '@/lib/plan/lists'
import { reviewsNow } from '@/lib/plan/rules'
import type { HeldPlan, Review, Strength } from '@/lib/plan/view'

type Shown = { here: string; name: string; mayWrite: boolean }

/** What they are good at, in their own words. */
export function StrengthsCard({
  strengths,
  here,
  name,
  mayWrite,
}: Shown & { strengths: readonly Strength[] }) {
  return (
    <Card
      title={`What ${name} is good at`}
      titleId="strengths"
      more={mayWrite ? <Link href={`${here}/strengths/new`}>Add</Link> : undefined}
    >
      {strengths.length === 0 ? (
        <NotKnown asked={false}>nobody has written it down</NotKnown>
      ) : null}
      <ul className="space-y-3">
        {strengths.map(({ id, words, saidOn, own }) => (
          <li key={id}>
            “{words}”
            <span className="block text-note text-muted">
              In {name}’s words, {formatDate(saidOn)}{' '}
              {mayWrite && own ? <Link href={`${here}/lines/strength/${id}`}>End</Link> : null}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The next review and the last, and the way to two versions side by side. */
export function ReviewCard({
  reviews,
  here,
  mayWrite,
  now,
}: Shown & { reviews: readonly Review[]; now: PlainDate }) {
  const { next, last } = reviewsNow(reviews)
  return (
    <Card
      title="Review"
      titleId="review"
      more={<Link href={`${here}/versions`}>Two versions side by side</Link>}
    >
      <dl>
        <div className="flex gap-3 py-1">
          <dt className="w-16 shrink-0 text-muted">Next</dt>
          <dd>
            {next ? (
              <>
                <b>{formatDate(next.plannedFor)}</b>
                {next.plannedFor < now ? ', passed' : ''}
                <span className="block text-note text-muted">{firstCapital(next.agency)}</span>
              </>
            ) : (
              'None planned'
            )}
          </dd>
        </div>
        <div className="flex gap-3 py-1">
          <dt className="w-16 shrink-0 text-muted">Last</dt>
          <dd>
            {last?.heldOn ? (
              <>
                {formatShortDate(last.heldOn, now)}: {last.outcome}
                {last.present ? (
                  <span className="block text-note text-muted">There: {last.present}</span>
                ) : null}
              </>
            ) : (
              'None held yet'
            )}
          </dd>
        </div>
      </dl>
      {mayWrite && (!next || next.own) ? (
        <p className="no-print mt-3">
          <ButtonLink
            tone="secondary"
            href={next ? `${here}/reviews/${next.id}` : `${here}/reviews/new`}
          >
            {next ? 'Record the review' : 'Plan a review'}
          </ButtonLink>
        </p>
      ) : null}
    </Card>
  )
}

/** One line for each plan that an agency holds, and whom to ring. */
export function HeldCard({ held, here, mayWrite }: Shown & { held: readonly HeldPlan[] }) {
  return (
    <Card
      title="Plans that others hold"
      titleId="held"
      more={mayWrite ? <Link href={`${here}/held/new`}>Add one of ours</Link> : undefined}
    >
      <ul className="divide-y divide-line">
        {held.map((one) => (
          <li key={one.id} className="flex justify-between gap-4 py-2 first:pt-0">
            <span className="min-w-0">
              <b>{labelOf(HELD_KINDS, one.kind)}</b>
              <span className="block text-note text-muted">
                {firstCapital(one.agency)}, agreed {formatDate(one.agreedOn)}
                {one.reviewOn ? `; reviewed ${formatDate(one.reviewOn)}` : ''}
              </span>
            </span>
            <span className="shrink-0 text-note">
              {one.own && mayWrite ? (
                <Link href={`${here}/lines/held/${one.id}`}>yours</Link>
              ) : one.phone ? (
                <a className="link" href={`tel:${one.phone.replaceAll(' ', '')}`}>
                  {one.phone}
                </a>
              ) : (
                <NotKnown />
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-note text-muted">
        One line each, from what you can see. Nothing in them is copied here.
      </p>
    </Card>
  )
}
