import type { AreaSupply } from './rules/need-and-supply'
import { IN_REACH_MINUTES } from './rules/need-and-supply'

/** How far the nearest help is, as an estimate. */
export const nearestWords = ({ nearest }: AreaSupply): string =>
  nearest === null
    ? 'No place of help is known, so how far it is, is not known.'
    : `${nearest.name} is about ${nearest.minutes} minutes away.`

/** Who serves an area, in words. */
export function servingWords({ serving, places }: AreaSupply): string {
  if (serving === 0) return 'No service says that it serves this area.'
  const services = serving === 1 ? '1 service serves it' : `${serving} services serve it`
  return places === null
    ? `${services}; how many places they have is not known of all.`
    : `${services}, with ${places} places in all.`
}

/** What the map finds of one need, as its title. */
export function supplyTitle(need: string, gaps: readonly AreaSupply[], all: number): string {
  const help = `help with ${need}`
  if (all === 0) return 'No areas have been loaded'
  const far = gaps.filter(({ nearest }) => nearest !== null)
  const [furthest] = far
  if (!furthest) {
    return gaps.length === 0
      ? `Every area is within about ${IN_REACH_MINUTES} minutes of ${help}`
      : `Where ${help} is, is not known`
  }
  return far.length === 1
    ? `${furthest.name} is more than ${IN_REACH_MINUTES} minutes from ${help}`
    : `${far.length} areas are more than ${IN_REACH_MINUTES} minutes from ${help}, ${furthest.name} the furthest`
}

/** People to one place, rounded as a sentence has it. */
export const perPlaceWords = (ratio: number): string =>
  ratio < 10 ? ratio.toFixed(1).replace(/\.0$/, '') : String(Math.round(ratio))
