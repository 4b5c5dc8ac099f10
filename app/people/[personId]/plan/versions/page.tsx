import type { Metadata } from 'next'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { addDays, formatDate, today, type PlainDate } from '@/lib/dates'
import { firstName } from '@/lib/people/identity'
import { getPlan } from '@/lib/plan/queries'
import { planOn, standingOf } from '@/lib/plan/rules'
import type { Plan } from '@/lib/plan/view'
import { agreementWords, dueWords, goalWords, ownerWords } from '@/lib/plan/words'
import { withPerson } from '../../open'
import { PersonPage } from '../../person-page'

export const metadata: Metadata = { title: 'Two versions of the plan' }

type Props = {
  params: Promise<{ personId: string }>
  searchParams: Promise<{ review?: string | string[] }>
}

/** The plan before a review, or before it began, beside how it stands now. */
export default async function VersionsPage({ params, searchParams }: Props) {
  const { viewer, strip, personId, asked } = await withPerson(
    params,
    'plan',
    (scope, { personId: id }) => getPlan(scope, id),
    '/plan/versions',
  )
  const { review } = await searchParams
  const held = asked.reviews.flatMap(({ id, heldOn, outcome }) =>
    heldOn ? [{ id, heldOn, outcome }] : [],
  )
  const chosen = held.find(({ id }) => id === review) ?? held.at(-1)
  const now = today()
  const name = firstName(strip)
  const here = `/people/${personId}/plan`
  return (
    <PersonPage viewer={viewer} strip={strip} printAs="working">
      <h2 className="mb-2 text-heading-m">Two versions of the plan, side by side</h2>
      <p className="no-print mb-4">
        <Link href={here}>Back to the plan</Link>
      </p>
      {chosen ? (
        <>
          <p className="mb-4">
            At the review of {formatDate(chosen.heldOn)}: {chosen.outcome}
          </p>
          <div className="mb-4 grid gap-5 md:grid-cols-2 md:items-start">
            {/* The day before: what was ticked off or said at the review is not in it yet. */}
            <Version plan={asked} day={addDays(chosen.heldOn, -1)} of="Before it" name={name} />
            <Version plan={asked} day={now} of="Now" name={name} />
          </div>
          {held.length > 1 ? (
            <p className="no-print flex flex-wrap gap-4">
              Other reviews:
              {held
                .filter(({ id }) => id !== chosen.id)
                .map(({ id, heldOn }) => (
                  <Link key={id} href={`${here}/versions?review=${id}`}>
                    {formatDate(heldOn)}
                  </Link>
                ))}
            </p>
          ) : null}
        </>
      ) : (
        <EmptyState title="No review has been held, as far as you can see.">
          When one is, the plan before it stands here beside the plan as it is.
        </EmptyState>
      )}
    </PersonPage>
  )
}

function Version({
  plan,
  day,
  of,
  name,
}: {
  plan: Plan
  day: PlainDate
  of: string
  name: string
}) {
  const { goals } = planOn(plan, day)
  return (
    <Card title={`${of}, ${formatDate(day)}`} titleId={`on-${day}`}>
      {goals.length === 0 ? <p>No goals were written down.</p> : null}
      {goals.map((goal) => (
        <div key={goal.id} className="mb-4">
          <h3 className="font-bold">{goalWords(goal)}</h3>
          <p className="text-note text-muted">{agreementWords(goal.agreement)}</p>
          <ul className="list-disc pl-6">
            {goal.actions.map((one) => (
              <li key={one.id}>
                {one.words}: {ownerWords(one, name)}
                {standingOf(one) === 'open' ? ', open' : `, ${dueWords(one, day)}`}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Card>
  )
}
