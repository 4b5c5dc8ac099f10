import { closed, knows } from './answers'
import { mayLocate } from './states'
import type { Membership, World } from './world'

/**
 * What is said of a person to whoever asks by their id (docs/rules/who-may-see-what.md). Of
 * somebody whom the asker has nothing to do with it is what is said of nobody at all: they may not
 * be located, and they are shut.
 *
 * @returns `locate` and `shut`, as far as each is so
 */
export function answered(world: World, viewer: Membership | null, person: string): string[] {
  if (!viewer || !knows(world, viewer, person)) {
    return viewer !== null && wasTold(world, viewer, person) ? [] : ['shut']
  }
  return mayLocate(world, viewer, person) ? ['locate'] : []
}

/** A line on Today told the viewer of the person, who is not shut to them since. */
const wasTold = (world: World, viewer: Membership, person: string): boolean =>
  !closed(world, viewer, person) &&
  world.notices.some((notice) => notice.user === viewer.user && notice.person === person)
