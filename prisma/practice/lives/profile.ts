import { anyPool, poolOf } from '../names/cultures'
import type { Pool } from '../names/cultures'
import type { FullName } from '../names/full-name'
import { familyFor, fullName, written } from '../names/full-name'
import { random } from '../random'
import type { Deal } from './deal'
import { dealNeeds } from './deal'
import { addDays, ageOn } from './days'
import type { Day } from './entry-types'
import { tieOf } from './ties'

/** Who somebody is before anything happens. Cheap, and the same whoever asks. */
export type Profile = {
  index: number
  personKey: string
  sex: 'female' | 'male'
  pool: Pool
  name: FullName
  displayName: string
  born: Day
  deal: Deal
  /** Mornings are hard: offered then, they are mostly missed. */
  mornings: boolean
  /** Share of ordinary appointments kept when nothing is wrong. */
  keeps: number
  /** Needs an interpreter. */
  interpreter: boolean
}

export const personKeyOf = (index: number) => `person-${String(index).padStart(5, '0')}`

/** Ages: mostly 25 to 44 as in Hard Edges; nobody under 18 and a fortnight. */
function bornFor(seed: number, index: number, today: Day, deal: Deal): Day {
  const rng = random(`born ${seed} ${index}`)
  const age = deal.panel
    ? rng.bell(38, 8, 21, 66)
    : rng.weigh([
        [rng.int(18, 24), 15],
        [rng.int(25, 44), 56],
        [rng.int(45, 64), 23],
        [rng.int(65, 88), 6],
      ])
  return addDays(today, -Math.round(age * 365.25) - rng.int(15, 350))
}

/** The profile of person `index`: a pure function of seed, today and index. */
export function profileOf(seed: number, index: number, today: Day): Profile {
  const rng = random(`profile ${seed} ${index}`)
  const tie = tieOf(seed, index)
  const deal = dealNeeds(random(`deal ${seed} ${index}`))
  if (tie?.kind === 'harm') settleHarm(deal, tie.second)
  const family = tie && tie.second && tie.sharesName ? profileOf(seed, index - 1, today) : null
  const pool = family
    ? family.pool
    : deal.panel && rng.chance(0.35)
      ? poolOf('english')
      : anyPool(rng)
  const shared = family?.name.family ? familyFor(pool, family.name.family, deal.sex) : undefined
  const name = fullName(rng, pool, deal.sex, shared)
  const born = bornFor(seed, index, today, deal)
  return {
    index,
    personKey: personKeyOf(index),
    sex: deal.sex,
    pool,
    name,
    displayName: written(name),
    born: ageOn(born, today) < 18 ? addDays(today, -19 * 366) : born,
    deal,
    mornings: rng.chance(
      deal.core.includes('S') ? 0.5 : deal.needs.includes('mental_health') ? 0.3 : 0.1,
    ),
    keeps: deal.panel ? 0.6 + rng.next() * 0.2 : 0.7 + rng.next() * 0.22,
    interpreter: pool.language !== null && pool.weight < 4 && rng.chance(0.3),
  }
}

/** A harm link joins somebody harmed and somebody who caused it: the deal is made to say so. */
function settleHarm(deal: Deal, second: boolean): void {
  deal.sex = second ? 'male' : 'female'
  deal.harm = second ? 'causing_harm' : 'harmed_by'
  if (!deal.needs.includes('domestic_abuse')) deal.needs.push('domestic_abuse')
}
