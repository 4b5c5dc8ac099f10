import { can } from '@/lib/access/policy'
import { getWardMap } from '@/lib/areas/queries'
import { getSetMap, listDrawnSets } from '@/lib/areas/set-map'
import type { AreaFigure } from '@/lib/areas/shades'
import type { Scope } from '@/lib/db'
import { limitsFor } from '@/lib/insight/drawing/draw-area-map'
import { readPublished } from '@/lib/insight/published-database'
import { findNewestPublication } from '@/lib/insight/queries'
import { getPublishedNeed, listHelping, type PublishedNeed } from '@/lib/supply/queries'
import { gapsIn, supplyOf, type AreaSupply } from '@/lib/supply/rules/need-and-supply'
import { mapAskSchema, type Shown } from '@/lib/supply/schema'

const rounded = (value: number | null) => ({
  value,
  text: value === null ? 'not known' : value.toLocaleString('en-GB'),
})

/**
 * Everything the map is drawn of: areas as published, services as confirmed, and need as the newest
 * publication has it, for those who may read figures. Nothing of it is about a person.
 */
export async function readMap(scope: Scope, asked: Record<string, unknown>) {
  const ask = mapAskSchema.parse(asked)
  const need = ask.need ?? 'substance_use'
  const sets = await listDrawnSets(scope)
  const mayCount = can(scope.viewer, 'insight:view')
  const newest = mayCount ? await findNewestPublication(readPublished) : undefined
  const wards = newest?.coverage.wardSet ?? sets[0]?.key
  const chosen = sets.find((set) => set.key === ask.areas)
  const key = (chosen ?? sets.find((set) => set.key === wards) ?? sets[0])?.key
  const set = key === undefined ? null : await getSetMap(scope, key)
  const services = await listHelping(scope, need)
  const ground = await getWardMap(scope)
  const codes = set?.areas.map(({ code }) => code) ?? []
  const published = newest ? await getPublishedNeed(readPublished, need, codes) : null
  // Figures of wards are of the wards they were counted by, and of no other set.
  const counted = set?.key === wards ? published : null
  const supply = supplyOf(
    (set?.areas ?? []).map(({ code, name, centre }) => ({
      ...{ code, name, people: counted?.several.get(code) ?? null },
      centre: centre && { longitude: centre[0], latitude: centre[1] },
    })),
    services,
    set?.place ?? scope.viewer.place,
  )
  const show: Shown = ask.show ?? (counted && counted.several.size > 0 ? 'several' : 'minutes')
  const figures = figuresOf(show, { set, supply, counted })
  return {
    ...{ ask, need, show, sets, set, services, ground, published, counted, mayCount, supply },
    ...{ figures, limits: limitsFor(figures), gaps: gapsIn(supply) },
  }
}
export type MapRead = Awaited<ReturnType<typeof readMap>>

type From = {
  set: Awaited<ReturnType<typeof getSetMap>>
  supply: readonly AreaSupply[]
  counted: PublishedNeed | null
}

/** The figure of each area that the map is shaded by; not known is said, never left out. */
function figuresOf(show: Shown, { set, supply, counted }: From): AreaFigure[] {
  return (set?.areas ?? []).map(({ code, residents, decile }) => {
    const here = supply.find((each) => each.code === code)
    if (show === 'several' || show === 'people') {
      const cells = counted?.[show]
      if (!counted || !cells?.has(code)) return { code, value: null, text: 'not published' }
      return { code, ...counted.show(cells.get(code) ?? null) }
    }
    const value = {
      minutes: here?.nearest?.minutes ?? null,
      serving: here?.serving ?? null,
      residents: residents?.count ?? null,
      deprivation: decile,
    }[show]
    return { code, ...rounded(value) }
  })
}

/** What is drawn under the figures: areas, and the river and roads where they are of one place. */
export const groundOf = ({ set, ground }: MapRead) => ({
  areas: set?.areas ?? [],
  ...(ground && ground.place === set?.place
    ? { outline: ground.outline, lines: ground.lines }
    : {}),
})
