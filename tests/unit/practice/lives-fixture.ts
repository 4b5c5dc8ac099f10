import { makeAgencies } from '@/prisma/practice/agencies/make-agencies'
import type { Entry } from '@/prisma/practice/lives/entry-types'
import { makeLives } from '@/prisma/practice/lives/make-lives'
import type { Life, Place } from '@/prisma/practice/lives/types'

export const TODAY = '2026-11-22'

/** Small areas enough to live in: the city itself is another generator's. */
export const places: Place[] = Array.from({ length: 200 }, (_, i) => ({
  code: `Z0${String(i).padStart(4, '0')}`,
  postcodes: [0, 1, 2, 3].map((k) => `ZW${1 + (i % 18)} ${k}${i % 2 ? 'AB' : 'QD'}`),
  deprivation: 1 + (i % 10),
  ward: `W${i % 18}`,
}))

export const livesOf = (seed: number, count: number, today = TODAY): Generator<Life> =>
  makeLives({ seed, today, count, agencies: makeAgencies(seed), places })

/** Every entry of a life, whatever it is about. */
export function entriesOf(life: Life): Entry[] {
  const { states, plan } = life
  const lists: Entry[][] = [
    life.names,
    life.births,
    life.identifiers,
    life.addresses,
    life.livingSituations,
    life.reaches,
    life.safeContacts,
    life.adjustments,
    life.ownWords,
    life.languages,
    life.equality,
    life.relationships,
    life.involvements,
    life.contacts,
    life.needs,
    life.assessments,
    life.warnings,
    life.markers,
    life.appointments,
    life.referrals,
    life.choices,
    plan.goals,
    plan.actions,
    plan.agencyPlans,
    states.limitedAccess,
    states.protectedWhereabouts,
    states.protectedNames,
    states.harmLinks,
    states.bars,
    states.cohorts,
    states.death ? [states.death] : [],
    life.unnamed ? [life.unnamed] : [],
  ]
  return lists.flat()
}
