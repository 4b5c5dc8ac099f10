import { makeLives, type LivesOrder } from '../lives/make-lives'
import type { Life } from '../lives/types'

/** The first people are written by hand: Danny Okafor and those around him. */
export const castCount = 10

/** States a test needs somebody in, and how to tell. */
export const stateChecks = {
  protectedWhereabouts: (life) => life.states.protectedWhereabouts.some((one) => !one.until),
  protectedName: (life) => life.states.protectedNames.length > 0,
  limitedAccess: (life) => life.states.limitedAccess.some((one) => !one.until),
  harmLink: (life) => life.states.harmLinks.some((one) => !one.until),
  died: (life) => life.states.death !== null,
  unnamed: (life) => life.unnamed !== null,
  objection: (life) => life.choices.some((one) => one.kind === 'objection' && one.upheld),
  consentWithdrawn: (life) => life.choices.some((one) => one.withdrawnOn !== null),
  child: (life) => life.relationships.some((one) => one.child !== null),
  noSettledAddress: (life) =>
    life.livingSituations.some((one) => one.to === null && one.code === 'A08A'),
} satisfies Record<string, (life: Life) => boolean>

export type StateName = keyof typeof stateChecks
const names = Object.keys(stateChecks) as StateName[]

/** How far to look for a state that the first people do not have. */
const furthest = 300

/**
 * The first `count` lives, one at a time; beyond them the next in each state that nobody among them
 * is in, with whoever a harm link of theirs names.
 */
export function* chooseLives(order: LivesOrder): Generator<Life> {
  const missing = new Set(names)
  const chosen = new Set<string>()
  const awaited = new Set<string>()
  const count = Math.max(order.count, furthest)
  for (const life of makeLives({ ...order, count })) {
    const enough = chosen.size >= order.count
    if (enough && missing.size + awaited.size === 0) return
    const wanted = [...missing].some((name) => stateChecks[name](life))
    if (enough && !wanted && !awaited.has(life.personKey)) continue
    chosen.add(life.personKey)
    awaited.delete(life.personKey)
    for (const name of names) if (stateChecks[name](life)) missing.delete(name)
    for (const { causingPersonKey } of life.states.harmLinks) {
      if (!chosen.has(causingPersonKey)) awaited.add(causingPersonKey)
    }
    yield life
  }
}
