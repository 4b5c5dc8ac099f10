import { addEdges } from './scenes-edge'
import { WorldBuilder } from './builder'
import { addGivers } from './scenes-giver'
import { makeCast, type Cast } from './cast'
import { addLinks } from './scenes-links'
import { addNamed } from './scenes-named'
import { addParts } from './scenes-parts'
import { addRelationships } from './scenes-relationship'
import { addAudiences, addChoices, addGrants } from './scenes-say'
import { addPlacements } from './scenes-vouched'
import {
  addConflicts,
  addEveryTable,
  addHarm,
  addHistory,
  addLimits,
  addNames,
  addNotices,
  addWhereabouts,
} from './scenes-state'
import { addTakenBack } from './scenes-taken-back'
import type { World } from './world'

/**
 * The enumerated matrix as one world: every relationship, cohort, ending, choice, narrowing and
 * state, each against entries of every level and set of categories.
 *
 * @param compact fewer combinations of the same parts, for runs that are repeated hundreds of times
 */
export function wholeWorld(compact = false): { world: World; cast: Cast } {
  const b = new WorldBuilder()
  const cast = makeCast(b)
  addRelationships(b, cast, compact)
  addChoices(b, cast, compact)
  addPlacements(b, cast)
  addAudiences(b, cast)
  addParts(b, cast)
  addGrants(b, cast)
  addEveryTable(b, cast)
  addWhereabouts(b, cast, compact)
  addNames(b, cast)
  addLimits(b, cast)
  addConflicts(b, cast)
  addLinks(b, cast)
  addHarm(b, cast)
  addEdges(b, cast)
  addTakenBack(b, cast)
  addGivers(b, cast)
  addNamed(b, cast)
  addNotices(b, cast)
  addHistory(b, compact)
  return { world: b.world, cast }
}
