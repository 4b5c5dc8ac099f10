import type { Metadata } from 'next'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { can } from '@/lib/access/policy'
import { labelOf } from '@/lib/codes'
import { formatDate, today } from '@/lib/dates'
import { firstName, ownName } from '@/lib/people/identity'
import { GOAL_OUTCOMES, MOST_GOALS, REWORDED } from '@/lib/plan/lists'
import { getPlan } from '@/lib/plan/queries'
import { doers, planOn } from '@/lib/plan/rules'
import { doersWords, goalWords, planTitle } from '@/lib/plan/words'
import { withPerson } from '../open'
import { PersonPage } from '../person-page'
import { HeldCard, ReviewCard, StrengthsCard } from './around-cards'
import { Doing } from './doing'
import { ActionLines, GoalCard } from './goal-card'

export const metadata: Metadata = { title: 'Plan' }

type Props = { params: Promise<{ personId: string }> }

/** What was agreed and what comes next: one short plan, and a line for each that others hold. */
export default async function PlanPage({ params }: Props) {
  const { viewer, strip, personId, asked } = await withPerson(
    params,
    'plan',
    (scope, { personId: id }) => getPlan(scope, id),
    '/plan',
  )
  const now = today()
  const { goals, loose } = planOn(asked, now)
  const ended = asked.goals.filter(({ endedOn, outcome }) => endedOn && outcome !== REWORDED)
  const mayWrite = can(viewer, 'plan:write') && !strip.died?.sure
  const shown = { here: `/people/${personId}/plan`, name: firstName(strip), now, mayWrite }
  const all = [...goals.flatMap(({ actions }) => actions), ...loose]
  return (
    <PersonPage viewer={viewer} strip={strip} printAs="working">
      <div className="mb-4 flex flex-wrap items-start justify-between gap-4">
        <div>
          <h2 className="text-heading-m">{planTitle(`${ownName(strip)}’s plan`, goals)}</h2>
          <p className="text-muted">{doersWords(doers(all, now, 28), shown.name)}</p>
        </div>
        <div className="no-print flex flex-wrap gap-3">
          {can(viewer, 'person:print') ? (
            <ButtonLink tone="secondary" href={`${shown.here}/paper`}>
              Print for {shown.name}, large type
            </ButtonLink>
          ) : null}
          {mayWrite ? (
            <ButtonLink tone="secondary" href={`${shown.here}/actions/new`}>
              Add an action
            </ButtonLink>
          ) : null}
        </div>
      </div>
      <div className="grid gap-5 lg:grid-cols-[2fr_1fr] lg:items-start">
        <div className="min-w-0">
          <Doing actions={all} {...shown} />
          {goals.length === 0 ? (
            <EmptyState title="No goals are written down, as far as you can see.">
              Ask what they want, and write it down as they say it.
            </EmptyState>
          ) : null}
          {goals.map((goal) => (
            <GoalCard key={goal.id} goal={goal} {...shown} />
          ))}
          {loose.length > 0 ? (
            <Card title="Towards no goal that you can see" titleId="loose" className="mb-4">
              <ActionLines actions={loose} {...shown} />
            </Card>
          ) : null}
          {mayWrite && goals.length < MOST_GOALS ? (
            <p className="no-print my-4">
              <ButtonLink tone="secondary" href={`${shown.here}/goals/new`}>
                Add a goal
              </ButtonLink>
            </p>
          ) : null}
          {ended.length > 0 ? (
            <Card title="Goals that have ended" titleId="ended" className="mb-4">
              <ul className="list-disc pl-6">
                {ended.map((goal) => (
                  <li key={goal.id}>
                    {goalWords(goal)}: {labelOf(GOAL_OUTCOMES, goal.outcome ?? '').toLowerCase()},{' '}
                    {goal.endedOn ? formatDate(goal.endedOn) : ''}
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
          <p className="mb-6 text-note text-muted">
            From what you can see. Reading an action is not taking it on: its owner says so.
          </p>
        </div>
        <div className="grid gap-5">
          <StrengthsCard strengths={asked.strengths} {...shown} />
          <ReviewCard reviews={asked.reviews} {...shown} />
          <HeldCard held={asked.held} {...shown} />
          <p className="text-note text-muted">
            You see this because your team works with {shown.name}.{' '}
            <Link href={`/people/${personId}/sharing`}>Who else can?</Link>
          </p>
        </div>
      </div>
    </PersonPage>
  )
}
