import type { Draft } from './draft'
import { addDays } from './days'
import { head } from './heads'

/** From today nothing that locates the person is open to any but the teams named. */
export function hideWhereabouts(draft: Draft): void {
  const { states } = draft.life
  if (states.protectedWhereabouts.some((p) => p.until === null)) return
  states.protectedWhereabouts.push({
    ...head(draft, 'haven-refuge', draft.now, { categories: ['safety'] }),
    reason: 'Somebody who has harmed this person is looking for them.',
    from: draft.now,
    reviewOn: addDays(draft.world.today, draft.rng.int(-5, 150)),
    until: null,
    allowedTeamKeys: ['haven-refuge', 'haven-community'],
  })
}
