import 'server-only'
import { permit } from '@/lib/access/policy'
import { formatDateTime, today } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { NotFound, Refused, Stale } from '@/lib/errors'
import { newId } from '@/lib/new-id'
import { MOST_GOALS, REWORDED } from './lists'
import { getPlan } from './queries'
import { planOn } from './rules'
import { THE_PERSON } from './schema'
import type { ActionInput, AskedInput, GoalEndInput, GoalInput, RewordInput } from './schema'

const day = (date: string | null) => new Date(date ?? today())

/**
 * Adds a goal.
 *
 * @returns its id
 * @throws Refused where five stand already, from what the viewer sees
 */
export async function giveGoal(scope: Scope, input: GoalInput): Promise<string> {
  permit(scope.viewer, 'plan:write')
  const { goals } = planOn(await getPlan(scope, input.personId), today())
  if (goals.length >= MOST_GOALS)
    throw new Refused('There are five goals already. A short plan works: end one first.', 'words')
  const id = newId()
  await scope.db.planGoal.createMany({ data: { id, ...input } })
  return id
}

/** Says a goal of our own anew: the old one ends, and the new one follows it. @returns its id */
export async function rewordGoal(scope: Scope, input: RewordInput): Promise<string> {
  permit(scope.viewer, 'plan:write')
  const { goalId, ...said } = input
  await endNow(scope, input.personId, goalId, REWORDED)
  const id = newId()
  await scope.db.planGoal.createMany({ data: { id, ...said, followsId: goalId } })
  return id
}

/** Ends a goal of our own, with what came of it. @throws Stale where a colleague ended it first */
export async function endGoal(scope: Scope, input: GoalEndInput): Promise<void> {
  permit(scope.viewer, 'plan:write')
  await endNow(scope, input.personId, input.goalId, input.outcome)
}

async function endNow({ db, viewer }: Scope, personId: string, goalId: string, outcome: string) {
  const own = { id: goalId, personId, agencyId: viewer.agencyId }
  const { count } = await db.planGoal.updateMany({
    where: { ...own, endedOn: null },
    data: { endedOn: day(null), outcome },
  })
  if (count > 0) return
  const theirs = await db.planGoal.findFirst({
    where: own,
    select: { endedOn: true, outcome: true, version: true },
  })
  if (!theirs?.endedOn) throw new NotFound()
  const said = { outcome: theirs.outcome ?? '' }
  throw new Stale(said, 'A colleague', formatDateTime(theirs.endedOn), theirs.version)
}

/** Records what the person said of a goal, whoever gave it. */
export async function recordAsked({ db, viewer }: Scope, input: AskedInput): Promise<void> {
  permit(viewer, 'plan:write')
  const { askedOn, ...said } = input
  await findGoal({ db, viewer }, input.personId, input.goalId)
  await db.planAsked.createMany({ data: { ...said, askedOn: day(askedOn) } })
}

async function findGoal({ db }: Scope, personId: string, goalId: string) {
  const found = await db.planGoal.findFirst({
    where: { id: goalId, personId },
    select: { endedOn: true },
  })
  if (!found) throw new NotFound()
  if (found.endedOn) throw new Refused('This goal has ended. Look at the plan again.')
}

/**
 * Adds an action with one owner and a date. Whoever names themselves takes it on with that; another
 * is named, and takes it on for themselves.
 *
 * @returns its id
 * @throws Refused under a goal that nobody has asked the person about
 */
export async function addAction(scope: Scope, input: ActionInput): Promise<string> {
  permit(scope.viewer, 'plan:write')
  const { db, viewer } = scope
  const { personId, goalId, words, owner, dueOn } = input
  if (goalId) {
    const { goals } = planOn(await getPlan(scope, personId), today())
    const goal = goals.find(({ id }) => id === goalId)
    if (!goal) throw new Refused('This goal has ended. Choose another.', 'goalId')
    if (goal.saidBy === 'agency' && goal.agreement === 'not_asked')
      throw new Refused('Nothing is done under this goal until somebody has asked them.', 'goalId')
  }
  const id = newId()
  const mine = owner === viewer.userId
  await db.planAction.createMany({
    data: {
      ...{ id, personId, goalId, words, dueOn: day(dueOn) },
      ownerUserId: owner === THE_PERSON ? null : owner,
      ownerName: '',
      takenOnAt: mine ? new Date() : null,
    },
  })
  return id
}
