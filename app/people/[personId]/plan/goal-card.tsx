import { Card } from '@/components/ui/card'
import { Details } from '@/components/ui/details'
import { InsetText } from '@/components/ui/inset-text'
import { Link } from '@/components/ui/link'
import { NotKnown } from '@/components/ui/not-known'
import { Tag, type Tone } from '@/components/ui/tag'
import type { PlainDate } from '@/lib/dates'
import { STEPS } from '@/lib/plan/lists'
import { nearness, openActions, standingOf, stepsNow, type GoalNow } from '@/lib/plan/rules'
import type { PlanAction } from '@/lib/plan/view'
import {
  agreementWords,
  askedRows,
  dueWords,
  goalFrom,
  goalWords,
  movedWords,
  notCounted,
  ownerWords,
  takenWords,
} from '@/lib/plan/words'

type Shown = { here: string; name: string; now: PlainDate; mayWrite: boolean }

/** A goal, what they said of it, and who does what towards it. */
export function GoalCard({ goal, ...shown }: Shown & { goal: GoalNow }) {
  const { here, name, now, mayWrite } = shown
  const unasked = goal.agreement === 'not_asked'
  return (
    <Card className="mb-4">
      <div className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <h3 className="text-heading-s">{goalWords(goal)}</h3>
          <p className="text-note text-muted">{goalFrom(goal, name, now)}</p>
        </div>
        {unasked ? (
          <span className="rounded border border-dashed border-muted px-2 text-note font-bold">
            {agreementWords(goal.agreement)}
          </span>
        ) : (
          <Tag tone={goal.agreement === 'agreed' ? 'act' : 'caution'}>
            {agreementWords(goal.agreement)}
          </Tag>
        )}
      </div>
      {unasked && goal.saidBy === 'agency' ? (
        <p className="hatched-faint mb-3 border border-dashed border-muted p-3">
          Nothing is done under this until somebody has asked {name}.
        </p>
      ) : null}
      {goal.actions.length > 0 ? <ActionLines actions={goal.actions} {...shown} /> : null}
      {goal.asked ? <HowAsked goal={goal} /> : null}
      {mayWrite ? (
        <p className="no-print mt-3 flex flex-wrap gap-x-5 gap-y-2 text-note">
          <Link href={`${here}/goals/${goal.id}/asked`}>
            {unasked ? `Record what ${name} says` : `Ask ${name} again`}
          </Link>
          {goal.own ? (
            <>
              <Link href={`${here}/goals/${goal.id}/words`}>Say it another way</Link>
              <Link href={`${here}/goals/${goal.id}/end`}>End it</Link>
            </>
          ) : null}
        </p>
      ) : null}
    </Card>
  )
}

function HowAsked({ goal: { asked } }: { goal: GoalNow }) {
  if (!asked) return null
  const why = notCounted(asked)
  return (
    <Details summary="How they were asked">
      {why ? <InsetText tone="caution">{why}</InsetText> : null}
      <dl className="text-note">
        {askedRows(asked).map(({ term, value }) => (
          <div key={term} className="flex gap-3 py-1">
            <dt className="w-32 shrink-0 text-muted">{term}</dt>
            <dd>{value ?? <NotKnown />}</dd>
          </div>
        ))}
      </dl>
    </Details>
  )
}

const tones: Record<'late' | 'near' | 'far', Tone> = {
  late: 'danger',
  near: 'caution',
  far: 'neutral',
}

/** Actions, each with its one owner, its date, and what may be done with it now. */
export function ActionLines({ actions, ...shown }: Shown & { actions: readonly PlanAction[] }) {
  return (
    <ul className="divide-y divide-line border-t border-line">
      {[...openActions(actions), ...actions.filter((one) => standingOf(one) !== 'open')].map(
        (action) => (
          <ActionLine key={action.id} action={action} {...shown} />
        ),
      )}
    </ul>
  )
}

function ActionLine({ action, here, name, now, mayWrite }: Shown & { action: PlanAction }) {
  const taken = takenWords(action, now)
  const moved = movedWords(action, now)
  const near = standingOf(action) === 'open' ? nearness(action.dueOn, now) : 'far'
  const steps = mayWrite ? stepsNow(action) : []
  return (
    <li className="py-3">
      <div className="gap-4 sm:grid sm:grid-cols-[1fr_14rem_auto] sm:items-start">
        <div className="min-w-0">
          <p className="font-bold">{action.words}</p>
          {moved ? <p className="text-note text-muted">{moved}</p> : null}
          {action.notDoneWhy ? <p className="text-note text-muted">{action.notDoneWhy}</p> : null}
        </div>
        <div>
          <p>{ownerWords(action, name)}</p>
          {taken ? <p className="text-note text-muted">{taken}</p> : null}
        </div>
        <div className="sm:text-right">
          {near ? (
            <Tag tone={tones[near]}>{dueWords(action, now)}</Tag>
          ) : (
            <NotKnown>no date</NotKnown>
          )}
        </div>
      </div>
      {steps.length > 0 ? (
        <p className="no-print mt-1 flex flex-wrap gap-x-4 gap-y-2 text-note">
          {steps.map((step) => (
            <Link key={step} href={`${here}/actions/${action.id}/${step}`}>
              {STEPS.find(({ key }) => key === step)?.label}
              <span className="sr-only">: {action.words}</span>
            </Link>
          ))}
        </p>
      ) : null}
    </li>
  )
}
