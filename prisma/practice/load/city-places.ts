import { cityAreaSets } from '../city/area-sets'
import { makeCity, wrenfordSeed } from '../city/make-city'
import type { City } from '../city/types'
import type { Place } from '../lives/types'

let made: City | null = null

/**
 * The invented city, made once a process. Its seed stays the same whatever lives are told in it.
 */
export const wrenford = (): City => (made ??= makeCity(wrenfordSeed))

/** Its area sets, as published ones are read. */
export const wrenfordSets = () => cityAreaSets(wrenford())

/** Small areas as lives need them: postcodes in use where somebody lives. */
export function placesOf(city: City): Place[] {
  const postcodes = new Map<string, string[]>()
  for (const one of city.postcodes) {
    if (one.to !== null || one.residents === 0) continue
    postcodes.set(one.smallCode, [...(postcodes.get(one.smallCode) ?? []), one.postcode])
  }
  return city.smallAreas.map((area) => ({
    code: area.code,
    postcodes: postcodes.get(area.code) ?? [],
    deprivation: area.deprivation.decile,
    ward: area.wardCode,
  }))
}

/** What people call the part of the city a small area lies in. */
export function areaNames(city: City): (code: string) => string | null {
  const middles = new Map(city.middleAreas.map((area) => [area.code, area.localName]))
  const names = new Map(city.smallAreas.map((a) => [a.code, middles.get(a.middleCode) ?? null]))
  return (code) => names.get(code) ?? null
}
