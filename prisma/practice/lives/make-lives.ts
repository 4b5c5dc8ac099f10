import type { AgencyWorld } from '../agencies/agency-types'
import { live } from './live'
import { profileOf } from './profile'
import type { Life, Place } from './types'
import { makeWorld } from './world'

export type LivesOrder = {
  seed: number
  /** `YYYY-MM-DD`, London. Nothing is written on or after it except what is booked. */
  today: string
  count: number
  agencies: AgencyWorld
  places: Place[]
}

/**
 * Invented people over the three years up to `today`, one at a time. Pure and seeded: the same
 * order gives the same lives, and life *n* is the same whatever the count (but for the phones).
 */
export function* makeLives(order: LivesOrder): Generator<Life> {
  const { seed, today, count, agencies, places } = order
  const world = makeWorld(seed, today, count, agencies, places)
  for (let index = 0; index < count; index += 1) yield live(world, profileOf(seed, index, today))
}
