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
 * The first `count` lives, and beyond them the next in each state that nobody among them is in,
 * with whoever a harm link of theirs names.
 */
export function chooseLives(order: LivesOrder): Life[] {
  const lives: Life[] = []
  const missing = () => names.filter((name) => !lives.some(stateChecks[name]))
  const searched = { ...order, count: Math.max(order.count, furthest) }
  let wanted: StateName[] = []
  const awaited = new Set<string>()
  for (const life of makeLives(order.count >= furthest ? order : searched)) {
    if (lives.length < order.count) lives.push(life)
    else if (awaited.delete(life.personKey) || wanted.some((name) => stateChecks[name](life))) {
      lives.push(life)
    } else continue
    for (const { causingPersonKey } of life.states.harmLinks) {
      if (!lives.some((one) => one.personKey === causingPersonKey)) awaited.add(causingPersonKey)
    }
    if (lives.length < order.count) continue
    wanted = missing()
    if (wanted.length === 0 && awaited.size === 0) break
  }
  return lives
}
