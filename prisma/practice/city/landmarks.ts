import { toLonLat } from './coordinates'
import type { Ground } from './ground'
import { landmarkPlans } from './landmarks-data'
import type { Quarters } from './residents'
import type { City, CityPostcode, Km, Landmark } from './types'

/** Puts each landmark at the postcode in use that lies nearest to where it should be. */
export function placeLandmarks(
  ground: Ground,
  quarters: Quarters,
  postcodes: readonly CityPostcode[],
): Landmark[] {
  const current = postcodes.filter((p) => p.to === null)
  const taken = new Set<string>()
  return landmarkPlans.map((plan) => {
    const bearing = (plan.bearing * Math.PI) / 180
    const distance = ground.outlineRadius(bearing) * plan.out
    const wanted: Km =
      plan.key === 'university'
        ? quarters.university
        : [distance * Math.cos(bearing), distance * Math.sin(bearing)]
    const [lon, lat] = toLonLat(wanted)
    // A degree of longitude is 0.57 of a degree of latitude here; close enough to choose by.
    const gap = (p: CityPostcode) => ((p.lon - lon) * 0.57) ** 2 + (p.lat - lat) ** 2
    const free = current.filter((p) => !taken.has(p.postcode))
    const found = free.reduce((best, p) => (gap(p) < gap(best) ? p : best))
    taken.add(found.postcode)
    return {
      key: plan.key,
      name: plan.name,
      kind: plan.kind,
      smallCode: found.smallCode,
      postcode: found.postcode,
      lon: found.lon,
      lat: found.lat,
    }
  })
}

/** A landmark by its key; throws where the city has none, which is a mistake in the caller. */
export function landmarkOf(city: City, key: string): Landmark {
  const found = city.landmarks.find((landmark) => landmark.key === key)
  if (!found) throw new Error(`Wrenford has no landmark called ${key}.`)
  return found
}
