import { metresBetween, minutesFor, type Point } from './reach'

/** A service that helps with the need that is looked at. */
export type Helping = {
  id: string
  name: string
  /** Null: not known, or withheld. */
  point: Point | null
  /** Areas it serves by name; null where that is not known or withheld. */
  areas: readonly string[] | null
  withheld: boolean
  /** Places at once; null where that is not known, or no figure of it is shown. */
  places: number | null
  waitDays: number | null
  /** One may just turn up. */
  dropIn: boolean
}

/** An area with the point it is measured from, and how many people are published for it. */
export type NeedArea = {
  code: string
  name: string
  centre: Point | null
  /** Null: withheld, or not published for these areas. */
  people: number | null
}

/** What an area has of help with one need. */
export type AreaSupply = {
  code: string
  name: string
  people: number | null
  /** The nearest service whose place is known. */
  nearest: { id: string; name: string; minutes: number } | null
  /** Services that say they serve this area, or the whole place. */
  serving: number
  /** Places of those, where all of them say how many; null where one does not, or none serves. */
  places: number | null
}

/**
 * How supply is measured for each need: one measure each, stated beside every figure. `places`:
 * what can be used at once, where every service says; `services`: how many one may go to.
 */
export const SUPPLY_MEASURES: Readonly<Record<string, 'places' | 'services'>> = {
  ...{ homelessness: 'places', substance_use: 'places', mental_health: 'places' },
  ...{ domestic_abuse: 'places', care_experience: 'places', work: 'places' },
}

/** The measure of supply for a need. */
export const supplyMeasureOf = (need: string): 'places' | 'services' =>
  SUPPLY_MEASURES[need] ?? 'services'

/** Half an hour: the reach that gaps are told by. */
export const IN_REACH_MINUTES = 30

const placesOf = (services: readonly Helping[]): number | null => {
  if (services.length === 0) return null
  const known = services.flatMap(({ places }) => (places === null ? [] : [places]))
  return known.length < services.length ? null : known.reduce((sum, each) => sum + each, 0)
}

/** The service nearest to a point, with how long it takes there; null where no place is known. */
function nearestTo(from: Point, services: readonly Helping[]): AreaSupply['nearest'] {
  let best: Helping | null = null
  let metres = Infinity
  for (const one of services) {
    if (!one.point) continue
    const here = metresBetween(from, one.point)
    if (here < metres) [best, metres] = [one, here]
  }
  return best && { id: best.id, name: best.name, minutes: minutesFor(metres) }
}

/** Help with one need, area by area. A withheld service serves all of them, and is near none. */
export function supplyOf(
  areas: readonly NeedArea[],
  services: readonly Helping[],
  place: string,
): AreaSupply[] {
  return areas.map(({ code, name, people, centre }) => {
    const serving = services.filter(
      (one) => one.withheld || (one.areas ?? []).some((each) => each === name || each === place),
    )
    const nearest = centre && nearestTo(centre, services)
    return { code, name, people, nearest, serving: serving.length, places: placesOf(serving) }
  })
}

/**
 * Areas where need is ahead of supply, the furthest from help first: those beyond half an hour, and
 * those that no service says it serves.
 */
export const gapsIn = (areas: readonly AreaSupply[]): AreaSupply[] =>
  areas
    .filter(
      ({ nearest, serving }) => serving === 0 || (nearest?.minutes ?? Infinity) > IN_REACH_MINUTES,
    )
    .sort(
      (a, b) =>
        (b.nearest?.minutes ?? Infinity) - (a.nearest?.minutes ?? Infinity) ||
        (b.people ?? 0) - (a.people ?? 0) ||
        (a.name < b.name ? -1 : 1),
    )

/** People to a place in the whole place: only where both are known. */
export function peopleToAPlace(people: number | null, services: readonly Helping[]): number | null {
  const places = placesOf(services)
  return people === null || places === null || places === 0 ? null : people / places
}
