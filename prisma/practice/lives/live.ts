import { playAll, startDraft } from './draft'
import { setOut } from './lived'
import { finish } from './passes/finish'
import type { Profile } from './profile'
import type { Life } from './types'
import type { World } from './world'

/** Lives one life from its profile and writes down what agencies saw of it. */
export function live(world: World, profile: Profile): Life {
  const draft = startDraft(world, profile)
  setOut(draft)
  playAll(draft)
  finish(draft)
  return draft.life
}
