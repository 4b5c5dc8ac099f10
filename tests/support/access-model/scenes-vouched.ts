import type { Giver, WorldBuilder } from './builder'
import type { Cast } from './cast'
import { formerly } from './scenes-say'
import { threeLevels } from './scenes-relationship'
import type { Author } from './world'

/** An answer to what somebody wrote down. */
export type Vouched = { by: Author; answer?: 'not'; undone?: boolean }

/** Every kind of answer there is to what a reader wrote down about what a giver gives. */
export function vouchings(cast: Cast, giver: Giver): Vouched[] {
  const { ours, receiver } = cast
  const outside = cast.givers.silent ?? ours
  return [
    { by: giver },
    { by: giver, answer: 'not' },
    { by: giver, undone: true },
    { by: ours },
    { by: receiver },
    { by: outside },
    { by: outside, answer: 'not' },
    // Who works for a reader too: for somebody outside that counts against them, for the giver not.
    { by: { ...outside, author: cast.user['two here'] ?? '' } },
    { by: { ...giver, author: cast.user['two here'] ?? '' } },
  ]
}

/**
 * Block two again: who put a person into the cohort, and who has said yes to it. A reader's own
 * placement opens nothing of what others give.
 */
export function addPlacements(b: WorldBuilder, cast: Cast) {
  const names = ['live', 'on consent'] as const
  const { ours } = cast
  const outside = cast.givers.silent ?? ours
  const live = cast.givers.live ?? ours
  const by = (author: string): Author => ({ ...outside, author })
  const placers: { by: Author; confirmed?: Vouched }[] = [
    ...[ours, cast.receiver, live, outside].map((each) => ({ by: each })),
    { by: by(cast.user['two here'] ?? '') },
    { by: { ...live, author: cast.user['two here'] ?? '' } },
    { by: by(formerly(b, cast, -1)) },
    { by: by(formerly(b, cast, 9)) },
    { by: by(formerly(b, cast, null, 5)) },
    ...vouchings(cast, live).map((confirmed) => ({ by: ours, confirmed })),
  ]
  for (const { by: placer, confirmed } of placers) {
    const person = b.person()
    b.involve(person, ours)
    for (const name of names) {
      const id = b.cohort(person, cast.agreements[name]?.id ?? '', b.span(-50), placer)
      if (confirmed) b.confirm(person, id, confirmed.by, confirmed.answer, confirmed.undone)
    }
    for (const categories of [['housing'], ['justice'], ['safety']])
      threeLevels(b, person, live, categories)
  }
}
