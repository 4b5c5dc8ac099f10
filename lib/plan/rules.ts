import { daysBetween, type PlainDate } from '@/lib/dates'
import type { Step } from './lists'
import type { Asked, Goal, Plan, PlanAction, Review } from './view'

/** Where a goal stands with the person. */
export type Agreement = 'agreed' | 'agreed_in_part' | 'told' | 'said_no' | 'not_asked'

/** What was said last of a goal, under whichever wording it was asked. */
export function lastAsked(goal: Goal, plan: Pick<Plan, 'goals' | 'asked'>): Asked | undefined {
  return plan.asked.filter(({ goalId }) => goalId === goal.id).at(-1)
}

/**
 * Whether the person agreed. A yes that was given with somebody else in the room, or where a no
 * would have cost them something, is no agreement: they were told.
 */
export function agreementOf(asked: Asked | undefined): Agreement {
  if (!asked) return 'not_asked'
  const yes = asked.answer === 'agreed' || asked.answer === 'agreed_in_part'
  return yes && (asked.seenAlone === false || asked.freeToSay === false) ? 'told' : asked.answer
}

/** Where an action stands. Worked out from its dates. */
export type Standing = 'open' | 'done' | 'not_done' | 'withdrawn'

type Facts = Pick<PlanAction, 'doneOn' | 'notDoneOn'> & { withdrawnOn?: PlainDate | null }

export function standingOf({ doneOn, notDoneOn, withdrawnOn = null }: Facts): Standing {
  if (withdrawnOn) return 'withdrawn'
  if (doneOn) return 'done'
  return notDoneOn ? 'not_done' : 'open'
}

/** How the one who looks stands to an action: it is their agency's, it is theirs to do. */
export type Doer = { own: boolean; mine: boolean }

/** Why a step cannot be taken from where the action stands, in words; null where it can. */
export function refusal(
  step: Step,
  action: Facts & { takenOn: PlainDate | null },
  { own, mine }: Doer,
): string | null {
  const standing = standingOf(action)
  if (standing === 'withdrawn') return 'This action was taken out of the plan. Add it anew.'
  if (!own && !mine) return 'Only its owner and the agency that added it can change this action.'
  if (step === 'undo') return standing === 'open' ? 'This action is still open.' : null
  if (standing !== 'open') return 'This action is ticked off. Undo that first.'
  if (step === 'take' && mine && action.takenOn) return 'You have taken this on already.'
  if (step === 'remove' && !own) return 'Only the agency that added it takes it out of the plan.'
  return null
}

/** The steps that may be taken now, in the order they are offered. */
export const stepsNow = (action: PlanAction): Step[] =>
  (['take', 'done', 'not-done', 'move', 'undo', 'remove'] as const).filter(
    (step) => refusal(step, action, { own: action.own, mine: action.mine ?? false }) === null,
  )

/** How near a date is: passed, today or within three days, or further off. */
export function nearness(dueOn: PlainDate | null, now: PlainDate): 'late' | 'near' | 'far' | null {
  if (!dueOn) return null
  const days = daysBetween(now, dueOn)
  return days < 0 ? 'late' : days <= 3 ? 'near' : 'far'
}

/** A goal with what is done towards it, as it stands for the reader. */
export type GoalNow = Goal & {
  agreement: Agreement
  asked: Asked | undefined
  actions: PlanAction[]
}

const stoodOn = (from: PlainDate, until: PlainDate | null, day: PlainDate) =>
  from <= day && (until === null || until > day)

/** The goal that stands for this one on a day: itself, or the newest wording of it. */
function current(goals: readonly Goal[], id: string | null): string | null {
  let at = id
  for (let steps = 0; at !== null && steps < goals.length; steps += 1) {
    const next = goals.find(({ followsId }) => followsId === at)
    if (!next) break
    at = next.id
  }
  return at
}

/**
 * The plan as it stood at the end of a day, from what the reader may see: goals given by then and
 * not ended, each with the actions under it, or under a wording it had before.
 */
export function planOn(plan: Plan, day: PlainDate): { goals: GoalNow[]; loose: PlanAction[] } {
  const known = plan.goals.filter(({ givenOn }) => givenOn <= day)
  const standing = known.filter(({ givenOn, endedOn }) => stoodOn(givenOn, endedOn, day))
  const asked = plan.asked.filter(({ askedOn }) => askedOn <= day)
  const actions = plan.actions.filter(({ givenOn }) => givenOn <= day).map((one) => asOf(one, day))
  const under = (one: PlanAction) => current(known, one.goalId)
  const goals = standing.map((goal) => {
    const said = lastAsked(goal, { goals: known, asked })
    const mine = actions.filter((one) => under(one) === goal.id)
    return { ...goal, asked: said, agreement: agreementOf(said), actions: mine }
  })
  const placed = new Set(goals.flatMap((goal) => goal.actions.map(({ id }) => id)))
  const ended = new Set(
    known.filter(({ endedOn }) => endedOn && endedOn <= day).map(({ id }) => id),
  )
  const loose = actions.filter((one) => !placed.has(one.id) && !ended.has(under(one) ?? ''))
  return { goals, loose }
}

/** An action as it stood on a day: what was ticked off later was open then. */
function asOf(action: PlanAction, day: PlainDate): PlanAction {
  return {
    ...action,
    doneOn: action.doneOn && action.doneOn <= day ? action.doneOn : null,
    notDoneOn: action.notDoneOn && action.notDoneOn <= day ? action.notDoneOn : null,
  }
}

/** The next review and the last one held. */
export function reviewsNow(reviews: readonly Review[]) {
  return {
    next: reviews.find(({ heldOn }) => heldOn === null),
    last: reviews.filter(({ heldOn }) => heldOn !== null).at(-1),
  }
}

/** Open actions of the plan as it stands. */
export const openActions = (actions: readonly PlanAction[]): PlanAction[] =>
  actions.filter((one) => standingOf(one) === 'open')

/**
 * Who is to do something within so many days: how many of them, and how many things. Owners whom
 * the reader may not know are counted once, as one.
 */
export function doers(actions: readonly PlanAction[], now: PlainDate, days: number) {
  const soon = openActions(actions).filter(
    ({ dueOn }) => dueOn !== null && daysBetween(now, dueOn) <= days,
  )
  const who = new Set(soon.map((one) => (one.byPerson ? 'the person' : (one.owner ?? ''))))
  return { people: who.size, things: soon.length, person: who.has('the person') }
}
