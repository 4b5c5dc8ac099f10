import type { AgencyWorld } from '../agencies/agency-types'
import { live } from './live'
import { profileOf } from './profile'
import { isUnnamed } from './ties'
import type { Life, Place } from './types'
import { makeWorld } from './world'
import type { World } from './world'
import { marlene, shanice, tomasz } from './fixed/caseload'
import { danny } from './fixed/danny'
import { limitedPerson } from './fixed/few'
import { unnamedPerson } from './fixed/unnamed'

/** People whom pictures and documents name, in the first places. */
const byHand: ((world: World) => Life)[] = [danny, marlene, tomasz, shanice, limitedPerson]

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
  for (let index = 0; index < count; index += 1) {
    const written = byHand[index]
    if (written) yield written(world)
    else if (isUnnamed(index)) yield unnamedPerson(world, index)
    else yield live(world, profileOf(seed, index, today))
  }
}
