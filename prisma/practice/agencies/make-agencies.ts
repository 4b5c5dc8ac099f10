import { agencies } from './agency-data'
import type { AgencyWorld } from './agency-types'
import { cohorts, makeAgreements } from './agreements'
import { makeStaff } from './people-at-work'
import { teams } from './team-data'

/**
 * The agencies, teams, people at work and agreements of the practice place. Pure: the same seed
 * gives the same world. Days are counted from *today* (negative is past) so nothing here goes
 * stale; the loader turns them into dates.
 */
export function makeAgencies(seed: number): AgencyWorld {
  return { agencies, teams, ...makeStaff(seed), agreements: makeAgreements(seed), cohorts }
}
