import 'server-only'
import { permit } from '@/lib/access/policy'
import { formatDateTime, today } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { NotFound, Refused, Stale } from '@/lib/errors'
import { newId } from '@/lib/new-id'
import type { HeldInput, LineEndInput, ReviewHeldInput, ReviewInput, StrengthInput } from './schema'

const day = (date: string | null) => new Date(date ?? today())

/** Plans a review. @throws Refused where one is planned already, from what the viewer sees */
export async function planReview({ db, viewer }: Scope, input: ReviewInput): Promise<string> {
  permit(viewer, 'plan:write')
  const { personId, plannedFor } = input
  const there = await db.planReview.findFirst({
    where: { personId, heldOn: null, droppedOn: null },
    select: { id: true },
  })
  if (there) throw new Refused('A review is planned already. Record what became of it first.')
  const id = newId()
  await db.planReview.createMany({ data: { id, personId, plannedFor: day(plannedFor) } })
  return id
}

/** What became of a review of our own. @throws Stale where a colleague recorded it first */
export async function closeReview({ db, viewer }: Scope, input: ReviewHeldInput): Promise<void> {
  permit(viewer, 'plan:write')
  const { personId, reviewId, took, heldOn, outcome, present } = input
  const own = { id: reviewId, personId, agencyId: viewer.agencyId }
  const { count } = await db.planReview.updateMany({
    where: { ...own, heldOn: null, droppedOn: null },
    data: took === 'held' ? { heldOn: day(heldOn), outcome, present } : { droppedOn: day(null) },
  })
  if (count > 0) return
  const theirs = await db.planReview.findFirst({
    where: own,
    select: { heldOn: true, droppedOn: true, outcome: true, version: true },
  })
  const at = theirs?.heldOn ?? theirs?.droppedOn
  if (!theirs || !at) throw new NotFound()
  const said = { took: theirs.heldOn ? 'held' : 'dropped', outcome: theirs.outcome ?? '' }
  throw new Stale(said, 'A colleague', formatDateTime(at), theirs.version)
}

/** Writes down what the person is good at, in their words. @returns its id */
export async function giveStrength({ db, viewer }: Scope, input: StrengthInput): Promise<string> {
  permit(viewer, 'plan:write')
  const id = newId()
  await db.planStrength.createMany({ data: { id, ...input, saidOn: day(null) } })
  return id
}

/** Adds one line for a plan that our agency holds in its own system. @returns its id */
export async function giveHeldPlan({ db, viewer }: Scope, input: HeldInput): Promise<string> {
  permit(viewer, 'plan:write')
  const { agreedOn, reviewOn, ...said } = input
  const id = newId()
  const dates = { agreedOn: day(agreedOn), reviewOn: reviewOn ? day(reviewOn) : null }
  await db.heldPlan.createMany({ data: { id, ...said, ...dates } })
  return id
}

/** Ends a line beside the goals: a strength, a plan that we hold. Sent twice, it ends once. */
export async function endLine({ db, viewer }: Scope, input: LineEndInput): Promise<void> {
  permit(viewer, 'plan:write')
  const { personId, kind, lineId } = input
  const where = { id: lineId, personId, agencyId: viewer.agencyId, endedOn: null }
  const data = { endedOn: day(null) }
  const { count } =
    kind === 'strength'
      ? await db.planStrength.updateMany({ where, data })
      : await db.heldPlan.updateMany({ where, data })
  if (count === 0) throw new NotFound()
}
