import type { Random } from '../random'
import { dayNumber } from './days'
import type { Day } from './entry-types'
import type { Profile } from './profile'
import type { Life } from './types'
import { practiceUuid } from './uuid'

/** A life of which nothing has been written. */
export function emptyLife(rng: Random, profile: Profile, from: Day): Life {
  return {
    personKey: profile.personKey,
    id: practiceUuid(rng, dayNumber(from) * 86_400_000),
    displayName: profile.displayName,
    born: profile.born,
    sex: profile.sex,
    culture: profile.pool.key,
    dealt: profile.deal.needs,
    story: [],
    unnamed: null,
    records: [],
    names: [],
    births: [],
    identifiers: [],
    addresses: [],
    livingSituations: [],
    reaches: [],
    safeContacts: [],
    adjustments: [],
    ownWords: [],
    languages: [],
    equality: [],
    relationships: [],
    involvements: [],
    contacts: [],
    needs: [],
    assessments: [],
    warnings: [],
    markers: [],
    appointments: [],
    plan: { goals: [], actions: [], agencyPlans: [] },
    referrals: [],
    choices: [],
    states: {
      limitedAccess: [],
      protectedWhereabouts: [],
      protectedNames: [],
      harmLinks: [],
      bars: [],
      death: null,
      cohorts: [],
    },
  }
}
