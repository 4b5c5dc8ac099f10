import { addDays, daysBetween, mondayOf, type PlainDate } from '@/lib/dates'
import { openActions } from './rules'
import type { PlanAction } from './view'
import { ownerWords } from './words'

/** Weeks that the picture of who does what shows. */
export const WEEKS = 4

export type Lane = { who: string; person: boolean; actions: (PlanAction & { dueOn: PlainDate })[] }

/**
 * Who does what by when in the next four weeks, from the Monday of this one: a lane an owner, the
 * person's own first. What is late stands at the beginning.
 */
export function lanesOf(actions: readonly PlanAction[], name: string, now: PlainDate) {
  const from = mondayOf(now)
  const until = addDays(from, WEEKS * 7)
  const shown = openActions(actions).flatMap((one) =>
    one.dueOn && one.dueOn < until ? [{ ...one, dueOn: one.dueOn }] : [],
  )
  const lanes = new Map<string, Lane>()
  for (const action of shown) {
    const who = ownerWords(action, name)
    const lane = lanes.get(who) ?? { who, person: action.byPerson, actions: [] }
    lane.actions.push(action)
    lanes.set(who, lane)
  }
  const ordered = [...lanes.values()].sort((a, b) => Number(b.person) - Number(a.person))
  return { from, until, lanes: ordered }
}

/** Where a day stands between the first Monday and the last, from 0 to 1; what is late, at 0. */
export const placeOf = (day: PlainDate, from: PlainDate): number =>
  Math.min(1, Math.max(0, daysBetween(from, day) / (WEEKS * 7)))
