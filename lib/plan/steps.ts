import 'server-only'
import { permit } from '@/lib/access/policy'
import { formatDateTime, londonDate, today } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { NotFound, Refused, Stale } from '@/lib/errors'
import { refusal } from './rules'
import type { StepInput } from './schema'

const plain = (date: Date | null) => (date ? londonDate(date) : null)

async function find({ db }: Scope, { personId, actionId }: StepInput) {
  const found = await db.planAction.findFirst({
    where: { id: actionId, personId },
    select: {
      agencyId: true,
      ownerUserId: true,
      dueOn: true,
      takenOnAt: true,
      doneOn: true,
      notDoneOn: true,
      withdrawnOn: true,
      version: true,
    },
  })
  if (!found) throw new NotFound()
  return found
}

/** What a step writes. */
function written({ step, day, why }: StepInput, { userId }: Scope['viewer'], dueOn: Date | null) {
  const now = new Date(today())
  switch (step) {
    case 'take':
      return { ownerUserId: userId, takenOnAt: new Date() }
    case 'move':
      return { dueOn: day ? new Date(day) : dueOn, movedFrom: dueOn, movedWhy: why }
    case 'done':
      return { doneOn: now }
    case 'not-done':
      return { notDoneOn: now, notDoneWhy: why }
    case 'undo':
      return { doneOn: null, notDoneOn: null, notDoneWhy: null }
    case 'remove':
      return { withdrawnOn: now }
  }
}

/**
 * Takes one step with an action: takes it on, moves its date with why, ticks it off, undoes that,
 * takes it out of the plan. Its owner and the agency that added it may; each step only from where
 * the action stands.
 *
 * @param version the one that the form was opened at; null where it does not matter
 * @throws Stale where somebody else took a step first
 * @throws Refused where the step cannot be taken from here, in words
 */
export async function stepAction(
  scope: Scope,
  input: StepInput,
  version: number | null = null,
): Promise<void> {
  permit(scope.viewer, 'plan:write')
  const before = await find(scope, input)
  if (version !== null && version !== before.version) throw stale(before.version)
  const facts = {
    takenOn: plain(before.takenOnAt),
    doneOn: plain(before.doneOn),
    notDoneOn: plain(before.notDoneOn),
    withdrawnOn: plain(before.withdrawnOn),
  }
  const { agencyId, userId } = scope.viewer
  const why = refusal(input.step, facts, {
    own: before.agencyId === agencyId,
    mine: before.ownerUserId === userId,
  })
  if (why) throw new Refused(why)
  const { count } = await scope.db.planAction.updateMany({
    where: { id: input.actionId, personId: input.personId, version: before.version },
    data: written(input, scope.viewer, before.dueOn),
  })
  if (count > 0) return
  const after = await find(scope, input)
  if (after.version !== before.version) throw stale(after.version)
  throw new NotFound()
}

const stale = (version: number) => new Stale({}, 'Somebody', formatDateTime(new Date()), version)
